import type { Bound, Calendar, CivilDate, Definition, Due, DueStep, Result, TimeOfDay } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { workingCalendar } from './calendar.ts';
import { formatDate, lastDayOnTime } from './civil.ts';
import { resolveDue } from './due.ts';
import { placedRules, viaDueKey } from './schedule-dues.ts';

export interface ExtensionInput {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly dueKey: string;
  /** The date that was granted; the bound of the deadline it replaces stays. */
  readonly day: { readonly date: CivilDate; readonly time: TimeOfDay | null; readonly bound: Bound };
  /** Organisation path of the owing unit, for calendar days of its own. */
  readonly unitPath?: readonly string[];
  /** Reasons of the deadline so far. */
  readonly why: readonly DueStep[];
}

/**
 * The deadline after an extension: the date as the official wrote it (no day-off policy), reminders and
 * escalation counted anew from it by the rule of the drawing.
 */
export function extendedDue(input: ExtensionInput): Result<Due> {
  const placed = placedRules(input.definition).find(
    ({ dueKey }) => dueKey === input.dueKey || viaDueKey(dueKey) === input.dueKey,
  );
  if (!placed) return refuse(problem('obligation.noDeadlineToExtend'));
  const { rule } = placed;
  const policy = rule.calendar ?? input.definition.calendar;
  const calendar = input.calendars.find(({ id }) => id === policy.id);
  if (!calendar) return refuse(problem('schedule.calendarUnknown', [], { calendar: policy.id }));
  const due = resolveDue({
    rule: { kind: 'date', ...input.day },
    base: null,
    period: null,
    calendar: workingCalendar(calendar, input.unitPath),
    onDayOff: 'asWritten',
    parameters: {},
    events: {},
    reminders: rule.reminders,
    escalation: rule.escalation,
    path: [],
  });
  if (!due.ok) return due;
  // as people read it: “trước 11/12” is said as the last day that is still on time
  const last = due.value.dueAt === null ? input.day.date : lastDayOnTime(due.value.dueAt);
  const step: DueStep = { rule: 'extension', params: { date: formatDate(last) } };
  return ok({ ...due.value, why: [...input.why, step] });
}
