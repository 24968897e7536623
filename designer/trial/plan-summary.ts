import { epochOf, instantAt } from '#engine';
import type { Instant, Plan, Problem } from '#model';

/** What the page needs of a compiled plan; the plan itself stays in the worker, it may hold the whole country. */
export interface PlanSummary {
  readonly startAt: string;
  readonly rootUnitId: string;
  readonly counts: {
    /** Units with something to do, each once. */
    readonly units: number;
    readonly reports: number;
    readonly acknowledgements: number;
    /** Units that pass the directive on or collect. */
    readonly relays: number;
    readonly periods: number;
  };
  /** When the last deadline or escalation that is known has passed, and who owes without one has had its time. */
  readonly endsAt: Instant;
  /** Paths begin with `definition`, `directive` or `trial`. */
  readonly warnings: readonly Problem[];
}

export function summaryOf(plan: Plan, warnings: readonly Problem[]): PlanSummary {
  const reports = plan.assignments.filter(({ kind }) => kind === 'report').length;
  return {
    startAt: plan.startAt,
    rootUnitId: plan.rootUnitId,
    counts: {
      units: new Set(plan.assignments.map(({ unitId }) => unitId)).size,
      reports,
      acknowledgements: plan.assignments.length - reports,
      relays: plan.nodes.length,
      periods: plan.periods.length,
    },
    endsAt: endOf(plan),
    warnings,
  };
}

/** As long as those without a deadline may take in a simulation, and a day more. */
const UNDATED_MS = 11 * 86_400_000;

function endOf({ periods, startAt }: Plan): Instant {
  const instants = periods.flatMap(({ opensAt, dues }) => [
    epochOf(opensAt) + UNDATED_MS,
    ...Object.values(dues).flatMap(({ dueAt, escalateAt }) =>
      [dueAt, escalateAt].flatMap((at) => (at === null ? [] : [epochOf(at)])),
    ),
  ]);
  return instantAt(instants.reduce((last, at) => Math.max(last, at), epochOf(startAt)));
}
