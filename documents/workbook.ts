import writeWorkbook, { type Sheet } from 'write-excel-file/node';
import type { ConsolidationInput } from './consolidation.ts';
import { levelNames } from './level-names.ts';
import { levelSheet } from './workbook-level.ts';
import { printedOnA4 } from './workbook-print.ts';
import { SOURCES, sourceSheet, TARGETS, targetSheet } from './workbook-sources.ts';
import { withFixedDates } from './zip-dates.ts';

/**
 * A consolidation as a workbook: a sheet for each level of consolidating units (where more forms are asked
 * for, one for each of them), the targets where there are any, and a sheet that names the source of every
 * row. Totals are those given, never computed.
 */
export async function consolidationWorkbook(input: ConsolidationInput): Promise<Buffer> {
  const names = levelNames(input.levels, [SOURCES, TARGETS]);
  const sheets: Sheet<never>[] = input.levels.map((level, at) => levelSheet(input, level, names[at] ?? ''));
  if (input.targets.length > 0) sheets.push(targetSheet(input));
  sheets.push(sourceSheet(input, names));
  const workbook = writeWorkbook(sheets, {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [printedOnA4],
  });
  return withFixedDates(await workbook.toBuffer());
}
