import { describe, expect, it } from 'vitest';
import { Directive, Office } from '#model';
import { validateDirective } from './directive.ts';
import { type ChaseInput, chaseLetter } from './letter-chase.ts';

const DUE = { date: '2024-12-05', time: null, bound: 'before' } as const;
const input = (given: Partial<ChaseInput> = {}): ChaseInput => ({
  directive: Directive.parse({
    codeNumber: '15',
    codeNotation: 'UBND-KT',
    documentType: 'Công văn',
    subject: 'triển khai hưởng ứng Chương trình',
    issuedDate: { year: 2024, month: 11, day: 18 },
    place: 'TP. Bắc Kạn',
    issuingBody: 'ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN',
  }),
  directiveFrom: 'UBND thành phố Bắc Kạn',
  office: Office.parse({
    notation: 'KT',
    place: 'TP. Bắc Kạn',
    signatureTitles: ['TRƯỞNG PHÒNG'],
    signerName: 'Ví dụ: Lê Văn A',
  }),
  unitName: 'Phòng Kinh tế',
  report: { title: 'Báo cáo kết quả', to: 'Phòng Kinh tế' },
  periodLabel: null,
  missing: [
    { unitName: 'UBND phường Đức Xuân', due: DUE },
    { unitName: 'UBND xã Dương Quang', due: { ...DUE, date: '2024-12-06' } },
    { unitName: 'UBND phường Sông Cầu', due: DUE },
  ],
  until: null,
  today: '2024-12-09',
  ...given,
});

describe('a letter that urges those who have not reported', () => {
  it('names whom, what was due when, and asks for it at once', () => {
    const { document } = chaseLetter(input());
    expect(document.addressees.map(({ text }) => text)).toEqual([
      'UBND phường Đức Xuân',
      'UBND xã Dương Quang',
      'UBND phường Sông Cầu',
    ]);
    expect(document.paragraphs).toEqual([
      'Thực hiện Công văn số 15/UBND-KT ngày 18/11/2024 của UBND thành phố Bắc Kạn về việc triển khai hưởng ứng Chương trình, các cơ quan, đơn vị có trách nhiệm báo cáo kết quả thực hiện (Báo cáo kết quả) gửi Phòng Kinh tế.',
      'Tính đến ngày 09/12/2024, Phòng Kinh tế chưa nhận được báo cáo của 3 cơ quan, đơn vị sau:',
      '- Thời hạn báo cáo trước ngày 05/12/2024 (2 đơn vị): UBND phường Đức Xuân; UBND phường Sông Cầu.',
      '- Thời hạn báo cáo trước ngày 06/12/2024 (1 đơn vị): UBND xã Dương Quang.',
      'Phòng Kinh tế đề nghị các cơ quan, đơn vị có tên nêu trên khẩn trương hoàn thành và gửi báo cáo ngay sau khi nhận được công văn này để tổng hợp theo quy định; trường hợp có khó khăn, vướng mắc, kịp thời phản ánh để được hướng dẫn./.',
    ]);
    expect(Directive.parse(document)).toEqual(document);
    expect(validateDirective(document)).toEqual([]);
  });

  it('writes the number that it cites as that letter has it', () => {
    const directive = { ...input().directive, codeNumber: '5' };
    expect(chaseLetter(input({ directive })).document.paragraphs[0]).toContain('Công văn số 05/UBND-KT ngày');
  });

  it('is never cut within a character', () => {
    for (const length of [455, 456, 457]) {
      const { document } = chaseLetter(
        input({ report: { title: `${'a'.repeat(length)}${'😀'.repeat(9)}`, to: 'Phòng Kinh tế' } }),
      );
      expect(document.subject).not.toMatch(/[\ud800-\udfff]/u);
    }
  });

  it('asks for a new day where one is given, and names the period', () => {
    const { document } = chaseLetter(
      input({ until: { date: '2024-12-11', time: '15:00', bound: 'by' }, periodLabel: 'Quý IV/2024' }),
    );
    expect(document.subject).toBe('đôn đốc báo cáo kết quả thực hiện Quý IV/2024 (Báo cáo kết quả)');
    expect(document.paragraphs.at(-1)).toContain(' chậm nhất 15 giờ 00 ngày 11/12/2024 ');
  });

  it('is as secret as the directive that it cites', () => {
    const { directive } = input();
    const { document } = chaseLetter(input({ directive: { ...directive, confidentiality: 'secret' } }));
    expect(document.confidentiality).toBe('secret');
    expect(chaseLetter(input()).document).not.toHaveProperty('confidentiality');
  });

  it('to hundreds has them in its text, not in Kính gửi, and leaves nobody out', () => {
    const missing = Array.from({ length: 150 }, (_, at) => ({
      unitName: `Trường số ${at + 1}`,
      due: at < 140 ? DUE : null,
    }));
    const { document } = chaseLetter(input({ missing }));
    expect(document.addressees.map(({ text }) => text)).toEqual([
      '150 cơ quan, đơn vị có tên nêu trong công văn này',
    ]);
    const text = document.paragraphs.join('\n');
    for (const { unitName } of missing) expect(text).toMatch(new RegExp(`${unitName}[;.]`));
    expect(Directive.safeParse(document).success).toBe(true);
  });

  it('tells the source of every part', () => {
    const { document, sources } = chaseLetter(input());
    for (const [field, value] of Object.entries(document)) {
      const places = Array.isArray(value) ? value.map((_, at) => `${field}.${at}`) : [field];
      for (const place of places) expect(sources[place] ?? sources[field], place).toBeDefined();
    }
    expect(sources['paragraphs.2']?.code).toBe('missing');
    expect(sources['paragraphs.4']?.code).toBe('rule');
  });
});
