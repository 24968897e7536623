import type { Calendar, CivilDate } from '#model';
import { addDays, civilOf, weekday } from './civil.ts';

/** A working-day question about a year that the calendar does not cover: refused, never guessed (C3). */
export class YearNotCovered extends RangeError {
  readonly calendarId: string;
  readonly year: number;
  constructor(calendarId: string, year: number) {
    super(`calendar ${calendarId} does not cover ${year}`);
    this.name = 'YearNotCovered';
    this.calendarId = calendarId;
    this.year = year;
  }
}

export interface WorkingCalendar {
  readonly id: string;
  isWorking(date: CivilDate): boolean;
  /** The n-th working day after (n > 0) or before (n < 0) `date`, not counting `date`; 0 is `date` itself (C4). */
  step(date: CivilDate, days: number): CivilDate;
  /** Working days in (after, until]. */
  countBetween(afterExclusive: CivilDate, untilInclusive: CivilDate): number;
}

/**
 * `unitPath` runs from the top of the organisation to the unit: days that differ for one of these
 * units hold below it too, and the nearest one wins.
 */
export function workingCalendar(calendar: Calendar, unitPath: readonly string[] = []): WorkingCalendar {
  const special = new Map<CivilDate, 'off' | 'worked'>(calendar.days.map((day) => [day.date, day.kind]));
  for (const unitId of unitPath) {
    for (const day of calendar.unitDays) if (day.unitId === unitId) special.set(day.date, day.kind);
  }
  const week = new Set(calendar.weekdays);

  const isWorking = (date: CivilDate): boolean => {
    const { year } = civilOf(date);
    if (year < calendar.years.from || year > calendar.years.to) throw new YearNotCovered(calendar.id, year);
    const day = special.get(date);
    return day === undefined ? week.has(weekday(date)) : day === 'worked';
  };

  const step = (date: CivilDate, days: number): CivilDate => {
    const direction = days < 0 ? -1 : 1;
    let at = date;
    for (let left = Math.abs(days); left > 0; ) {
      at = addDays(at, direction);
      if (isWorking(at)) left -= 1;
    }
    return at;
  };

  const countBetween = (afterExclusive: CivilDate, untilInclusive: CivilDate): number => {
    let count = 0;
    for (let at = addDays(afterExclusive, 1); at <= untilInclusive; at = addDays(at, 1))
      if (isWorking(at)) count += 1;
    return count;
  };

  return { id: calendar.id, isWorking, step, countBetween };
}
