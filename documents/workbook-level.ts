import type { Sheet, SheetData } from 'write-excel-file/node';
import type { ConsolidationInput, Level, LevelColumn, LevelTable } from './consolidation.ts';
import { heightOf, numberCell, textCell, valueCells, widthOf } from './workbook-cells.ts';
import { EDGE, headCell, STRONG, topLines } from './workbook-top.ts';

/** A column before the figures. */
interface Leading {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

const NUMBER: Leading = { head: 'STT', width: 6 };
const STATUS: Leading = { head: 'Trạng thái', width: 26 };
/** On the first level there is one consolidating unit, which the whole file is of. */
const leadingOf = ({ depth }: Level): readonly Leading[] =>
  depth === 1
    ? [NUMBER, { head: 'Đơn vị', width: 38 }, STATUS]
    : [NUMBER, { head: 'Nơi tổng hợp', width: 28 }, { head: 'Đơn vị', width: 32 }, STATUS];

const columnWidth = ({ type }: LevelColumn): number => (type === 'text' || type === 'list' ? 40 : 16);
/** Rows above the first unit. */
const HEADER_ROWS = 6;

/** A level: under each consolidating unit its children, then its total; at the end how totals come about. */
export function levelSheet(input: ConsolidationInput, level: Level, sheet: string): Sheet<never> {
  const { columns } = level;
  const leading = leadingOf(level);
  const widths = [
    ...leading.map(({ width }) => width),
    ...columns.flatMap((column) => Array.from({ length: widthOf(column) }, () => columnWidth(column))),
  ];
  const data: SheetData = [
    ...topLines(input, titleOf(level), widths),
    ...headerRows(leading, columns),
    ...level.tables.flatMap((table) => tableRows(level, table)),
    ruleRow(level),
  ];
  return {
    sheet,
    data,
    orientation: 'landscape',
    stickyRowsCount: HEADER_ROWS,
    stickyColumnsCount: leading.length - 1,
    columns: widths.map((width) => ({ width })),
  };
}

function titleOf({ depth, title, tables }: Level): string {
  if (depth === 1) return title;
  const [only, ...more] = tables;
  const who = only === undefined || more.length > 0 ? `${tables.length} nơi tổng hợp` : only.unitName;
  return `${title} – cấp ${depth}: số liệu của ${who}`;
}

/** Two rows: what a figure is called, and below it its unit of measure, or the parts of a ratio. */
function headerRows(leading: readonly Leading[], columns: readonly LevelColumn[]): SheetData {
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
  return [
    [
      ...leading.map(({ head }) => ({ ...headCell(head), rowSpan: 2, height: first })),
      ...labels.flatMap(({ text, span }) => [
        { ...headCell(text), height: first, ...(span > 1 ? { columnSpan: span } : {}) },
        ...Array.from({ length: span - 1 }, () => null),
      ]),
    ],
    [...leading.map(() => null), ...units.map(({ text }) => ({ ...headCell(text), height: second }))],
  ];
}

const inUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} (${unit})`);

function tableRows({ depth, columns }: Level, { unitName, rows, totals }: LevelTable): SheetData {
  const collector = depth === 1 ? [] : [unitName];
  const total = ['', ...collector, 'Tổng hợp', ''].map((text) => textCell(text, STRONG));
  return [
    ...rows.map((row, at) => {
      const look = row.counted ? EDGE : ({ ...EDGE, fontStyle: 'italic', textColor: '#5F6B66' } as const);
      return [
        numberCell(String(at + 1), 0, { ...look, align: 'center' }),
        ...[...collector, row.unitName, row.status].map((text) => textCell(text, look)),
        ...columns.flatMap((column, index) => valueCells(row.cells[index] ?? null, column, look)),
      ];
    }),
    [...total, ...columns.flatMap((column, index) => valueCells(totals[index] ?? null, column, STRONG))],
  ];
}

function ruleRow(level: Level): SheetData[number] {
  const look = { fontStyle: 'italic', textColor: '#5F6B66', align: 'right' } as const;
  const leading = leadingOf(level).map((_, at) =>
    textCell(at === 1 ? 'Cách tính' : '', { ...look, align: 'left' }),
  );
  return [
    ...leading,
    ...level.columns.flatMap((column) => [
      textCell(column.rule, look),
      ...Array.from({ length: widthOf(column) - 1 }, () => null),
    ]),
  ];
}
