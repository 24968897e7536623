import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One line of a table; what a spreadsheet would take for a formula is made a text. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ });

/** Sends a table as a file, part by part, at the pace of the reader. */
export async function sendCsv(res: Response, fileName: string, lines: AsyncIterable<string>): Promise<void> {
  res.attachment(fileName).type('text/csv; charset=utf-8');
  await pipeline(Readable.from(parts(lines)), res).catch((error: unknown) => {
    if (!wentAway(error)) throw error;
  });
}

/** Lines are compressed and sent some at a time: each for itself would gain little. */
const PART = 16_000;

async function* parts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '\uFEFF'; // says UTF-8 to Excel
  for await (const line of lines) {
    part += line;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part;
}

/** Nobody reads any more. */
const wentAway = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
