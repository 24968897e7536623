import type { ObligationState } from '#model';
import { isCounted, isOwed } from './obligation.ts';

export type CoverageRow = Pick<ObligationState, 'status' | 'acceptedVersion' | 'version'> & {
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string | null;
};

/** C9: accepted sources ÷ owed sources, the missing ones named. */
export interface Coverage {
  readonly owed: number;
  readonly accepted: number;
  readonly missing: readonly Missing[];
  /** The same over all levels: what stands here plus what the accepted consolidations from below said of theirs. */
  readonly deep: { readonly owed: number; readonly accepted: number; readonly missing: readonly Missing[] };
}

export interface Missing {
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string | null;
  readonly state: 'notReported' | 'awaitingDecision' | 'returned';
}

/**
 * `rows`: everything this unit collects; conditional ones not declared and cancelled ones are not owed.
 * `below`: the coverage that the accepted consolidated reports carry. A consolidating unit that has not
 * reported counts as one missing source: how many are missing below it is not known here.
 */
export function coverageOf(rows: readonly CoverageRow[], below: readonly Coverage[] = []): Coverage {
  const owed = rows.filter(isOwed);
  const missing = owed.filter((row) => !isCounted(row)).map(missingOf);
  missing.sort((a, b) => order(`${a.unitId} ${a.reportId ?? ''}`, `${b.unitId} ${b.reportId ?? ''}`));
  const accepted = owed.length - missing.length;
  return {
    owed: owed.length,
    accepted,
    missing,
    deep: {
      owed: below.reduce((sum, { deep }) => sum + deep.owed, owed.length),
      accepted: below.reduce((sum, { deep }) => sum + deep.accepted, accepted),
      missing: [...missing, ...below.flatMap(({ deep }) => deep.missing)],
    },
  };
}

/** What was missing further down when the accepted consolidations were drawn up: what comes of them is no better. */
export const missingBelow = ({ missing, deep }: Coverage): readonly Missing[] =>
  deep.missing.slice(missing.length);

function missingOf({ unitId, unitName, reportId, status, version }: CoverageRow): Missing {
  const state = status === 'returned' ? 'returned' : version > 0 ? 'awaitingDecision' : 'notReported';
  return { unitId, unitName, reportId, state };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
