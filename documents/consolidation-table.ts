import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Level } from './consolidation.ts';
import { SIZE, TEXT_WIDTH } from './layout.ts';
import { line } from './pieces.ts';
import { valueText } from './value-text.ts';

/** More columns of figures than this do not fit beside each other on a page that is upright. */
const MOST_COLUMNS = 5;

/** The table of the children, in as many pieces one after the other as its columns need. */
export function figures(level: Level): FileChild[] {
  if (level.columns.length === 0) return [];
  const count = Math.ceil(level.columns.length / MOST_COLUMNS);
  const size = Math.ceil(level.columns.length / count);
  return Array.from({ length: count }, (_, piece) => {
    const from = piece * size;
    const range = { from, to: Math.min(from + size, level.columns.length) };
    const part = count === 1 ? '' : ` (phần ${piece + 1}/${count})`;
    return [
      line(`Biểu số liệu: ${level.title}${part}`, {
        size: SIZE.body,
        bold: true,
        before: 240,
        after: 100,
        keepNext: true,
      }),
      ...level.tables.map((table) => grid({ columns: level.columns, ...table }, range)),
    ];
  }).flat();
}

type Grid = Pick<Level, 'columns'> & Level['tables'][number];

function grid({ columns, rows, totals }: Grid, { from, to }: { from: number; to: number }): Table {
  const shown = columns.slice(from, to);
  const first = 560;
  const second = Math.round((TEXT_WIDTH - first) * (shown.length > 3 ? 0.28 : 0.4));
  const each = Math.floor((TEXT_WIDTH - first - second) / shown.length);
  const widths = [first, second, ...shown.map(() => each)];
  const row = (
    texts: readonly string[],
    look: { bold?: boolean; italics?: boolean; head?: boolean },
  ): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: look.head === true,
      children: texts.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? each, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: [
              line(text, {
                size: SIZE.table,
                bold: look.bold === true,
                italics: look.italics === true,
                align:
                  look.head === true || at === 0
                    ? AlignmentType.CENTER
                    : at === 1 || shown[at - 2]?.type === 'text' || shown[at - 2]?.type === 'list'
                      ? AlignmentType.LEFT
                      : AlignmentType.RIGHT,
              }),
            ],
          }),
      ),
    });
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    margins: { left: 70, right: 70, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: [
      row(
        ['STT', 'Đơn vị', ...shown.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`))],
        {
          bold: true,
          head: true,
        },
      ),
      ...rows.map(({ unitName, status, cells, counted }, at) =>
        row(
          [
            String(at + 1),
            counted ? unitName : `${unitName} (${status.charAt(0).toLowerCase()}${status.slice(1)})`,
            ...shown.map(({ decimals }, index) => valueText(cells[from + index] ?? null, decimals)),
          ],
          { italics: !counted },
        ),
      ),
      row(
        [
          '',
          'Tổng hợp',
          ...shown.map(({ decimals }, index) => valueText(totals[from + index] ?? null, decimals)),
        ],
        { bold: true },
      ),
    ],
  });
}
