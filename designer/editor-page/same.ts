import type { Drawing } from '../drawing/drawing.ts';

/** Deep equality of plain data; the order of keys and properties that are `undefined` say nothing. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  // both are plain objects or both are arrays: entries cover either
  const [left, right] = [written(a), written(b)];
  return left.size === right.size && [...left].every(([key, value]) => sameValue(value, right.get(key)));
}

const written = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, each]) => each !== undefined));

/** The same to the last position on the canvas. */
export const sameDrawing = (a: Drawing, b: Drawing): boolean =>
  sameValue(a.definition, b.definition) && sameValue(a.directive, b.directive);

/** The same to the engine: positions on the canvas have no meaning. */
export const sameMeaning = (a: Drawing, b: Drawing): boolean =>
  sameDrawing({ ...a, definition: { ...a.definition, layout: b.definition.layout } }, b);
