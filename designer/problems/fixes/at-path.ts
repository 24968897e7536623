import type { Draft } from '../../drawing/command.ts';
import type { Place } from '../../drawing/view-store.ts';

/** What stands at a place of the drawing; undefined where the place is gone. */
export function valueAt(root: unknown, path: Place): unknown {
  let at = root;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[key]; // objects and arrays alike are read by key
  }
  return at;
}

export function setAt(draft: Draft, path: Place, value: unknown): void {
  const last = path.at(-1);
  const holder = valueAt(draft, path.slice(0, -1));
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  (holder as Record<string | number, unknown>)[last] = value; // the tests parse the result by the schema
}

/** Takes an entry out of its list. */
export function removeAt(draft: Draft, path: Place): void {
  const last = path.at(-1);
  const list = valueAt(draft, path.slice(0, -1));
  if (Array.isArray(list) && typeof last === 'number') list.splice(last, 1);
}
