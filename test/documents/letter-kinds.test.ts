import { describe, expect, it } from 'vitest';
import { letterDocx } from '#documents';
import { Directive, Recipient } from '#model';
import { readWord, type WordParagraph } from './word-file.ts';

/** A letter that is no source: every field may be set. */
const letter = (given: Partial<Directive> = {}): Directive => ({
  ...Directive.parse({
    codeNumber: '7',
    codeNotation: 'UBND-KT',
    documentType: 'Công văn',
    subject: 'đôn đốc báo cáo',
    issuedDate: { year: 2026, month: 2, day: 5 },
    place: 'Đức Xuân',
    issuingBody: 'Ủy ban nhân dân phường Đức Xuân',
    addressees: [{ text: 'Các tổ dân phố' }],
    paragraphs: ['Đề nghị các tổ dân phố triển khai./.'],
    recipients: [{ name: 'VT', purpose: 'archive' }],
    signature: { authority: ['TM'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
  }),
  ...given,
});

async function paragraphsOf(given: Partial<Directive> = {}): Promise<readonly WordParagraph[]> {
  return (await readWord(await letterDocx(letter(given)))).paragraphs;
}
const texts = (paragraphs: readonly WordParagraph[]): readonly string[] => paragraphs.map(({ text }) => text);

describe('the head of a letter', () => {
  it('writes numbers, days and the months 1 and 2 below 10 with a zero', async () => {
    const written = texts(await paragraphsOf());
    expect(written).toContain('Số: 07/UBND-KT');
    expect(written).toContain('Đức Xuân, ngày 05 tháng 02 năm 2026');
  });

  it('leaves room for a number that is not given yet', async () => {
    const [code] = texts(await paragraphsOf({ codeNumber: null })).filter((text) => text.startsWith('Số:'));
    expect(code).toMatch(/^Số: \u00a0{6,}\/UBND-KT$/);
  });

  it('of any other type has type and subject below it, with a rule, and no V/v', async () => {
    const paragraphs = await paragraphsOf({
      documentType: 'Kế hoạch',
      codeNotation: 'KH-UBND',
      codeNumber: '15',
    });
    const at = paragraphs.findIndex(({ text }) => text === 'KẾ HOẠCH');
    expect(paragraphs[at]).toMatchObject({ where: 'body', align: 'center' });
    expect(paragraphs[at + 1]).toMatchObject({ text: 'đôn đốc báo cáo', align: 'center' });
    for (const run of [...(paragraphs[at]?.runs ?? []), ...(paragraphs[at + 1]?.runs ?? [])]) {
      expect(run).toMatchObject({ bold: true, size: 28 });
    }
    expect(paragraphs[at + 2]?.rule).toBe(true);
    expect(texts(paragraphs)).toContain('Số: 15/KH-UBND');
    expect(texts(paragraphs).join('\n')).not.toContain('V/v');
  });

  it('of the Party names the Party, has a star for a rule, and the hyphen before the slash', async () => {
    const paragraphs = await paragraphsOf({
      system: 'party',
      codeNumber: '1101',
      codeNotation: 'CV/TU',
      issuingBody: 'Ban Thường vụ Tỉnh ủy',
    });
    const head = texts(paragraphs.filter(({ where }) => where.startsWith('table 0')));
    expect(head).toEqual([
      'BAN THƯỜNG VỤ TỈNH ỦY',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      '',
      'Số 1101-CV/TU',
      'V/v đôn đốc báo cáo',
      'Đức Xuân, ngày 05 tháng 02 năm 2026',
    ]);
    expect(texts(paragraphs)).toContain('T/M ỦY BAN NHÂN DÂN');
    expect(head.join('\n')).not.toContain('CỘNG HÒA');
  });

  it.each([
    ['urgent', 'KHẨN', 20],
    ['veryUrgent', 'THƯỢNG KHẨN', 40],
    ['express', 'HỎA TỐC', 30],
  ] as const)('frames the degree of urgency %s in red', async (urgency, words, width) => {
    const { paragraphs, parts } = await readWord(await letterDocx(letter({ urgency })));
    const stamp = paragraphs.find(({ text }) => text === words);
    expect(stamp?.where).toBe('table 0, row 1, cell 0 / table 0, row 0, cell 0');
    expect(stamp?.runs[0]).toMatchObject({ bold: true, color: 'C00000', size: 26 });
    const xml = parts.get('word/document.xml') ?? '';
    const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
    expect(xml).toContain(`<w:tblW w:type="dxa" w:w="${twips(width)}"/>`);
    expect(xml).toContain(`<w:trHeight w:val="${twips(8)}" w:hRule="exact"/>`);
    expect(xml.match(/w:color="C00000" w:sz="10"/g)).toHaveLength(4);
  });

  it.each([
    ['confidential', 'MẬT', 20],
    ['secret', 'TỐI MẬT', 30],
    ['topSecret', 'TUYỆT MẬT', 40],
  ] as const)(
    'frames the degree of secrecy %s in red, above that of urgency',
    async (confidentiality, words, width) => {
      for (const urgency of ['ordinary', 'express'] as const) {
        const { paragraphs, parts } = await readWord(await letterDocx(letter({ confidentiality, urgency })));
        const marks = paragraphs.filter(({ runs }) => runs[0]?.color === 'C00000');
        expect(marks.map(({ text }) => text)).toEqual(urgency === 'ordinary' ? [words] : [words, 'HỎA TỐC']);
        expect(marks[0]?.where).toBe('table 0, row 1, cell 0 / table 0, row 0, cell 0');
        expect(marks[0]?.runs[0]).toMatchObject({ bold: true, size: 26 });
        const xml = parts.get('word/document.xml') ?? '';
        const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
        expect(xml).toContain(`<w:tblW w:type="dxa" w:w="${twips(width)}"/>`);
        // the frame is double, and a paragraph keeps it apart from the next
        expect(xml.match(/w:val="double" w:color="C00000"/g)).toHaveLength(4);
        expect(xml).not.toMatch(/<\/w:tbl><w:tbl>/);
        expect(xml.match(new RegExp(`<w:trHeight w:val="${twips(8)}" w:hRule="exact"/>`, 'g'))).toHaveLength(
          marks.length,
        );
      }
    },
  );
});

describe('the text of a letter', () => {
  it('has a single addressee on the line of Kính gửi', async () => {
    expect(texts(await paragraphsOf())).toContain('Kính gửi: Các tổ dân phố.');
  });

  it('writes the bases that it does not name above it, in italics', async () => {
    const basis = {
      documentCode: '28/CT-TTg',
      type: 'Chỉ thị',
      title: 'về tăng cường thực hiện Cuộc vận động',
      issuedDate: { year: 2021, month: 10, day: 26 },
      body: 'Thủ tướng Chính phủ',
      system: 'state',
      relation: 'policyBackground',
    } as const;
    const paragraphs = await paragraphsOf({
      legalBasis: [basis, { ...basis, documentCode: '15/UBND-KT', type: 'Công văn', body: 'UBND thành phố' }],
    });
    const bases = paragraphs.filter(({ text }) => text.startsWith('Căn cứ'));
    expect(bases.map(({ text }) => text.at(-1))).toEqual([';', '.']);
    expect(bases.every(({ runs }) => runs.every(({ italic }) => italic))).toBe(true);
  });

  it('keeps a note that nothing refers to below the text', async () => {
    const paragraphs = await paragraphsOf({
      paragraphs: ['Đề nghị triển khai./.', '(1) Kết luận số 77-KL/TW.'],
    });
    const note = paragraphs.find(({ text }) => text.startsWith('(1)'));
    expect(note?.runs[0]?.size).toBe(20);
  });

  it('is not torn: neither the last words nor the signature stand alone', async () => {
    const { paragraphs, parts } = await readWord(await letterDocx(letter()));
    expect(paragraphs.find(({ text }) => text.endsWith('./.'))?.keepNext).toBe(true);
    expect(parts.get('word/document.xml')?.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('lets a long Nơi nhận run on over pages, never the signature to a page of its own', async () => {
    const recipients = [
      ...Array.from({ length: 60 }, (_, at) => ({ name: `Xã ${at + 1}`, purpose: 'forReport' })),
      { name: 'VT', purpose: 'archive' },
    ].map((each) => Recipient.parse(each));
    const { paragraphs, parts } = await readWord(await letterDocx(letter({ recipients })));
    const xml = parts.get('word/document.xml') ?? '';
    const [beside = '', rest = ''] = xml.slice(xml.lastIndexOf('<w:tbl>')).split('</w:tr>');
    expect([beside, rest].map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, false]);
    expect([beside, rest].map((row) => row.includes('Ví dụ: Lê Văn A'))).toEqual([true, false]);
    const listed = paragraphs
      .filter(({ where }) => /table 1, row \d, cell 0/.test(where))
      .map(({ text }) => text);
    expect(listed).toHaveLength(62);
    expect([listed[1], listed.at(-2), listed.at(-1)]).toEqual([
      '- Xã 1 (b/c);',
      '- Xã 60 (b/c);',
      '- Lưu: VT.',
    ]);
    // what a short letter has in one row
    const few = (await readWord(await letterDocx(letter()))).parts.get('word/document.xml') ?? '';
    expect(few.slice(few.lastIndexOf('<w:tbl>')).match(/<w:tr>/g)).toHaveLength(1);
  });

  it('ends with a paragraph one point high, so that Word adds none on a page of its own', async () => {
    const { parts } = await readWord(await letterDocx(letter()));
    expect(parts.get('word/document.xml')).toMatch(
      /<\/w:tbl><w:p><w:pPr><w:spacing [^>]*w:line="20" [^>]*\/><\/w:pPr><\/w:p><w:sectPr/,
    );
  });

  it('takes any text: markup stays text, control characters go, accents are composed', async () => {
    const odd = `a < b & c > d "e" \u0000\u000b\u001f{tag} ${'ế'.normalize('NFD')}`;
    const written = texts(await paragraphsOf({ paragraphs: [odd], subject: '</w:t><w:br/>' }));
    expect(written).toContain('a < b & c > d "e" {tag} ế');
    expect(written).toContain('V/v </w:t><w:br/>');
  });

  it('of nothing at all is still a letter', async () => {
    const empty = await paragraphsOf({
      addressees: [],
      paragraphs: [],
      recipients: [],
      signature: null,
      issuedDate: null,
      place: '',
    });
    expect(texts(empty)).toContain('Kính gửi: …');
    expect(texts(empty)).toContain('…, ngày … tháng … năm …');
  });
});
