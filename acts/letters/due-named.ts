import { dueInstant, timeOfDayOf } from '#engine';
import { addMinutes } from '#engine/civil';
import type { Due } from '#model';

/** The deadline as a letter says it; null where none is known. The hour is what the instant has beyond the day. */
export function namedDue(
  due: Pick<Due, 'date' | 'bound' | 'dueAt'> | null,
): { readonly date: string; readonly time: string | null; readonly bound: 'before' | 'by' } | null {
  if (due === null || due.date === null || due.bound === null || due.dueAt === null) return null;
  const { date, bound, dueAt } = due;
  if (Date.parse(dueInstant({ date, time: null, bound })) === Date.parse(dueAt))
    return { date, time: null, bound };
  // C2: `by 15:00` ends with the minute
  return { date, time: timeOfDayOf(bound === 'by' ? addMinutes(dueAt, -1) : dueAt), bound };
}
