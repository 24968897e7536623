import { isEntry } from '../record.ts';

/** The key of the parameter that stands in place of a value; null where the value itself does. */
export function parameterOf(value: unknown): string | null {
  const key = isEntry(value) ? value['parameter'] : undefined;
  return typeof key === 'string' ? key : null;
}
