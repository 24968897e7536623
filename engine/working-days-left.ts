import type { Instant } from '#model';
import { addDays, civilDateOf, lastDayOnTime, startOfDay } from './civil.ts';
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
  return calendar.countBetween(civilDateOf(now), lastDayOnTime(dueAt));
}

/** The first instant after the last of so many working days from today; 0: the end of today. */
export function endOfWorkingDays(
  now: Instant,
  days: number,
  calendar: Pick<WorkingCalendar, 'step'>,
): Instant {
  return startOfDay(addDays(calendar.step(civilDateOf(now), days), 1));
}
