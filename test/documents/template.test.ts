import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { checkTemplate, fillTemplate, KNOWN_TAGS } from '#documents';
import { Directive } from '#model';
import { readWord } from './word-file.ts';

const LETTER = Directive.parse({
  codeNumber: '7',
  codeNotation: 'UBND-KT',
  documentType: 'Công văn',
  subject: 'đôn đốc <báo cáo> & {trich_yeu}',
  issuedDate: { year: 2026, month: 2, day: 5 },
  place: 'Đức Xuân',
  issuingBody: 'UBND phường Đức Xuân',
  parentBody: 'UBND thành phố',
  legalBasis: [
    { documentCode: '28/CT-TTg', type: 'Chỉ thị', body: 'Thủ tướng Chính phủ', relation: 'policyBackground' },
  ],
  addressees: [{ text: 'Tổ 1' }, { text: 'Tổ 2' }],
  paragraphs: ['Một.', 'Hai./.'],
  recipients: [
    { name: 'Như trên', purpose: 'forAction', sameAsAddressees: true },
    { name: 'VT', purpose: 'archive' },
  ],
  signature: { authority: ['TM'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
  urgency: 'urgent',
  confidentiality: 'secret',
});

const template = (lines: readonly string[], header = ''): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph(header)] }) },
          // tags are often torn into several runs by a word processor
          children: lines.map(
            (line) => new Paragraph({ children: [...line].map((letter) => new TextRun(letter)) }),
          ),
        },
      ],
    }),
  );

async function filled(lines: readonly string[], header?: string): Promise<string> {
  const result = await fillTemplate(await template(lines, header), LETTER);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  const { paragraphs } = await readWord(result.value);
  return paragraphs.map(({ text }) => text).join('\n');
}

const fault = async (...lines: readonly string[]): Promise<string> => {
  const [first] = await checkTemplate(await template(lines));
  return first === undefined ? '' : `${first.code} ${String(first.params['tag'])}`;
};

describe('an office’s own template', () => {
  it('has each tag replaced by what the letter says', async () => {
    expect(
      await filled([
        '{co_quan_chu_quan}|{co_quan_ban_hanh}|Số: {so_ky_hieu}|{dia_danh_ngay_thang}',
        '{ten_loai}|{trich_yeu}|{do_mat}|{do_khan}|{nguoi_ky}',
      ]),
    ).toBe(
      'UBND thành phố|UBND phường Đức Xuân|Số: 07/UBND-KT|Đức Xuân, ngày 05 tháng 02 năm 2026' +
        '\nCông văn|đôn đốc <báo cáo> & {trich_yeu}|TỐI MẬT|KHẨN|Ví dụ: Lê Văn A',
    );
  });

  it('has each list repeated, a paragraph for each line', async () => {
    const lists = ['can_cu', 'kinh_gui', 'noi_dung', 'noi_nhan', 'chuc_vu_ky'];
    expect(await filled(lists.map((list) => `{#${list}}{dong}{/${list}}`))).toBe(
      [
        'Căn cứ Chỉ thị số 28/CT-TTg của Thủ tướng Chính phủ.',
        ...['- Tổ 1;', '- Tổ 2.', 'Một.', 'Hai./.', '- Như trên;', '- Lưu: VT.'],
        ...['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      ].join('\n'),
    );
  });

  it('has a list beside other text repeated inside its paragraph', async () => {
    expect(await filled(['Kính gửi: {#kinh_gui}{dong} {/kinh_gui}'])).toBe('Kính gửi: - Tổ 1; - Tổ 2. ');
  });

  it('gives the same bytes twice', async () => {
    const source = await template(['{trich_yeu}']);
    const [one, two] = [await fillTemplate(source, LETTER), await fillTemplate(source, LETTER)];
    expect(one.ok && two.ok && one.value.equals(two.value)).toBe(true);
  });

  it('says which tag is unknown, and which may be used', async () => {
    expect(await fault('{trich_yeu} {so_dien_thoai}')).toBe('documents.templateTagUnknown {so_dien_thoai}');
    expect(await fault('{#kinh_gui}{ten}{/kinh_gui}')).toBe('documents.templateTagUnknown {ten}');
    expect(await fault('{dong}')).toBe('documents.templateTagUnknown {dong}');
    expect(await fault('{constructor}')).toBe('documents.templateTagUnknown {constructor}');
    const [problem] = await checkTemplate(await template(['{x}']));
    for (const tag of KNOWN_TAGS) expect(String(problem?.params['known'])).toContain(tag);
  });

  it('says which tag is not closed, or closed where nothing is open', async () => {
    expect(await fault('{#kinh_gui}', '{dong}')).toBe('documents.templateTagUnclosed {#kinh_gui}');
    expect(await fault('{/kinh_gui}')).toBe('documents.templateTagUnclosed {/kinh_gui}');
    expect(await fault('{#kinh_gui}{dong}{/noi_nhan}')).toBe('documents.templateTagUnclosed {/noi_nhan}');
    expect(await fault('Số: {so_ky_hieu')).toBe('documents.templateTagUnclosed {so_ky_hieu');
    expect(await fault('Số: so_ky_hieu}')).toMatch(/^documents\.templateTagUnclosed /);
  });

  it('is looked through in its headers too', async () => {
    const [problem] = await checkTemplate(await template(['{trich_yeu}'], '{khong_co}'));
    expect(problem?.params['tag']).toBe('{khong_co}');
  });

  it('that is no Word file is refused in words', async () => {
    for (const bytes of [
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(0),
      (await template(['x'])).subarray(0, 900),
    ]) {
      expect(await fillTemplate(bytes, LETTER)).toMatchObject({
        ok: false,
        problems: [{ code: 'documents.templateUnreadable' }],
      });
    }
  });
});
