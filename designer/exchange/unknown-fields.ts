import { type Problem, warning } from '#model';

const MOST = 20;

/**
 * Fields of a file that today's drawing has no place for: `given` is what was read, `kept` what became of
 * it. Nothing is taken over from them, and nobody finds out later that something is missing.
 */
export function unknownFields(given: unknown, kept: unknown): readonly Problem[] {
  const found: (string | number)[][] = [];
  compare({ given, kept, path: [] }, found);
  return found
    .slice(0, MOST)
    .map((path) => warning('exchange.unknownField', path, { place: path.join('.') }));
}

interface Pair {
  readonly given: unknown;
  readonly kept: unknown;
  readonly path: (string | number)[];
}

function compare({ given, kept, path }: Pair, found: (string | number)[][]): void {
  if (found.length >= MOST || typeof given !== 'object' || typeof kept !== 'object') return;
  if (given === null || kept === null) return;
  if (Array.isArray(given) && Array.isArray(kept)) {
    given.forEach((each, nth) => compare({ given: each, kept: kept[nth], path: [...path, nth] }, found));
    return;
  }
  for (const [key, value] of Object.entries(given)) {
    // own keys only: `__proto__` and `constructor` are fields of the file like any other
    if (Object.hasOwn(kept, key)) {
      // a key that was just found to be there
      compare({ given: value, kept: (kept as Record<string, unknown>)[key], path: [...path, key] }, found);
    } else found.push([...path, key]);
  }
}
