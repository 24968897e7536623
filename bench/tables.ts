export type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)),
  );
  const line = (cells: Row) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  return [line(head), `| ${widths.map((size) => '-'.repeat(size)).join(' | ')} |`, ...rows.map(line)];
}

const width = (text: string) => [...text].length;

/** Three digits that mean something. */
export const number = (value: number) =>
  new Intl.NumberFormat('en', {
    maximumSignificantDigits: value < 1_000 ? 3 : 15,
    maximumFractionDigits: 0,
  }).format(value < 1_000 ? value : Math.round(value));
