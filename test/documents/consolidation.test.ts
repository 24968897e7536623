import { readSheet } from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { type ConsolidationInput, consolidationDocx, consolidationWorkbook } from '#documents';
import { EXAMPLE, number } from './example-consolidation.ts';
import { unzipped } from './unzipped.ts';
import { readWord } from './word-file.ts';

const OWN = 'Cấp 1 – UBND thành phố Bắc Kạn';
const SIGNED: ConsolidationInput = {
  ...EXAMPLE,
  state: { kind: 'signed', revision: 3, at: '2024-12-09T08:05:00.000Z', by: 'Ví dụ: Lê Văn A' },
};

describe('a consolidation', () => {
  it.each([
    ['a workbook', consolidationWorkbook],
    ['a report', consolidationDocx],
  ])('is the same bytes whenever it is made: %s', async (_, make) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2024-12-09T09:00:00.000Z') });
    try {
      const first = await make(SIGNED);
      vi.setSystemTime(Date.parse('2025-02-01T03:30:00.000Z'));
      expect((await make(SIGNED)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a consolidation as a workbook', () => {
  const sheet = async (name: string, input = EXAMPLE) => readSheet(await consolidationWorkbook(input), name);
  const names = async (input: ConsolidationInput): Promise<readonly string[]> => {
    const workbook = (await unzipped(await consolidationWorkbook(input))).get('xl/workbook.xml') ?? '';
    return [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1] ?? '');
  };

  it('has a sheet for each level, the targets, and the sources', async () => {
    expect(await names(EXAMPLE)).toEqual([
      'Cấp 1 – UBND thành phố Bắc Kạn',
      'Cấp 2 – 2 nơi tổng hợp',
      'Chỉ tiêu giao',
      'Nguồn',
    ]);
    expect(await names({ ...EXAMPLE, targets: [] })).not.toContain('Chỉ tiêu giao');
  });

  it('has a sheet for each form of a level where there are several', async () => {
    const [first, second] = EXAMPLE.levels;
    if (first === undefined || second === undefined) throw new Error('two levels');
    const other = 'Báo cáo thống kê rất dài về tình hình thực hiện';
    const levels = [first, { ...first, title: other }, second, { ...second, title: other }];
    expect((await names({ ...EXAMPLE, levels })).slice(0, 4)).toEqual([
      'Cấp 1, biểu 1 – Kết quả triển…',
      'Cấp 1, biểu 2 – Báo cáo thống…',
      'Cấp 2, biểu 1 – Kết quả triển…',
      'Cấp 2, biểu 2 – Báo cáo thống…',
    ]);
  });

  it('has below each consolidating unit its children and then its own total', async () => {
    const rows = await sheet('Cấp 2 – 2 nơi tổng hợp');
    expect(rows[0]?.[0]).toBe('TẠM TÍNH – Kết quả triển khai – cấp 2: số liệu của 2 nơi tổng hợp');
    expect(rows[4]).toEqual(['STT', 'Nơi tổng hợp', 'Đơn vị', 'Trạng thái', 'Số băng rôn']);
    expect(rows.slice(6).map((row) => row.slice(0, 3))).toEqual([
      [1, 'Phường Đức Xuân', 'Tổ 1'],
      [2, 'Phường Đức Xuân', 'Tổ 2'],
      [null, 'Phường Đức Xuân', 'Tổng hợp'],
      [1, 'UBND thành phố Bắc Kạn', 'Tổ 3'],
      [null, 'UBND thành phố Bắc Kạn', 'Tổng hợp'],
      [null, 'Cách tính', null],
    ]);
    expect(rows.slice(8).map((row) => row[4])).toEqual(['12.345.678.901.234.567.891', 4, 4, 'tổng']);
  });

  it('says on every sheet what it is, of when, and how much of it is there', async () => {
    for (const name of await names(EXAMPLE)) {
      const [title, occasion, state, coverage] = (await sheet(name)).map(([first]) => String(first));
      expect(title, name).toMatch(/^TẠM TÍNH – /);
      expect(occasion).toBe(
        'Theo văn bản số 15/UBND-KT – Hưởng ứng Chương trình nhận diện hàng Việt Nam – Năm 2024',
      );
      expect(state).toBe('TẠM TÍNH – chưa ký, số liệu đến 05/12/2024 10:22');
      expect(coverage).toBe(
        'Đã có 2/4 báo cáo được duyệt; còn thiếu: Phường Sông Cầu (chưa nộp), Xã Dương Quang (chờ duyệt); cấp dưới còn thiếu: Tổ dân phố 3 (bị trả lại)',
      );
    }
  });

  it('says of a signed one which it is, who signed and when, and nowhere TẠM TÍNH', async () => {
    for (const part of (await unzipped(await consolidationWorkbook(SIGNED))).values()) {
      expect(part).not.toContain('TẠM TÍNH');
    }
    const rows = await sheet('Nguồn', SIGNED);
    expect(rows[2]?.[0]).toBe('Bản tổng hợp số 3, Ví dụ: Lê Văn A ký lúc 09/12/2024 15:05');
  });

  it('has numbers as numbers, a ratio with its parts, and empty where there is none', async () => {
    const [, , , , labels, units, first, second, third, fourth, totals, rules] = await sheet(OWN);
    expect(labels).toEqual([
      'STT',
      'Đơn vị',
      'Trạng thái',
      'Số băng rôn',
      'Kinh phí',
      'Tỷ lệ hàng Việt',
      null,
      null,
      'Cách làm hay',
    ]);
    expect(units).toEqual([
      null,
      null,
      null,
      'chiếc',
      'triệu đồng',
      'Tử số (triệu đồng)',
      'Mẫu số (triệu đồng)',
      'Tỷ lệ (%)',
      null,
    ]);
    expect(first).toEqual([1, 'Phường Đức Xuân', 'Đã duyệt, đúng hạn', 1200, 12.5, 331, 410, 80.73, '=1+1']);
    // nothing over nothing has no value; zero is not empty
    expect(second?.slice(3)).toEqual([0, null, 0, 0, null, null]);
    expect(third?.slice(1, 5)).toEqual(['Xã Dương Quang', 'Chờ duyệt', 7, 1]);
    expect(fourth?.slice(3)).toEqual([null, null, null, null, null, null]);
    expect(totals).toEqual([null, 'Tổng hợp', null, 1200, 12.5, 331, 410, 80.73, null]);
    expect(rules?.slice(3)).toEqual(['tổng', 'tổng', 'tỷ lệ của tổng', null, null, 'gộp']);
  });

  it('takes its totals as they are given, and computes none', async () => {
    const [own, ...below] = EXAMPLE.levels;
    if (own === undefined) throw new Error('no level');
    const tables = own.tables.map((each) => ({ ...each, totals: [number('5'), null, null, null] }));
    const odd = { ...EXAMPLE, levels: [{ ...own, tables }, ...below] };
    expect((await sheet(OWN, odd)).at(-2)?.slice(3)).toEqual([5, null, null, null, null, null]);
  });

  it('keeps a figure exact that a spreadsheet would round', async () => {
    const rows = await sheet('Cấp 2 – 2 nơi tổng hợp');
    expect(rows[6]?.[4]).toBe('12.345.678.901.234.567.890');
  });

  it('reads no text as a formula, whatever it begins with', async () => {
    const parts = await unzipped(await consolidationWorkbook(EXAMPLE));
    for (const [name, xml] of parts) expect(xml, name).not.toMatch(/<f[ >]/);
    const rows = await sheet(OWN);
    expect(rows[7]?.[1]).toBe('=HYPERLINK("http://evil.example","x")');
    // text format: editing the cell does not make it one either
    expect(parts.get('xl/styles.xml')).toContain('formatCode="@"');
  });

  it('names the source of every row', async () => {
    const [, , , , heads, ...rows] = await sheet('Nguồn');
    expect(heads).toEqual([
      'Bảng',
      'Nơi tổng hợp',
      'Đơn vị',
      'Lần gửi',
      'Nhận lúc',
      'Người gửi',
      'Được tính',
      'Mã băm SHA-256',
    ]);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual([
      ...[OWN, 'UBND thành phố Bắc Kạn', 'Phường Đức Xuân', 2],
      ...['04/12/2024 10:22', 'Ví dụ: Trần Thị B', 'Có'],
      'ab'.repeat(32),
    ]);
    expect(rows[3]?.slice(2)).toEqual(['Phường Sông Cầu', null, 'Chưa nộp', null, 'Không', null]);
    expect(rows[4]?.slice(0, 3)).toEqual(['Cấp 2 – 2 nơi tổng hợp', 'Phường Đức Xuân', 'Tổ 1']);
  });

  it('is printed on A4, as wide as the page', async () => {
    const parts = await unzipped(await consolidationWorkbook(EXAMPLE));
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(4);
    for (const [, xml] of sheets) {
      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    }
  });

  it('of nothing yet is still a workbook', async () => {
    const empty = { ...EXAMPLE, levels: [], sections: [], targets: [] };
    expect(await names(empty)).toEqual(['Nguồn']);
  });
});

describe('a consolidation as a report', () => {
  it('has the head of a report, the narrative with who wrote it, and the table', async () => {
    const { paragraphs } = await readWord(await consolidationDocx(SIGNED));
    const texts = paragraphs.map(({ text }) => text);
    for (const said of [
      'BÁO CÁO',
      'Kết quả triển khai hưởng ứng Chương trình',
      'Kính gửi: Sở Công Thương tỉnh Bắc Kạn.',
      'Bản tổng hợp số 3, Ví dụ: Lê Văn A ký lúc 09/12/2024 15:05.',
      '1. Kết quả chính',
      'Đã treo 120 băng rôn.',
      'Đã có 3 phóng sự. (Phường Đức Xuân, đã biên tập)',
      'Toàn thành phố hưởng ứng.',
      '2. Kiến nghị',
      '(Không có nội dung)',
      '3. Kết quả so với chỉ tiêu giao',
      '- Số băng rôn: giao 1.500, đạt 1.200 (80\u00a0%).',
      'KT. CHỦ TỊCH',
    ]) {
      expect(texts).toContain(said);
    }
    expect(texts.join('\n')).not.toContain('TẠM TÍNH');
    const table = paragraphs.filter(({ where }) => where.startsWith('table 1')).map(({ text }) => text);
    expect(table.slice(0, 6)).toEqual([
      ...['STT', 'Đơn vị', 'Số băng rôn (chiếc)', 'Kinh phí (triệu đồng)', 'Tỷ lệ hàng Việt (triệu đồng)'],
      'Cách làm hay',
    ]);
    expect(table.slice(6, 12)).toEqual([
      ...['1', 'Phường Đức Xuân', '1.200', '12,50', '331/410 (80,73\u00a0%)', '=1+1'],
    ]);
    expect(table).toContain('Xã Dương Quang (chờ duyệt)');
    // a child below that has the unit's own name is none of its tables
    expect(texts.filter((text) => text.startsWith('Biểu số liệu'))).toHaveLength(1);
    expect(table.slice(-6)).toEqual(['', 'Tổng hợp', '1.200', '12,50', '331/410 (80,73\u00a0%)', '–']);
  });

  it('that is not signed says so at its head and on every page', async () => {
    const { paragraphs, parts } = await readWord(await consolidationDocx(EXAMPLE));
    const marked = paragraphs.filter(({ text }) => text.startsWith('TẠM TÍNH'));
    expect(marked.map(({ runs }) => runs[0]?.color)).toEqual(['C00000']);
    const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    expect(footers).toHaveLength(2);
    for (const [, xml] of footers) expect(xml).toContain('TẠM TÍNH – chưa ký');
  });

  it('divides a table that is wider than its page', async () => {
    const [own] = EXAMPLE.levels;
    const [column] = own?.columns ?? [];
    if (own === undefined || column === undefined) throw new Error('no column');
    const columns = Array.from({ length: 12 }, (_, at) => ({ ...column, label: `Chỉ tiêu ${at + 1}` }));
    const wide = {
      ...EXAMPLE,
      levels: [
        {
          ...own,
          columns,
          tables: own.tables.map((table) => ({
            ...table,
            rows: table.rows.map((each) => ({ ...each, cells: columns.map((_, at) => number(String(at))) })),
            totals: columns.map((_, at) => number(String(100 + at))),
          })),
        },
      ],
    };
    const { paragraphs } = await readWord(await consolidationDocx(wide));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Biểu số liệu'))).toHaveLength(3);
    for (const { label } of columns) expect(texts).toContain(`${label} (chiếc)`);
    for (const at of columns.keys()) expect(texts).toContain(String(100 + at));
  });
});
