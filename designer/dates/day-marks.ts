import { addDays, weekday } from '#engine';
import type { Calendar, CivilDate } from '#model';

/** Days in a row that are not like a usual working day. */
export interface DayMark {
  readonly kind: 'weekend' | 'off' | 'worked' | 'notCovered';
  readonly from: CivilDate;
  readonly days: number;
  /** Of the holiday or of the swap; empty for weekends. */
  readonly name: string;
}

/** Weekends, holidays and swapped working days between two days, both included. */
export function dayMarks(calendar: Calendar, from: CivilDate, to: CivilDate): readonly DayMark[] {
  const special = new Map(calendar.days.map((day) => [day.date, day]));
  const week = new Set(calendar.weekdays);
  const marks: DayMark[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const mark = markOf(date);
    if (mark === null) continue;
    const last = marks.at(-1);
    const goesOn =
      last?.kind === mark.kind && last.name === mark.name && addDays(last.from, last.days) === date;
    if (goesOn) marks[marks.length - 1] = { ...last, days: last.days + 1 };
    else marks.push({ ...mark, from: date, days: 1 });
  }
  return marks;

  function markOf(date: CivilDate): Pick<DayMark, 'kind' | 'name'> | null {
    const year = Number(date.slice(0, 4));
    if (year < calendar.years.from || year > calendar.years.to) return { kind: 'notCovered', name: '' };
    const day = special.get(date);
    if (day !== undefined) return { kind: day.kind, name: day.name };
    return week.has(weekday(date)) ? null : { kind: 'weekend', name: '' };
  }
}
