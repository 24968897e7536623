import type { AttributeValue, Condition } from '#model';

export type ConditionValue = Condition['value'];

/** How a value is typed: `a, b` for several, `1250` or `12,5` for numbers. */
export const writeValue = (value: ConditionValue): string =>
  value === undefined ? '' : Array.isArray(value) ? value.map(writeOne).join(', ') : writeOne(value);

const writeOne = (value: AttributeValue): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : String(value);

interface Reading {
  readonly op: Condition['op'];
  /** What units have in this attribute, as far as is known. */
  readonly known: readonly AttributeValue[];
}

/** Of the type that units have: a number is compared with numbers only. Null where it cannot be read. */
export function readValue(text: string, { op, known }: Reading): ConditionValue | null {
  const numbers = known.length > 0 && known.every((each) => typeof each === 'number');
  const guess = known.length === 0 && (op === 'gte' || op === 'lte');
  const one = (part: string): AttributeValue | null => {
    const trimmed = part.trim().normalize('NFC');
    const number = /^-?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
    if (numbers) return number;
    return guess && number !== null ? number : trimmed;
  };
  if (op !== 'in') return one(text);
  const parts = text.split(numbers ? ';' : /[,;]/).map(one);
  return parts.every((each) => each !== null) ? parts : null;
}

/** The same condition with another test: the value takes the shape that the test needs. */
export function withTest(condition: Condition, op: Condition['op']): Condition {
  const { attribute, value } = condition;
  if (op === 'exists') return { attribute, op };
  const first = Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
  if (op !== 'in') return { attribute, op, value: first };
  return { attribute, op, value: Array.isArray(value) ? value : first === '' ? [] : [first] };
}
