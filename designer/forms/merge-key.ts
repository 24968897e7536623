import type { Place } from '../drawing/view-store.ts';

type Parts = Readonly<Record<string, unknown>> | readonly unknown[];
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

const entriesOf = (value: Parts): ReadonlyMap<string, unknown> => new Map(Object.entries(value));

/**
 * The one text that differs between two values, by its path; undefined where more differs, or something
 * that is no text. Commands for the same text in a row are one step of undo: typing, not adding and removing.
 */
export function typedText(before: unknown, after: unknown, path: Place = []): string | undefined {
  if (typeof before === 'string' && typeof after === 'string') return path.join('/');
  if (!isParts(before) || !isParts(after)) return undefined;
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (was.size !== is.size) return undefined;
  const differing = [...is].filter(([key, value]) => value !== was.get(key));
  const [only, more] = differing;
  if (only === undefined || more !== undefined || !was.has(only[0])) return undefined;
  return typedText(was.get(only[0]), only[1], [...path, only[0]]);
}

/** Takes over what differs, so that everything else stays the very same object. */
export function assignChanged<T extends object>(draft: T, before: T, after: Readonly<Partial<T>>): void {
  for (const key of Object.keys(after)) {
    const field = key as keyof T; // the keys of a part of T are keys of T
    const next = after[field];
    if (next !== undefined && next !== before[field]) draft[field] = next;
  }
}
