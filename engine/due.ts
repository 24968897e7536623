import type {
  Bound,
  CivilDate,
  DateOrParameter,
  DayOffPolicy,
  Due,
  DueRule,
  DueStep,
  Escalation,
  Instant,
  Problem,
  Reminder,
  Result,
  TimeOfDay,
} from '#model';
import { ok, problem, refuse } from '#model/problem';
import { YearNotCovered, type WorkingCalendar } from './calendar.ts';
import {
  addDays,
  addMinutes,
  atTime,
  civilDateOf,
  epochOf,
  formatDate,
  instantAt,
  isCivilDate,
  lastDayOnTime,
  startOfDay,
  timeOfDayOf,
} from './civil.ts';

export type Path = readonly (string | number)[];
export type ParameterValues = Readonly<Record<string, string | number>>;
/** Dates of the events declared so far. */
export type EventDates = Readonly<Record<string, CivilDate>>;

/** "trước ngày D", "chậm nhất ngày D", with or without an hour. */
export interface NamedDay {
  readonly date: CivilDate;
  readonly time: TimeOfDay | null;
  readonly bound: Bound;
}

export interface DueInput {
  readonly rule: DueRule;
  /** Deadline of the unit one reports to; what `lead` counts from. */
  readonly base: Due | null;
  /** The date that the reporting period carries; null where it carries none. */
  readonly period: (NamedDay & { readonly from: 'period' | 'recurrence' }) | null;
  readonly calendar: WorkingCalendar;
  readonly onDayOff: DayOffPolicy;
  readonly parameters: ParameterValues;
  readonly events: EventDates;
  readonly reminders: readonly Reminder[];
  readonly escalation: Escalation | null;
  readonly path: Path;
}

/** The exclusive instant (C2): a report is on time if and only if it was received before it. */
export function dueInstant({ date, time, bound }: NamedDay): Instant {
  if (time === null) return startOfDay(bound === 'before' ? date : addDays(date, 1));
  return bound === 'before' ? atTime(date, time) : addMinutes(atTime(date, time), 1);
}

/** A deadline from its rule, with the reasons for it; problems carry `path` as their place. */
export function resolveDue(input: DueInput): Result<Due> {
  try {
    return resolve(input);
  } catch (error) {
    if (!(error instanceof YearNotCovered)) throw error;
    return refuse(
      problem('calendar.yearNotCovered', input.path, { calendar: error.calendarId, year: error.year }),
    );
  }
}

export function resolveDate(
  date: DateOrParameter,
  parameters: ParameterValues,
  path: Path,
): Result<CivilDate> {
  const value = typeof date === 'string' ? date : parameters[date.parameter];
  const name = typeof date === 'string' ? date : date.parameter;
  if (value === undefined)
    return refuse(problem('schedule.parameterMissing', path, { parameter: name, label: name }));
  if (typeof value !== 'string' || !isCivilDate(value)) {
    return refuse(problem('schedule.impossibleDate', path, { value: String(value) }));
  }
  return ok(value);
}

function resolve(input: DueInput): Result<Due> {
  const { rule, path } = input;
  switch (rule.kind) {
    case 'none':
      return ok(undated({ rule: 'none', params: {} }));
    case 'unknown':
      return refuse(problem('schedule.deadlineUnknown', path));
    case 'date': {
      const date = resolveDate(rule.date, input.parameters, [...path, 'date']);
      if (!date.ok) return date;
      const day = { date: date.value, time: rule.time, bound: rule.bound };
      return ok(onNamedDay(input, day, { rule: 'date', params: dayParams(day) }));
    }
    case 'period': {
      if (input.period === null) return refuse(problem('schedule.periodWithoutDate', path));
      return ok(
        onNamedDay(input, input.period, { rule: input.period.from, params: dayParams(input.period) }),
      );
    }
    case 'event':
      return onEvent(input, rule);
    case 'lead':
    case 'leadHours': {
      if (input.base === null) return refuse(problem('schedule.leadWithoutDate', path));
      return lead(input, rule, input.base);
    }
  }
}

