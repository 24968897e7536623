import { percentOf } from '#engine/targets';
import type { Indicator, Value } from '#model';
import { decimal } from '../ui/numbers.ts';

/** A figure as people read it; a ratio also shows its percentage, computed from the sums (never a mean of ratios). */
export function valueText(value: Value | null, indicator: Indicator, language: string): string {
  if (value === null) return '–';
  switch (value.kind) {
    case 'number':
      return `${decimal(value.value, language)}${indicator.unit === '' ? '' : ` ${indicator.unit}`}`;
    case 'ratio': {
      const share = percentOf(value.numerator, value.denominator);
      const parts = `${decimal(value.numerator, language)}/${decimal(value.denominator, language)}`;
      return share === null ? parts : `${parts} (${decimal(share, language)} %)`;
    }
    case 'text':
      return value.text;
    case 'list':
      return value.items.join('; ');
    case 'yesNo':
      return value.yes ? '✓' : '✗';
  }
}
