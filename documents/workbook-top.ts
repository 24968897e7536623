import type { CellObject, SheetData } from 'write-excel-file/node';
import type { ConsolidationInput } from './consolidation.ts';
import { coverageLine, occasionLine, PROVISIONAL, stateLine } from './state-line.ts';
import { heightOf, textCell } from './workbook-cells.ts';

export const EDGE = { borderStyle: 'thin', borderColor: '#7A8580' } as const;
/** Cells of heads and totals. */
export const STRONG = { ...EDGE, fontWeight: 'bold', backgroundColor: '#EEF2F0' } as const;

export const headCell = (text: string): CellObject => textCell(text, { ...STRONG, align: 'center' });

const isProvisional = ({ state }: ConsolidationInput): boolean => state.kind !== 'signed';

/** The four lines on top of every sheet, each over all its columns. */
export function topLines(input: ConsolidationInput, title: string, widths: readonly number[]): SheetData {
  const marked = isProvisional(input) ? `${PROVISIONAL} – ${title}` : title;
  const wide = widths.reduce((sum, width) => sum + width, 0);
  // a row that is merged does not grow with its text by itself
  const over = (cell: CellObject): (CellObject | null)[] => [
    { ...cell, columnSpan: widths.length, height: heightOf(String(cell.value ?? ''), wide) },
    ...widths.slice(1).map(() => null),
  ];
  return [
    over(textCell(marked, { fontWeight: 'bold', fontSize: 14, align: 'center' })),
    over(textCell(occasionLine(input), { align: 'center' })),
    over(
      textCell(
        stateLine(input),
        isProvisional(input)
          ? { align: 'center', fontWeight: 'bold', textColor: '#C00000' }
          : { align: 'center' },
      ),
    ),
    over(textCell(coverageLine(input), { align: 'center', fontStyle: 'italic' })),
  ];
}
