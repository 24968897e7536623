import type { CellObject } from 'write-excel-file/node';
import { formatVi, normalise, percentOf } from '#engine';
import { cut, type Decimal, type Value } from '#model';
import type { LevelColumn } from './consolidation.ts';
import { clean } from './pieces.ts';
import { valueText } from './value-text.ts';

type Look = Omit<CellObject, 'value' | 'type' | 'format'>;

/** As `percentOf` rounds. */
const PERCENT_DIGITS = 2;

/** The most that one cell of a spreadsheet holds. */
const LONGEST = 32_767;

/** Text stays text: as a string of text format, `=1+1` is never read as a formula, not even when it is edited. */
export const textCell = (text: string, look: Look = {}): CellObject => ({
  value: cut(clean(text), LONGEST),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
  ...look,
});

/** The separators are those of the reader's own system: 1.234,5 on a Vietnamese one. */
const formatOf = (decimals: number): string => `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;

/** A number as a number; as text where a spreadsheet, which keeps 15 digits, would change it. */
export function numberCell(decimal: Decimal, decimals: number, look: Look = {}): CellObject {
  const exact = normalise(decimal);
  const number = Number(exact);
  const digits = exact.replace(/^-?0*\.?0*|[-.]/g, '').length;
  if (digits > 15) return textCell(formatVi(exact, decimals), { align: 'right', ...look });
  return { value: number, type: Number, format: formatOf(decimals), alignVertical: 'top', ...look };
}

/** How many columns of the sheet a figure takes: a ratio is shown with both its parts. */
export const widthOf = ({ type }: Pick<LevelColumn, 'type'>): number => (type === 'ratio' ? 3 : 1);

/** The cells of one figure. */
export function valueCells(value: Value | null, column: LevelColumn, look: Look = {}): CellObject[] {
  const empty = (count: number): CellObject[] => Array.from({ length: count }, () => textCell('', look));
  if (value === null) return empty(widthOf(column));
  switch (value.kind) {
    case 'number':
      return [numberCell(value.value, column.decimals, look), ...empty(widthOf(column) - 1)];
    case 'ratio': {
      const percent = percentOf(value.numerator, value.denominator);
      const parts = [value.numerator, value.denominator].map((part) =>
        numberCell(part, digitsOf(part), look),
      );
      return [...parts, percent === null ? textCell('', look) : numberCell(percent, PERCENT_DIGITS, look)];
    }
    case 'text':
    case 'list':
    case 'yesNo':
      return [textCell(valueText(value, 0), look), ...empty(widthOf(column) - 1)];
  }
}

const digitsOf = (decimal: Decimal): number => normalise(decimal).split('.')[1]?.length ?? 0;

/** Points that a text takes in a cell of so many characters: whole lines, words not counted one by one. */
export const heightOf = (text: string, characters: number): number =>
  Math.min(400, 17 * Math.max(1, Math.ceil((text.length * 1.15) / characters)));
