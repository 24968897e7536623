import type { Problem } from '#model';
import { problem } from '#model/problem';

/** Deeper than any drawing, far from what a stack can take. */
export const MAX_DEPTH = 40;

type Place = { readonly value: object; readonly path: readonly (string | number)[] };

/**
 * Brings every text of a parsed JSON body into NFC, in place, and names what no text may hold: NUL
 * and lone surrogates (PostgreSQL refuses both). Walks with its own stack: a body of 1 MB may nest
 * half a million levels.
 */
export function cleanTexts(body: unknown): Problem | null {
  if (typeof body === 'string') return bad(body) ? problem('api.badText') : null;
  if (typeof body !== 'object' || body === null) return null;
  const stack: Place[] = [{ value: body, path: [] }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (place.path.length >= MAX_DEPTH)
      return problem('api.tooDeep', place.path.slice(0, 5), { limit: MAX_DEPTH });
    for (const [key, value] of Object.entries(place.value)) {
      const path = [...place.path, Array.isArray(place.value) ? Number(key) : key];
      if (bad(key)) return problem('api.badText', path);
      if (typeof value === 'string') {
        if (bad(value)) return problem('api.badText', path);
        // own properties only, so that a key `__proto__` of the body never reaches the prototype
        Object.defineProperty(place.value, key, {
          value: value.normalize('NFC'),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      } else if (typeof value === 'object' && value !== null) stack.push({ value, path });
    }
  }
  return null;
}

/** NUL, or half of a surrogate pair (with the `u` flag a whole pair does not match). */
export const bad = (text: string): boolean => text.includes('\u0000') || /[\ud800-\udfff]/u.test(text);
