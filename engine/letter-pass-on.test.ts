import { describe, expect, it } from 'vitest';
import { Directive, Office } from '#model';
import { validateDirective } from './directive.ts';
import { type PassOnGroup, type PassOnInput, passOnLetter } from './letter-pass-on.ts';

const RECEIVED = Directive.parse({
  codeNumber: '15',
  codeNotation: 'UBND-KT',
  documentType: 'Công văn',
  subject: 'triển khai hưởng ứng Chương trình nhận diện hàng Việt Nam năm 2024',
  issuedDate: { year: 2024, month: 11, day: 18 },
  place: 'TP. Bắc Kạn',
  issuingBody: 'ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN',
  legalBasis: [
    {
      documentCode: '1680/SCT-QLTM',
      type: 'Công văn',
      title: 'về việc đề nghị phối hợp triển khai',
      issuedDate: { year: 2024, month: 11, day: 14 },
      body: 'Sở Công thương tỉnh Bắc Kạn',
      relation: 'coordinatesAtRequest',
    },
  ],
  electronicOnly: true,
});

const OFFICE = Office.parse({
  parentBody: 'UBND THÀNH PHỐ BẮC KẠN',
  notation: 'UBND-VP',
  place: 'Đức Xuân',
  signatureAuthority: ['TM'],
  signatureTitles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  signerName: 'Ví dụ: Lê Văn A',
});

const group = (name: string, given: Partial<PassOnGroup> = {}): PassOnGroup => ({
  node: 'to-dan-pho',
  name,
  addressees: name,
  tasks: [{ id: 'treo-co', text: 'Treo cờ, phướn, băng rôn' }],
  due: { date: '2024-12-05', time: null, bound: 'before' },
  ...given,
});

const input = (given: Partial<PassOnInput> = {}): PassOnInput => ({
  received: RECEIVED,
  receivedFrom: 'UBND thành phố Bắc Kạn',
  office: OFFICE,
  unitName: 'UBND phường Đức Xuân',
  groups: [group('Các tổ dân phố')],
  report: { title: 'Báo cáo kết quả triển khai', to: 'UBND phường Đức Xuân' },
  addedTasks: [],
  today: '2024-11-20',
  ...given,
});

