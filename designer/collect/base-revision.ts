import type { RevisionLine } from './api.ts';

/**
 * Which revision the differences of another are counted from: the last one signed before it, which is what the unit
 * above has; before the first signature the draft before it. Null: there is none.
 */
export function baseOf(
  revision: number,
  lines: readonly Pick<RevisionLine, 'revision' | 'state'>[],
): number | null {
  const before = lines.filter((line) => line.revision < revision);
  return (before.findLast(({ state }) => state === 'signed') ?? before.at(-1))?.revision ?? null;
}
