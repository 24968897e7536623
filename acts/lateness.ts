import { calendarsInForce, type ObligationRow, type Queryable } from '#db';
import { workingCalendar, workingDaysLate, YearNotCovered } from '#engine';
import type { Definition, ObligationState } from '#model';

/** C5: working days between the last day on time and the day that counts; 0 while on time. */
export async function lateDays(
  tx: Queryable,
  judged: {
    readonly state: ObligationState;
    readonly definition: Definition;
    readonly row: Pick<ObligationRow, 'dueKey' | 'reportId'>;
  },
): Promise<number> {
  const { countedAt, countedAgainst } = judged.state;
  if (countedAt === null || countedAgainst === null || Date.parse(countedAt) < Date.parse(countedAgainst))
    return 0;
  const calendars = await calendarsInForce(tx);
  const id = calendarOf(judged.definition, judged.row);
  const calendar = calendars.find((each) => each.id === id);
  if (calendar === undefined) return 0;
  try {
    return workingDaysLate(countedAgainst, countedAt, workingCalendar(calendar));
  } catch (error) {
    // A report years late, past the calendar's end: late all the same, the count is unknown and stays 0.
    if (error instanceof YearNotCovered) return 0;
    throw error;
  }
}

/** Due keys begin with the drawing's node: `<node>/<report>…`. */
function calendarOf(
  definition: Definition,
  { dueKey, reportId }: Pick<ObligationRow, 'dueKey' | 'reportId'>,
): string {
  const node = definition.nodes.find(({ id }) => dueKey.startsWith(`${id}/`));
  return node?.obligations.find(({ report }) => report === reportId)?.calendar?.id ?? definition.calendar.id;
}