function lead(
  input: DueInput,
  rule: Extract<DueRule, { kind: 'lead' | 'leadHours' }>,
  base: Due,
): Result<Due> {
  if (base.event !== null && base.dueAt === null)
    return ok({ ...undated(null), event: base.event, why: base.why });
  if (base.dueAt === null || base.date === null || base.bound === null) {
    return refuse(problem('schedule.leadWithoutDate', input.path));
  }
  if (rule.kind === 'leadHours') {
    const dueAt = instantAt(epochOf(base.dueAt) - rule.hours * 3_600_000);
    const date = base.bound === 'before' ? civilDateOf(dueAt) : civilDateOf(addMinutes(dueAt, -1));
    const step: DueStep = { rule: 'leadHours', params: { hours: rule.hours, from: base.dueAt } };
    const bare = { dueAt, date, bound: base.bound, why: [...base.why, step], counted: base.byWorkingDays };
    return ok({ ...withAlarms(input, bare), event: base.event });
  }
  const date = input.calendar.step(base.date, -rule.workingDays);
  const day = { date, time: timeOf(base.dueAt, base.bound), bound: base.bound };
  const params = { workingDays: rule.workingDays, from: formatDate(base.date), ...dayParams(day) };
  const why = [...base.why, { rule: 'lead', params } as const];
  const counted = rule.workingDays > 0 || base.byWorkingDays;
  return ok({
    ...withAlarms(input, { dueAt: dueInstant(day), date, bound: day.bound, why, counted }),
    event: base.event,
  });
}

function onEvent(input: DueInput, rule: Extract<DueRule, { kind: 'event' }>): Result<Due> {
  const declared = input.events[rule.event];
  const params = { event: rule.event, offset: rule.offset, days: rule.days };
  if (declared === undefined) return ok({ ...undated({ rule: 'event', params }), event: rule.event });
  const working = rule.days === 'working';
  const date = working ? input.calendar.step(declared, rule.offset) : addDays(declared, rule.offset);
  const day = { date, time: rule.time, bound: rule.bound };
  const step: DueStep = {
    rule: 'event',
    params: { ...params, declared: formatDate(declared), ...dayParams(day) },
  };
  return ok({ ...onNamedDay(input, day, step), event: rule.event });
}

/** A date written by somebody: the day-off policy applies to the date that is named, bound and hour stay (C4). */
function onNamedDay(input: DueInput, day: NamedDay, step: DueStep): Due {
  const rolled = roll(input, day.date);
  const why = rolled === day.date ? [step] : [step, rolledStep(input, day.date, rolled)];
  const dueAt = dueInstant({ ...day, date: rolled });
  const counted = input.onDayOff !== 'asWritten' || step.params['days'] === 'working';
  return withAlarms(input, { dueAt, date: rolled, bound: day.bound, why, counted });
}

function roll({ calendar, onDayOff }: DueInput, date: CivilDate): CivilDate {
  if (onDayOff === 'asWritten' || calendar.isWorking(date)) return date;
  return calendar.step(date, onDayOff === 'rollForward' ? 1 : -1);
}

const rolledStep = ({ onDayOff }: DueInput, from: CivilDate, to: CivilDate): DueStep => ({
  rule: 'rolled',
  params: { policy: onDayOff, from: formatDate(from), to: formatDate(to) },
});

interface Bare {
  readonly dueAt: Instant;
  readonly date: CivilDate;
  readonly bound: Bound;
  readonly why: readonly DueStep[];
  readonly counted: boolean;
}

function withAlarms(input: DueInput, bare: Bare): Due {
  const at = (alarm: Reminder): Instant =>
    alarm.unit === 'hours'
      ? instantAt(epochOf(bare.dueAt) + alarm.offset * 3_600_000)
      : atTime(input.calendar.step(bare.date, alarm.offset), alarm.time);
  const alarms = input.escalation === null ? input.reminders : [...input.reminders, input.escalation];
  return {
    dueAt: bare.dueAt,
    date: bare.date,
    bound: bare.bound,
    lastDate: lastDayOnTime(bare.dueAt),
    remindAt: [...new Set(input.reminders.map(at))].sort(),
    escalateAt: input.escalation === null ? null : at(input.escalation),
    byWorkingDays: bare.counted || alarms.some((alarm) => alarm.unit === 'workingDays' && alarm.offset !== 0),
    event: null,
    why: bare.why,
  };
}

const undated = (step: DueStep | null): Due => ({
  dueAt: null,
  date: null,
  bound: null,
  lastDate: null,
  remindAt: [],
  escalateAt: null,
  byWorkingDays: false,
  event: null,
  why: step === null ? [] : [step],
});

/** The hour that a deadline names, null where it names a whole day. */
function timeOf(dueAt: Instant, bound: Bound): TimeOfDay | null {
  const time = timeOfDayOf(bound === 'before' ? dueAt : addMinutes(dueAt, -1));
  return time === (bound === 'before' ? '00:00' : '23:59') ? null : time;
}

const dayParams = ({ date, time, bound }: NamedDay): Readonly<Record<string, string>> => ({
  date: formatDate(date),
  bound,
  time: time ?? '',
});

/** Problems whose place is inside a larger document. */
export const under = (prefix: Path, problems: readonly Problem[]): Problem[] =>
  problems.map((each) => ({ ...each, path: [...prefix, ...each.path] }));
