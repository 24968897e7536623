import type { CivilDate, Instant, ObligationState, Timeliness } from '#model';
import { civilDateOf, lastDayOnTime } from './civil.ts';
import { isBefore } from './instant.ts';
import { isCounted } from './obligation.ts';

/**
 * The two axes of C7. Done = accepted by the receiver, or acknowledged where only that is owed. What has
 * been handed in is judged by C6 even while it waits for acceptance: the owing unit cannot be late
 * because the receiver is slow. What is outstanding, or missed its rework date, is judged by the clock.
 */
export function timelinessOf(
  state: ObligationState,
  now: Instant,
): { done: boolean; timeliness: Timeliness } {
  if (state.status === 'dormant' || state.status === 'cancelled')
    return { done: false, timeliness: 'noDeadline' };
  const done = state.kind === 'report' ? isCounted(state) : state.acknowledgedAt !== null;
  if (state.status === 'returned' && state.reworkDueAt !== null && !isBefore(now, state.reworkDueAt)) {
    return { done, timeliness: 'overdue' };
  }
  const [at, against] =
    state.countedAt === null ? [now, state.dueAt] : [state.countedAt, state.countedAgainst];
  return { done, timeliness: judge(at, against) };
}

function judge(at: Instant, against: Instant | null): Timeliness {
  if (against === null) return 'noDeadline';
  return isBefore(at, against) ? 'inTime' : 'overdue';
}

/**
 * C5: working days in (last on-time date, date of `at`]; 0 when on time, and also 0 when late by the
 * clock only (same day, or days off between).
 */
export function workingDaysLate(
  dueAt: Instant | null,
  at: Instant,
  calendar: { countBetween(afterExclusive: CivilDate, untilInclusive: CivilDate): number },
): number {
  if (dueAt === null || isBefore(at, dueAt)) return 0;
  return calendar.countBetween(lastDayOnTime(dueAt), civilDateOf(at));
}
