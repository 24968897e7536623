import type { CivilDate, Instant } from '#model';
import { civilDateOf, epochOf, instantAt, startOfDay } from './civil.ts';
import type { WorkingCalendar } from './calendar.ts';
import { isBefore } from './instant.ts';
import { workingDaysLate } from './timeliness.ts';

/**
 * Working days in (today, last on-time date]; 0: today is the last day; negative: so many working days late
 * (C5), and 0 also where it is late by the clock only.
 */
export function workingDaysLeft(
  dueAt: Instant,
  now: Instant,
  calendar: Pick<WorkingCalendar, 'countBetween'>,
): number {
  if (!isBefore(now, dueAt)) {
    const late = workingDaysLate(dueAt, now, calendar);
    return late === 0 ? 0 : -late;
  }
  // The due instant is exclusive: the last moment on time is one millisecond before it.
  return calendar.countBetween(civilDateOf(now), civilDateOf(instantAt(epochOf(dueAt) - 1)));
}

/** The first instant after the last of so many working days from today; 0: the end of today. */
export function endOfWorkingDays(
  now: Instant,
  days: number,
  calendar: Pick<WorkingCalendar, 'step'>,
): Instant {
  const last: CivilDate = calendar.step(civilDateOf(now), days);
  return instantAt(epochOf(startOfDay(last)) + 86_400_000);
}
