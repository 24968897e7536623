import { dateTime } from '../ui/dates.ts';

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What an entry says was so before and is so after, field by field; equal ones are left out. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((name) => ({ name, before: wordsOf(old[name]), after: wordsOf(now[name]) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return { '·': value };
  return Object.fromEntries(Object.entries(value));
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string')
    return INSTANT.test(value) ? dateTime(value) : value.replace(DAY, '$3/$2/$1');
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}
