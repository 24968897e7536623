import type { z } from 'zod';
import type { Value } from '#model';
import type { Counts } from './types.ts';

/**
 * What a run came to, in a shape that any way of running it can fill: the database, the API, the
 * simulator. `outcome-differences.ts` says where it is not what was worked out by hand.
 */
export interface Outcome {
  readonly obligations: readonly OutcomeObligation[];
  readonly notices: readonly OutcomeNotice[];
  /** False where the run does not know who was told (the simulator): then only what about and when is compared. */
  readonly knowsRecipients: boolean;
  /** All revisions. */
  readonly consolidations: readonly OutcomeConsolidation[];
}

export interface OutcomeObligation {
  readonly period: string;
  readonly unit: string;
  readonly kind: 'report' | 'acknowledge';
  readonly status: string;
  readonly timeliness: string;
  readonly versions: number;
  readonly workingDaysLate: number;
  /** A complete version has come in. */
  readonly received: boolean;
  readonly accepted: boolean;
}

export interface OutcomeNotice {
  readonly kind: string;
  readonly period: string;
  readonly about: string | null;
  /** Empty where recipients are not known. */
  readonly to: string;
  readonly at: string;
}

export interface OutcomeConsolidation {
  readonly period: string;
  readonly unit: string;
  readonly revision: number;
  readonly state: string;
  readonly coverage: OutcomeCoverage & { readonly deep?: OutcomeCoverage };
  /** Of the only report form. */
  readonly totals: Readonly<Record<string, Value | null>>;
  readonly targets?: Readonly<Record<string, OutcomeTarget>>;
  /** Totals that differ from the revision before; absent where the run does not keep them. */
  readonly differences?: readonly OutcomeDifference[];
}

export interface OutcomeDifference {
  readonly indicator: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

export interface OutcomeCoverage {
  readonly owed: number;
  readonly accepted: number;
  readonly missing: readonly string[];
}

interface OutcomeTarget {
  readonly total: string;
  readonly attained: string;
  readonly percent: string | null;
  readonly met: boolean;
  readonly shortfalls: readonly { readonly unit: string; readonly missing: string }[];
}

export type CountsOf = z.infer<typeof Counts>;

export function countsOf(obligations: readonly OutcomeObligation[]): CountsOf {
  const reports = obligations.filter(({ kind }) => kind === 'report');
  const received = reports.filter((each) => each.received);
  const late = received.filter(({ timeliness }) => timeliness === 'overdue').length;
  const noDeadline = received.filter(({ timeliness }) => timeliness === 'noDeadline').length;
  return {
    expected: reports.length,
    received: received.length,
    onTime: received.length - late - noDeadline,
    late,
    noDeadline,
    missing: reports.length - received.length,
    returned: reports.filter(({ status }) => status === 'returned').length,
    accepted: reports.filter(({ accepted }) => accepted).length,
  };
}
