import { baseRevision } from '#engine/difference';
import type { RevisionLine } from './api.ts';

/** Which revision the differences of another are counted from (engine: `baseRevision`). */
export const baseOf = (
  revision: number,
  lines: readonly Pick<RevisionLine, 'revision' | 'state'>[],
): number | null =>
  baseRevision(
    revision,
    lines.filter(({ state }) => state === 'signed').map((line) => line.revision),
  );
