import { atTime, dueInstant, nextOccurrence, type Occurrence, workingCalendar } from '#engine';
import type { Calendar, Definition, RecurrenceRule } from '#model';

interface Around {
  readonly definition: Pick<Definition, 'calendar'>;
  readonly calendars: readonly Calendar[];
  /** First day of the trial. */
  readonly startOn: string;
}

/** The first instances of a recurring report, as the engine will open them. */
export function nextDates(rule: RecurrenceRule, around: Around, count: number): readonly Occurrence[] {
  const { definition, calendars, startOn } = around;
  const calendar = calendars.find(({ id }) => id === definition.calendar.id);
  const skips = definition.calendar.onDayOff !== 'asWritten' && calendar !== undefined;
  const startAt = atTime(startOn, '08:00');
  const context = { startAt, skipDaysOff: skips ? workingCalendar(calendar) : null };
  const found: Occurrence[] = [];
  for (let after = startAt; found.length < count; ) {
    const next = nextOccurrence(rule, after, context);
    if (next === null) break;
    found.push(next);
    after = dueInstant(next.due);
  }
  return found;
}
