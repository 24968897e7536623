import writeWorkbook, { type Sheet } from 'write-excel-file/node';
import type { ConsolidationInput } from './consolidation.ts';
import { sheetNames } from './sheet-names.ts';
import { levelSheet } from './workbook-level.ts';
import { printedOnA4 } from './workbook-print.ts';
import { SOURCES, sourceSheet, TARGETS, targetSheet } from './workbook-sources.ts';

/**
 * A consolidation as a workbook: a sheet for each consolidating unit with its children, the targets where
 * there are any, and a sheet that names the source of every row. Totals are those given, never computed.
 */
export async function consolidationWorkbook(input: ConsolidationInput): Promise<Buffer> {
  const names = sheetNames(
    input.levels.map(({ unitName }) => unitName),
    [SOURCES, TARGETS],
  );
  const sheets: Sheet<never>[] = input.levels.map((table, at) => levelSheet(input, table, names[at] ?? ''));
  if (input.targets.length > 0) sheets.push(targetSheet(input));
  sheets.push(sourceSheet(input, names));
  return writeWorkbook(sheets, {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [printedOnA4],
  }).toBuffer();
}
