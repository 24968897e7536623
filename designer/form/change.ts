import { isEntry } from './record.ts';

type Path = readonly (string | number)[];

/**
 * The place of the one thing that differs, as deep as it can be told; a list of another length differs as a
 * whole. Null where nothing does.
 */
export function changedPath(before: unknown, after: unknown): Path | null {
  if (Object.is(before, after)) return null;
  const children = childrenOf(before, after);
  if (children === null) return [];
  const [first, second] = children.filter(([, a, b]) => !Object.is(a, b));
  if (first === undefined) return null;
  if (second !== undefined) return [];
  const inner = changedPath(first[1], first[2]);
  return inner === null ? null : [first[0], ...inner];
}

function childrenOf(before: unknown, after: unknown): readonly [string | number, unknown, unknown][] | null {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length ? before.map((each, at) => [at, each, after[at]]) : null;
  if (!isEntry(before) || !isEntry(after)) return null;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => [
    key,
    before[key],
    after[key],
  ]);
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      Array.isArray(inner) ? inner[Number(part)] : isEntry(inner) ? inner[String(part)] : undefined,
    value,
  );

/** Typing goes on in the same undo step: texts and figures, never what is chosen, added or taken away. */
export function mergeOf(id: string, before: unknown, after: unknown): string | undefined {
  const path = changedPath(before, after);
  if (path === null || path.length === 0) return undefined;
  const typed = [at(before, path), at(after, path)].every(
    (each) => typeof each === 'string' || typeof each === 'number' || each === null,
  );
  return typed ? [id, ...path].join('/') : undefined;
}

/** What differs at the top: only this is written, so that the rest stays the very same objects. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {};
  // the keys of an object of a schema are its fields
  for (const key of Object.keys(after) as (keyof T)[])
    if (!Object.is(before[key], after[key])) changed[key] = after[key];
  return changed;
}

/** Writes what differs; a field that may be absent, and is gone, goes. */
export function writeChanges<T extends object>(target: T, before: T, after: T): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) Reflect.deleteProperty(target, key);
  Object.assign(target, changesOf(before, after));
}
