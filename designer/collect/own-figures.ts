import type { Indicator, RawValue, Values } from '#model';
import { decimal } from '../ui/numbers.ts';

/** What is typed for one indicator: one box, or two for a ratio. */
export interface Typed {
  readonly first: string;
  readonly second: string;
}

const NOTHING: Typed = { first: '', second: '' };

/** What stood in the last signed part, as people write it. */
export function typedFrom(values: Values, { id }: Indicator): Typed {
  const value = values[id];
  switch (value?.kind) {
    case 'number':
      return { ...NOTHING, first: decimal(value.value, 'vi') };
    case 'ratio':
      return { first: decimal(value.numerator, 'vi'), second: decimal(value.denominator, 'vi') };
    case 'text':
      return { ...NOTHING, first: value.text };
    case 'list':
      return { ...NOTHING, first: value.items.join('\n') };
    case 'yesNo':
      return { ...NOTHING, first: value.yes ? 'có' : 'không' };
    default:
      return NOTHING;
  }
}

/** As the API reads it; empty is left out, since empty is not zero. */
export function rawOf({ type }: Indicator, { first, second }: Typed): RawValue | undefined {
  const [one, two] = [first.trim(), second.trim()];
  if (type === 'ratio') return one === '' && two === '' ? undefined : { numerator: one, denominator: two };
  if (one === '') return undefined;
  return type === 'list'
    ? one
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : one;
}
