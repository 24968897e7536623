import { divide, multiply } from '#engine/decimal';
import { formatVi } from '#engine/numbers';
import type { Decimal, Value } from '#model';

/** The share of a ratio in percent with the digits of its indicator; null over nothing. Half up, as everywhere. */
export const percentOfRatio = (
  { numerator, denominator }: { readonly numerator: Decimal; readonly denominator: Decimal },
  decimals: number,
): Decimal | null => divide(multiply(numerator, '100'), denominator, decimals);

/** A figure as it is read in a Vietnamese text; a dash where there is none. */
export function valueText(value: Value | null, decimals: number): string {
  if (value === null) return '–';
  switch (value.kind) {
    case 'number':
      return formatVi(value.value, decimals);
    case 'ratio': {
      const percent = percentOfRatio(value, decimals);
      const parts = `${formatVi(value.numerator)}/${formatVi(value.denominator)}`;
      return percent === null ? parts : `${parts} (${formatVi(percent, decimals)}\u00a0%)`;
    }
    case 'text':
      return value.text;
    case 'list':
      return value.items.join('; ');
    case 'yesNo':
      return value.yes ? 'Có' : 'Không';
  }
}