describe('the letter by which a unit passes on what it received', () => {
  const { document } = passOnLetter(input());

  it('stands in a chain of bases that has grown by the received letter', () => {
    expect(document.legalBasis.map(({ documentCode, relation }) => [documentCode, relation])).toEqual([
      ['1680/SCT-QLTM', 'policyBackground'],
      ['15/UBND-KT', 'implements'],
    ]);
    expect(document.legalBasis[1]).toMatchObject({
      type: 'Công văn',
      body: 'UBND thành phố Bắc Kạn',
      issuedDate: { year: 2024, month: 11, day: 18 },
    });
    expect(document.paragraphs[0]).toBe(
      'Thực hiện Công văn số 15/UBND-KT ngày 18/11/2024 của UBND thành phố Bắc Kạn về việc triển khai hưởng ứng Chương trình nhận diện hàng Việt Nam năm 2024, UBND phường Đức Xuân đề nghị các cơ quan, đơn vị (như kính gửi) triển khai thực hiện các nội dung sau:',
    );
  });

  it('has the head and the signature of the unit’s own office, number and day blank', () => {
    expect(document).toMatchObject({
      codeNumber: null,
      codeNotation: 'UBND-VP',
      issuingBody: 'UBND phường Đức Xuân',
      parentBody: 'UBND THÀNH PHỐ BẮC KẠN',
      draftingUnit: 'VP',
      place: 'Đức Xuân',
      issuedDate: { year: 2024, month: 11, day: null },
      signature: { authority: ['TM'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
    });
  });

  it('says the earlier date in the words of its bound', () => {
    expect(document.paragraphs.at(-2)).toBe(
      'Đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện (Báo cáo kết quả triển khai) gửi UBND phường Đức Xuân trước ngày 05/12/2024 để tổng hợp, báo cáo theo quy định.',
    );
    const by = passOnLetter(
      input({ groups: [group('Các tổ', { due: { date: '2024-12-05', time: '15:00', bound: 'by' } })] }),
    );
    expect(by.document.paragraphs.at(-2)).toContain(' chậm nhất 15 giờ 00 ngày 05/12/2024 để ');
  });

  it('goes to its own groups, to the unit above for its report, and into the archive', () => {
    expect(document.addressees).toEqual([{ text: 'Các tổ dân phố', node: 'to-dan-pho' }]);
    expect(document.recipients.map(({ name, purpose }) => `${name} ${purpose}`)).toEqual([
      'Như trên forAction',
      'UBND thành phố Bắc Kạn forReport',
      'VT, VP archive',
    ]);
  });

  it('is as urgent and as secret as what it passes on', () => {
    const received = { ...RECEIVED, urgency: 'express', confidentiality: 'topSecret' } as const;
    const { document: marked, sources } = passOnLetter(input({ received }));
    expect(marked).toMatchObject({ urgency: 'express', confidentiality: 'topSecret' });
    expect(sources['confidentiality']?.code).toBe('received');
    expect(document.urgency).toBe('ordinary');
    expect(document).not.toHaveProperty('confidentiality');
  });

  it('is a directive that may be issued', () => {
    expect(Directive.parse(document)).toEqual(document);
    expect(validateDirective(document)).toEqual([]);
  });
});

describe('the tasks of such a letter', () => {
  const shared = { id: 'treo-co', text: 'Treo cờ, phướn, băng rôn' };
  const groups = [
    group('Các tổ dân phố', { tasks: [shared, { id: 'to', text: 'Vận động từng hộ;' }] }),
    group('Các chợ', {
      tasks: [shared, { id: 'cho-1', text: 'Niêm yết giá.' }, { id: 'cho-2', text: 'Bố trí gian hàng' }],
      due: { date: '2024-12-04', time: null, bound: 'by' },
    }),
  ];

  it('stand once where all have them, else under their group; those added by the unit last', () => {
    const { document } = passOnLetter(input({ groups, addedTasks: ['Chụp ảnh hoạt động'] }));
    expect(document.paragraphs.slice(1, -1)).toEqual([
      '1. Nội dung thực hiện',
      '- Treo cờ, phướn, băng rôn.',
      '2. Nhiệm vụ của từng nhóm đơn vị',
      '- Các tổ dân phố: Vận động từng hộ.',
      '- Các chợ:',
      '+ Niêm yết giá.',
      '+ Bố trí gian hàng.',
      '3. Nội dung do UBND phường Đức Xuân giao thêm',
      '- Chụp ảnh hoạt động.',
      'Đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện (Báo cáo kết quả triển khai) gửi UBND phường Đức Xuân để tổng hợp, báo cáo theo quy định:',
      '- Các tổ dân phố: trước ngày 05/12/2024;',
      '- Các chợ: chậm nhất ngày 04/12/2024.',
    ]);
  });

  it('may be none, and no report owed', () => {
    const { document } = passOnLetter(
      input({ groups: [group('Các chợ', { tasks: [], due: null })], report: null }),
    );
    expect(document.paragraphs).toHaveLength(2);
    expect(document.paragraphs[1]).toMatch(/triển khai thực hiện\.\/\.$/);
  });

  it('name no date that is not set', () => {
    const undated = passOnLetter(input({ groups: [group('Các chợ', { due: null })] }));
    expect(undated.document.paragraphs.at(-2)).not.toMatch(/ngày \d/);
  });
});

describe('the source of each field', () => {
  it('is known for every part that a reader sees', () => {
    const { document, sources } = passOnLetter(input({ addedTasks: ['Chụp ảnh'] }));
    const lists = ['legalBasis', 'addressees', 'paragraphs', 'recipients'] as const;
    for (const list of lists) {
      document[list].forEach((_, at) => expect(sources[`${list}.${at}`], `${list}.${at}`).toBeDefined());
    }
    for (const field of Object.keys(document).filter((key) => !lists.some((list) => list === key))) {
      expect(sources[field], field).toBeDefined();
    }
    expect(sources['paragraphs.1']?.code).toBe('rule');
    expect(sources['paragraphs.2']?.code).toBe('tasks');
    expect(sources['paragraphs.4']?.code).toBe('added');
    expect(sources['paragraphs.5']?.code).toBe('deadline');
    expect(sources['legalBasis.0']?.code).toBe('receivedBasis');
    expect(sources['issuingBody']).toEqual({ code: 'unit', params: { unit: 'UBND phường Đức Xuân' } });
  });
});

describe('what a received letter may lack', () => {
  it('a number and a date: it is cited without them', () => {
    const received = { ...RECEIVED, codeNumber: null, issuedDate: null };
    const { document } = passOnLetter(input({ received, receivedFrom: null }));
    expect(document.paragraphs[0]).toMatch(
      /^Thực hiện Công văn của ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN về việc triển khai/,
    );
    expect(document.legalBasis.at(-1)?.documentCode).toBeNull();
  });

  it('a second digit: it is cited and based on as it writes itself', () => {
    const { document } = passOnLetter(input({ received: { ...RECEIVED, codeNumber: '5' } }));
    expect(document.paragraphs[0]).toMatch(/^Thực hiện Công văn số 05\//);
    expect(document.legalBasis.at(-1)?.documentCode).toMatch(/^05\//);
  });

  it('its own place in a chain that is full: the oldest gives way', () => {
    const [basis] = RECEIVED.legalBasis;
    if (basis === undefined) throw new Error('no basis');
    const legalBasis = Array.from({ length: 60 }, (_, at) => ({
      ...basis,
      documentCode: `${at + 1}/QĐ-TTg`,
    }));
    const { document } = passOnLetter(input({ received: { ...RECEIVED, legalBasis } }));
    expect(document.legalBasis).toHaveLength(60);
    expect(document.legalBasis[0]?.documentCode).toBe('2/QĐ-TTg');
  });

  it('an office of the Party writes its own grammar', () => {
    const office = Office.parse({ notation: 'CV/TU', system: 'party', place: 'Bắc Giang' });
    const { document } = passOnLetter(input({ office }));
    expect(document).toMatchObject({ codeNotation: 'CV/TU', system: 'party', signature: null });
    expect(document.recipients.at(-1)?.name).toBe('VT');
  });
});
