import type { DueStep, ObligationStatus } from '#model';
import { lastOnTime } from './dates.ts';

export interface Owed {
  readonly status: ObligationStatus;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly dueWhy: readonly DueStep[];
}

/** The deadline that has to be met now, with its reasons: a returned report has a date of its own (engine: `deadlineInForce`). */
export function dueInForce({ status, dueAt, reworkDueAt, dueWhy }: Owed): {
  readonly dueAt: string | null;
  readonly why: readonly DueStep[];
} {
  if (status !== 'returned' || reworkDueAt === null) return { dueAt, why: dueWhy };
  const step: DueStep = { rule: 'rework', params: { date: lastOnTime(reworkDueAt) } };
  return { dueAt: reworkDueAt, why: [...dueWhy, step] };
}
