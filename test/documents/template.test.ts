import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { checkNewTemplate, checkTemplate, fillTemplate, KNOWN_TAGS } from '#documents';
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

  it('takes no control character into the file, which Word would refuse', async () => {
    const letter = { ...LETTER, subject: 'đôn\u000b đốc\uffff', paragraphs: ['Một\u0001.'] };
    const result = await fillTemplate(
      await template(['{trich_yeu}', '{#noi_dung}{dong}{/noi_dung}']),
      letter,
    );
    const { paragraphs } = await readWord(result.ok ? result.value : Buffer.alloc(0));
    expect(paragraphs.map(({ text }) => text)).toEqual(['đôn đốc', 'Một.']);
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

  it('is refused as a new one where no letter could have its own number and text', async () => {
    const needed = ['{so_ky_hieu}', '{#noi_dung}{dong}{/noi_dung}'];
    const missing = async (lines: readonly string[], header = '') =>
      (await checkNewTemplate(await template(lines, header))).map(({ code, params }) => [
        code,
        params['tags'],
      ]);
    expect(await missing(['Số: 15/UBND-KT', 'Một lá thư đã viết xong.'])).toEqual([
      ['documents.templateTagMissing', needed.join(', ')],
    ]);
    expect(await missing(['{trich_yeu}', needed[1] ?? ''])).toEqual([
      ['documents.templateTagMissing', needed[0]],
    ]);
    expect(await missing([needed[1] ?? ''], needed[0])).toEqual([]);
    // one that is in use already goes on being used
    expect(await checkTemplate(await template(['{trich_yeu}']))).toEqual([]);
  });

  it('multiplies nothing: no part repeated in another, no more than can be written while others wait', async () => {
    expect(await fault('{#noi_nhan}{#noi_dung}{dong}{/noi_dung}{/noi_nhan}')).toBe(
      'documents.templateTagUnclosed {#noi_dung}',
    );
    expect(await fault('{trich_yeu}'.repeat(501))).toContain('documents.templateHeavy');
    const long = await template(['{#noi_dung}', ...Array<string>(500).fill('một đoạn'), '{/noi_dung}']);
    const many = { ...LETTER, paragraphs: Array<string>(200).fill('Một.') };
    const heavy = await fillTemplate(long, many);
    expect(heavy.ok ? '' : heavy.problems[0]?.code).toBe('documents.templateHeavy');
    expect((await fillTemplate(long, LETTER)).ok).toBe(true);
    expect((await fillTemplate(await template(['{#noi_dung}{dong}{/noi_dung}']), many)).ok).toBe(true);
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
