import { calendarsInForce, type ObligationRow, type Queryable, unitPathOf } from '#db';
import { type WorkingCalendar, workingCalendar, workingDaysLate, YearNotCovered } from '#engine';
import type { Calendar, Definition, ObligationState } from '#model';

interface Rule {
  readonly definition: Definition;
  readonly row: Pick<ObligationRow, 'dueKey' | 'reportId'>;
}
/** The days off of a unit's own count for it as they did when its deadline was worked out. */
interface RuleOfUnit extends Rule {
  readonly unitPath: readonly string[];
}
interface RuleOfRow extends Rule {
  readonly row: Pick<ObligationRow, 'dueKey' | 'reportId' | 'unitId'>;
}
interface Counted {
  readonly state: Pick<ObligationState, 'countedAt' | 'countedAgainst'>;
}

/** C5: working days between the last day on time and the day that counts; 0 while on time. */
export async function lateDays(tx: Queryable, judged: RuleOfRow & Counted): Promise<number> {
  const { countedAt, countedAgainst } = judged.state;
  if (countedAt === null || countedAgainst === null || Date.parse(countedAt) < Date.parse(countedAgainst))
    return 0;
  const unitPath = await unitPathOf(tx, judged.row.unitId);
  return lateDaysBy(await calendarsInForce(tx), { ...judged, unitPath });
}

/** The same for many rows, with the calendars at hand. */
export function lateDaysBy(calendars: readonly Calendar[], judged: RuleOfUnit & Counted): number {
  const { countedAt, countedAgainst } = judged.state;
  return countedAt === null
    ? 0
    : workingDaysPast(calendars, judged, { dueAt: countedAgainst, at: countedAt });
}

/** Working days from the last day on time of `dueAt` to the day of `at`; 0 while on time. */
export function workingDaysPast(
  calendars: readonly Calendar[],
  rule: RuleOfUnit,
  { dueAt, at }: { readonly dueAt: string | null; readonly at: string },
): number {
  if (dueAt === null || Date.parse(at) < Date.parse(dueAt)) return 0;
  const calendar = calendarAmong(calendars, rule);
  // A report years late, past the calendar's end: late all the same, the count is unknown and stays 0.
  return calendar === null ? 0 : (covered(() => workingDaysLate(dueAt, at, calendar)) ?? 0);
}

/** The working calendar that an obligation's deadline goes by; null: it is not there. */
export const calendarOf = async (tx: Queryable, rule: RuleOfRow): Promise<WorkingCalendar | null> =>
  calendarAmong(await calendarsInForce(tx), { ...rule, unitPath: await unitPathOf(tx, rule.row.unitId) });

/** Null where a day lies outside the calendar's years. */
export function covered<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}

function calendarAmong(calendars: readonly Calendar[], rule: RuleOfUnit): WorkingCalendar | null {
  const id = calendarIdOf(rule);
  const found = calendars.find((each) => each.id === id);
  return found === undefined ? null : workingCalendar(found, rule.unitPath);
}

/** Due keys begin with the drawing's node: `<node>/<report>…`. */
export function calendarIdOf({ definition, row: { dueKey, reportId } }: Rule): string {
  const node = definition.nodes.find(({ id }) => dueKey.startsWith(`${id}/`));
  return node?.obligations.find(({ report }) => report === reportId)?.calendar?.id ?? definition.calendar.id;
}
