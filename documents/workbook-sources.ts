import type { Sheet } from 'write-excel-file/node';
import { formatMoment } from '#engine/civil';
import type { ConsolidationInput } from './consolidation.ts';
import { numberCell, textCell } from './workbook-cells.ts';
import { EDGE, headCell, topLines } from './workbook-top.ts';

export const SOURCES = 'Nguồn';
export const TARGETS = 'Chỉ tiêu giao';

/** What was handed down, and what of it is reached. */
export function targetSheet(input: ConsolidationInput): Sheet<never> {
  const heads = ['Chỉ tiêu', 'Giao', 'Đạt', 'Tỷ lệ (%)'];
  const widths = [60, 18, 18, 14];
  const digits = (text: string): number => text.split('.')[1]?.length ?? 0;
  return {
    sheet: TARGETS,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      ...topLines(input, 'Chỉ tiêu giao và kết quả', widths),
      heads.map(headCell),
      ...input.targets.map(({ label, total, attained, percent }) => [
        textCell(label, EDGE),
        numberCell(total, digits(total), EDGE),
        numberCell(attained, digits(attained), EDGE),
        percent === null ? textCell('', EDGE) : numberCell(percent, 2, EDGE),
      ]),
    ],
  };
}

/** Where each row comes from: which version, when it was received, from whom, and its hash. */
export function sourceSheet(input: ConsolidationInput, names: readonly string[]): Sheet<never> {
  const heads = [
    'Bảng',
    'Nơi tổng hợp',
    'Đơn vị',
    'Lần gửi',
    'Nhận lúc',
    'Người gửi',
    'Được tính',
    'Mã băm SHA-256',
  ];
  const widths = [32, 34, 38, 10, 18, 34, 12, 68];
  return {
    sheet: SOURCES,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      ...topLines(input, 'Nguồn của từng dòng số liệu', widths),
      heads.map(headCell),
      ...input.levels.flatMap(({ tables }, at) =>
        tables.flatMap((table) =>
          table.rows.map(({ unitName, status, source, counted }) => [
            textCell(names[at] ?? '', EDGE),
            textCell(table.unitName, EDGE),
            textCell(unitName, EDGE),
            source === null ? textCell('', EDGE) : numberCell(String(source.version), 0, EDGE),
            textCell(source === null ? status : formatMoment(source.receivedAt), EDGE),
            textCell(source?.by ?? '', EDGE),
            textCell(counted ? 'Có' : 'Không', EDGE),
            textCell(source?.hash ?? '', EDGE),
          ]),
        ),
      ),
    ],
  };
}
