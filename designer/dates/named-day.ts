import { startOfDay, timeOfDayOf } from '#engine';
import type { CivilDate, Due, Instant } from '#model';
import { date, lastOnTimeInstant, weekday } from '../ui/dates.ts';
import type { Words } from './rule-words.ts';

/** `T7 07/12/2024` */
export const dayWithWeekday = (day: CivilDate, language: string): string =>
  momentWithWeekday(startOfDay(day), language);

export const momentWithWeekday = (at: Instant, language: string): string =>
  `${weekday(at, language)} ${date(at)}`;

/** `T5 05/12`: where the year is plain. */
export const shortDay = (at: Instant, language: string): string =>
  `${weekday(at, language)} ${date(at).slice(0, 5)}`;

/** The deadline as it is named, "trước CN 08/12/2024": `dates.named.<bound>`; null where there is none yet. */
export function namedDay(due: Due, language: string): Words | null {
  if (due.dueAt === null || due.date === null || due.bound === null) return null;
  return {
    key: due.bound,
    params: { day: dayWithWeekday(due.date, language), time: hourOf(due.dueAt, due.bound) },
  };
}

/** A deadline of whole days has no hour; "trước 15:00" and "chậm nhất 15:00" have. */
function hourOf(dueAt: Instant, bound: 'before' | 'by'): string {
  const time = timeOfDayOf(bound === 'before' ? dueAt : lastOnTimeInstant(dueAt));
  return time === (bound === 'before' ? '00:00' : '23:59') ? '' : time;
}
