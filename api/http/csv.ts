import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';

/** One line of a table; what a spreadsheet would take for a formula is made a text. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ });

/** Sends a table as a file, part by part, at the pace of the reader. The mark in front says UTF-8 to Excel. */
export async function sendCsv(res: Response, fileName: string, lines: AsyncIterable<string>): Promise<void> {
  res.attachment(fileName).type('text/csv; charset=utf-8');
  res.write('\uFEFF');
  for await (const line of lines) {
    if (res.destroyed) return;
    if (!res.write(line)) await drained(res);
  }
  res.end();
}

/** Until more may be written, or nobody reads any more. */
const drained = (res: Response): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      res.off('drain', go).off('close', go);
      resolve();
    };
    res.on('drain', go).on('close', go);
  });
