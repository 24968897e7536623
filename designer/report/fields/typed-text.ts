import type { RawValue } from '#model';

/** What stands in a field, as one line of text. */
export function typedText(value: RawValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'object') return `${value.numerator}/${value.denominator}`;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return String(value);
}
