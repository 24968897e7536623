import type { Response } from 'express';

/** What a spreadsheet would take for a formula; a number may begin with a minus sign. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:[.,]\d+)*$))/;

const cell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a table, safe to open in a spreadsheet. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((one) => (one === null ? '' : cell(String(one)))).join(',')}\r\n`;

/** Sends a table as a file, part by part, at the pace of the reader. The mark in front says UTF-8 to Excel. */
export async function sendCsv(res: Response, fileName: string, lines: AsyncIterable<string>): Promise<void> {
  res.attachment(fileName).type('text/csv; charset=utf-8');
  res.write('\uFEFF');
  for await (const line of lines) {
    if (res.destroyed) return;
    if (!res.write(line)) {
      await new Promise<void>((resolve) => {
        const go = () => {
          res.off('drain', go).off('close', go);
          resolve();
        };
        res.on('drain', go).on('close', go);
      });
    }
  }
  res.end();
}
