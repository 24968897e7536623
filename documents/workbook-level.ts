import type { Sheet, SheetData } from 'write-excel-file/node';
import type { ConsolidationInput, LevelColumn, LevelTable } from './consolidation.ts';
import { heightOf, numberCell, textCell, valueCells, widthOf } from './workbook-cells.ts';
import { EDGE, headCell, STRONG, topLines } from './workbook-top.ts';

/** Number, unit, status: how wide, in characters. */
const LEADING = [6, 38, 26] as const;
const columnWidth = ({ type }: LevelColumn): number => (type === 'text' || type === 'list' ? 40 : 16);
/** Rows above the first unit. */
const HEADER_ROWS = 6;

/** One consolidating unit with its children: figures, totals, and how each total comes about. */
export function levelSheet(input: ConsolidationInput, table: LevelTable, sheet: string): Sheet<never> {
  const { columns } = table;
  const widths = [
    ...LEADING,
    ...columns.flatMap((column) => Array.from({ length: widthOf(column) }, () => columnWidth(column))),
  ];
  const data: SheetData = [
    ...topLines(input, table.title, widths),
    ...headerRows(columns),
    ...table.rows.map((row, at) => {
      const look = row.counted ? EDGE : ({ ...EDGE, fontStyle: 'italic', textColor: '#5F6B66' } as const);
      return [
        numberCell(String(at + 1), 0, { ...look, align: 'center' }),
        textCell(row.unitName, look),
        textCell(row.status, look),
        ...columns.flatMap((column, index) => valueCells(row.cells[index] ?? null, column, look)),
      ];
    }),
    totalRow(table),
    ruleRow(columns),
  ];
  return {
    sheet,
    data,
    orientation: 'landscape',
    stickyRowsCount: HEADER_ROWS,
    stickyColumnsCount: 2,
    columns: widths.map((width) => ({ width })),
  };
}

/** Two rows: what a figure is called, and below it its unit of measure, or the parts of a ratio. */
function headerRows(columns: readonly LevelColumn[]): SheetData {
  const labels = columns.map((column) => ({ text: column.label, column, span: widthOf(column) }));
  const units = columns.flatMap((column) =>
    (column.type === 'ratio'
      ? [inUnit('Tử số', column.unit), inUnit('Mẫu số', column.unit), 'Tỷ lệ (%)']
      : [column.unit]
    ).map((text) => ({ text, width: columnWidth(column) })),
  );
  const first = Math.max(
    17,
    ...labels.map(({ text, column, span }) => heightOf(text, span * columnWidth(column))),
  );
  const second = Math.max(17, ...units.map(({ text, width }) => heightOf(text, width)));
  const leading = ['STT', 'Đơn vị', 'Trạng thái'];
  return [
    [
      ...leading.map((text) => ({ ...headCell(text), rowSpan: 2, height: first })),
      ...labels.flatMap(({ text, span }) => [
        { ...headCell(text), height: first, ...(span > 1 ? { columnSpan: span } : {}) },
        ...Array.from({ length: span - 1 }, () => null),
      ]),
    ],
    [...leading.map(() => null), ...units.map(({ text }) => ({ ...headCell(text), height: second }))],
  ];
}

const inUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} (${unit})`);

function totalRow({ columns, totals }: LevelTable): SheetData[number] {
  const look = STRONG;
  return [
    textCell('', look),
    textCell('Tổng hợp', look),
    textCell('', look),
    ...columns.flatMap((column, index) => valueCells(totals[index] ?? null, column, look)),
  ];
}

function ruleRow(columns: readonly LevelColumn[]): SheetData[number] {
  const look = { fontStyle: 'italic', textColor: '#5F6B66', align: 'right' } as const;
  return [
    textCell('', look),
    textCell('Cách tính', { ...look, align: 'left' }),
    textCell('', look),
    ...columns.flatMap((column) => [
      textCell(column.rule, look),
      ...Array.from({ length: widthOf(column) - 1 }, () => null),
    ]),
  ];
}
