import type { RawValue } from '#model';

/** Beside a box stand figures as the box reads them: the English `1,250` typed into it would be 1.25. */
export const AS_TYPED = 'vi';

/** What stands in a field, as one line of text. */
export function typedText(value: RawValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'object') return `${value.numerator}/${value.denominator}`;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return String(value);
}
