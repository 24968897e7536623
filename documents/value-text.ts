import { formatVi } from '#engine/numbers';
import { percentOf } from '#engine/targets';
import type { Value } from '#model';

/** A figure as it is read in a Vietnamese text; a dash where there is none. */
export function valueText(value: Value | null, decimals: number): string {
  if (value === null) return '–';
  switch (value.kind) {
    case 'number':
      return formatVi(value.value, decimals);
    case 'ratio': {
      const percent = percentOf(value.numerator, value.denominator);
      const parts = `${formatVi(value.numerator)}/${formatVi(value.denominator)}`;
      return percent === null ? parts : `${parts} (${formatVi(percent)}\u00a0%)`;
    }
    case 'text':
      return value.text;
    case 'list':
      return value.items.join('; ');
    case 'yesNo':
      return value.yes ? 'Có' : 'Không';
  }
}
