import type { CivilDate, Definition, DueRule } from '#model';
import { workingCalendar } from './calendar.ts';
import { addDays, civilDateOf, civilOf, dayNumber } from './civil.ts';
import { resolveDate } from './due.ts';
import { type Schedule, type ScheduleInput, schedule } from './schedule.ts';

export interface Feasible {
  /** The earliest date that the first named deadline can have so that every level gets its working days. */
  readonly date: CivilDate;
  /** Days by which all named deadlines move together. */
  readonly shift: number;
  readonly schedule: Schedule;
}

const SEARCHED_DAYS = 750;

/**
 * Back-scheduling asked the other way round (C11): when could this be due at the earliest, on a working
 * day? Null when nothing has a date to move, or none within two years will do.
 */
export function earliestFeasible(input: ScheduleInput): Feasible | null {
  const start = civilDateOf(input.startAt);
  const dates = namedDates(input, start);
  const first = [...dates].sort()[0];
  if (first === undefined) return null;
  for (let ahead = 0; ahead <= SEARCHED_DAYS; ahead += 1) {
    const date = addDays(start, ahead);
    if (isDayOff(input, date)) continue;
    const shift = dayNumber(date) - dayNumber(first);
    const result = schedule({
      ...input,
      definition: shifted(input, start, shift),
      parameters: {},
      override: false,
    });
    const skipped =
      result.ok && (result.warnings ?? []).some(({ code }) => code === 'schedule.periodSkipped');
    if (result.ok && !skipped) return { date, shift, schedule: result.value };
  }
  return null;
}

/** Nobody is offered a Sunday. Years that the calendar does not cover speak up when the schedule is tried. */
function isDayOff({ definition, calendars }: ScheduleInput, date: CivilDate): boolean {
  const calendar = calendars.find((each) => each.id === definition.calendar.id);
  const { year } = civilOf(date);
  if (!calendar || year < calendar.years.from || year > calendar.years.to) return false;
  return !workingCalendar(calendar).isWorking(date);
}

function namedDates(input: ScheduleInput, start: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (const form of input.definition.reports) {
    if (form.periods.kind === 'named') dates.push(...form.periods.list.map((period) => period.due.date));
  }
  for (const { obligations } of input.definition.nodes) {
    for (const { due, via } of obligations) {
      for (const rule of [due, via?.due]) if (rule?.kind === 'date') dates.push(dateOf(rule, input, start));
    }
  }
  return dates;
}

function shifted(input: ScheduleInput, start: CivilDate, days: number): Definition {
  const move = (rule: DueRule): DueRule =>
    rule.kind === 'date' ? { ...rule, date: addDays(dateOf(rule, input, start), days) } : rule;
  const { definition } = input;
  return {
    ...definition,
    // All dates are written out now; nothing is left to ask.
    parameters: [],
    reports: definition.reports.map((form) => {
      if (form.periods.kind !== 'named') return form;
      const list = form.periods.list.map((period) => ({
        ...period,
        due: { ...period.due, date: addDays(period.due.date, days) },
      }));
      return { ...form, periods: { ...form.periods, list } };
    }),
    nodes: definition.nodes.map((node) => ({
      ...node,
      obligations: node.obligations.map((rule) => ({
        ...rule,
        due: move(rule.due),
        via: rule.via === null ? null : { ...rule.via, due: move(rule.via.due) },
      })),
    })),
  };
}

/** A date that is still to be answered counts from the start. */
function dateOf(rule: Extract<DueRule, { kind: 'date' }>, input: ScheduleInput, start: CivilDate): CivilDate {
  const defaults = Object.fromEntries(
    input.definition.parameters.flatMap(({ key, default: preset }) =>
      preset === null ? [] : [[key, preset] as const],
    ),
  );
  const date = resolveDate(rule.date, { ...defaults, ...input.parameters }, []);
  return date.ok ? date.value : start;
}
