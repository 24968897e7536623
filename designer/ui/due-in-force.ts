import type { DueStep, ObligationStatus } from '#model';
import { reworkInForce } from '#engine/obligation';
import { lastOnTime } from './dates.ts';

export interface Owed {
  readonly status: ObligationStatus;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly dueWhy: readonly DueStep[];
}

/** The deadline that has to be met now, with its reasons: a returned report has a date of its own. */
export function dueInForce(owed: Owed): {
  readonly dueAt: string | null;
  readonly why: readonly DueStep[];
} {
  const rework = reworkInForce(owed);
  if (rework === null) return { dueAt: owed.dueAt, why: owed.dueWhy };
  const step: DueStep = { rule: 'rework', params: { date: lastOnTime(rework) } };
  return { dueAt: rework, why: [...owed.dueWhy, step] };
}
