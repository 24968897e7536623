import { type Schedule, dueKeyOf, viaDueKey, workingCalendar, YearNotCovered } from '#engine';
import type { Calendar, CivilDate, Definition, DrawingNode, Due, Members } from '#model';

/** One deadline of one level in one period. */
export interface LevelDue {
  readonly report: string;
  readonly members: Members;
  readonly due: Due;
  /** The consolidator's own deadline; null where nobody collects on behalf. */
  readonly via: Due | null;
  readonly periodKey: string;
  /** Position of the rule in the level's obligations. */
  readonly rule: number;
}

/** What a level owes and when, in the order of the periods: the first one is the next to fall due. */
export const duesOfLevel = (
  schedule: Schedule,
  node: Pick<DrawingNode, 'id' | 'obligations'>,
): readonly LevelDue[] =>
  schedule.periods.flatMap(({ key: periodKey, dues }) =>
    node.obligations.flatMap(({ report, members }, rule): LevelDue[] => {
      const key = dueKeyOf(node.id, report, members);
      const due = dues[key];
      const via = dues[viaDueKey(key)] ?? null;
      return due === undefined ? [] : [{ report, members, due, via, periodKey, rule }];
    }),
  );

/**
 * Working days in (from, to] of the drawing's calendar; negative where `to` lies before `from`. Null where
 * the calendar has not arrived or does not cover the years.
 */
export function workingDaysBetween(
  calendars: readonly Calendar[],
  definition: Pick<Definition, 'calendar'>,
  ...[from, to]: readonly [from: CivilDate, to: CivilDate]
): number | null {
  const calendar = calendars.find(({ id }) => id === definition.calendar.id);
  if (calendar === undefined) return null;
  try {
    const days = workingCalendar(calendar);
    return from <= to ? days.countBetween(from, to) : -days.countBetween(to, from);
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}
