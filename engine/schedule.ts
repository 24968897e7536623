import type {
  Calendar,
  CivilDate,
  Definition,
  DrawingNode,
  Due,
  Instant,
  PlanPeriod,
  Problem,
  Result,
} from '#model';
import { ok, problem, refuse, warning } from '#model/problem';
import { workingCalendar, YearNotCovered } from './calendar.ts';
import { civilDateOf, epochOf, formatDate, instantAt } from './civil.ts';
import { dueInstant, type EventDates, type ParameterValues, type Path } from './due.ts';
import { acknowledgeDueKey, type PlacedRule, periodDues, placedRules } from './schedule-dues.ts';
import { resolveParameters } from './schedule-parameters.ts';
import {
  type BarePeriod,
  listPeriods,
  oncePeriod,
  openingDate,
  type PeriodGroup,
  periodAfter,
  periodAgain,
  periodGroups,
} from './schedule-periods.ts';

export interface ScheduleInput {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly startAt: Instant;
  /** Answers to the questions of the drawing; defaults are filled in. */
  readonly parameters: ParameterValues;
  readonly events?: EventDates;
  /** Starting although a level gets too few days: these problems become warnings (C11). */
  readonly override?: boolean;
}

export interface Schedule {
  readonly periods: readonly PlanPeriod[];
  /** Report forms whose rule brings further periods. */
  readonly recurring: readonly string[];
}

/** A level that gets too little time; `compile` adds how many units that concerns. */
export interface Shortfall {
  readonly kind: 'workingDays' | 'cutoff';
  readonly dueKey: string;
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ResolvedSchedule extends Schedule {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly shortfalls: readonly Shortfall[];
}

/** Every deadline of a drawing for one start, without any unit: what the designer shows beside the levels. */
export function schedule(input: ScheduleInput): Result<Schedule> {
  const parameters = resolveDates(input);
  if (!parameters.ok) return parameters;
  const { problems, warnings, shortfalls, ...value } = resolveSchedule({
    ...input,
    parameters: parameters.value,
  });
  const short = shortfalls.map(({ kind, path, params }) => {
    const make = input.override === true ? warning : problem;
    return make(kind === 'cutoff' ? 'schedule.dueBeforeCutoff' : 'schedule.tooFewWorkingDays', path, params);
  });
  const errors = [...problems, ...short.filter((each) => each.severity === 'error')];
  if (errors.length > 0) return refuse(...errors);
  return ok(value, [...warnings, ...short]);
}

/** Only dates matter here: a unit that is still to be chosen does not keep the designer from seeing deadlines. */
function resolveDates({ definition, parameters }: ScheduleInput): Result<ParameterValues> {
  const dates = definition.parameters.filter(({ kind }) => kind === 'date');
  const given = Object.entries(parameters).filter(([key]) => dates.some((each) => each.key === key));
  return resolveParameters({ ...definition, parameters: dates }, Object.fromEntries(given));
}

/** The same with everything that was found, for callers that know more (units). Parameters are resolved already. */
export function resolveSchedule(input: ScheduleInput): ResolvedSchedule {
  try {
    return resolve({ ...input, startAt: instantAt(epochOf(input.startAt)) });
  } catch (error) {
    if (!(error instanceof YearNotCovered)) throw error;
    const params = { calendar: error.calendarId, year: error.year };
    const problems = [problem('calendar.yearNotCovered', ['calendar'], params)];
    return { periods: [], recurring: [], problems, warnings: [], shortfalls: [] };
  }
}

function resolve(input: ScheduleInput): ResolvedSchedule {
  const periods: PlanPeriod[] = [];
  const recurring: string[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const shortfalls: Shortfall[] = [];
  const groups = periodGroups(input.definition);

  for (const group of groups) {
    const listed = listPeriods(group, input);
    const { kept, skipped } = startingFrom(input, group, listed.periods);
    warnings.push(...skipped);
    if (kept.length === 0)
      problems.push(problem('schedule.allPeriodsPast', ['reports'], { report: group.forms[0]?.title ?? '' }));
    for (const bare of kept) {
      const { dues, problems: found } = periodDues({
        ...input,
        events: input.events ?? {},
        ...forPeriod(bare),
      });
      problems.push(...found, ...beforeStart(input, bare, dues));
      shortfalls.push(...shortfallsOf(input, bare, dues));
      periods.push(planPeriod(bare, dues));
    }
    if (listed.recurs) recurring.push(...group.reportIds);
  }
  if (groups.length === 0) periods.push(planPeriod(oncePeriod([], input.startAt), {}));
  return {
    periods: withAcknowledgements(input.definition, inOrder(periods)),
    recurring,
    problems: unique(problems),
    warnings,
    shortfalls,
  };
}

/**
 * The instance that follows `previous` of a recurring report, its deadlines worked out with the
 * calendars of now; null where the rule ends.
 */
export function nextPeriod(
  input: ScheduleInput & { readonly previous: PlanPeriod },
): Result<PlanPeriod | null> {
  return forOnePeriod(input, input.previous, periodAfter);
}

/** A period worked out anew: after a new calendar version (C3) or once an event was declared. */
export function reschedule(input: ScheduleInput & { readonly period: PlanPeriod }): Result<PlanPeriod> {
  const result = forOnePeriod(input, input.period, periodAgain);
  if (!result.ok) return result;
  if (result.value === null)
    return refuse(problem('schedule.periodUnknown', [], { period: input.period.key }));
  const acknowledged = Object.entries(input.period.dues).filter(
    ([key]) => !(key in (result.value?.dues ?? {})) && key.endsWith('/ack'),
  );
  return ok({ ...result.value, dues: { ...result.value.dues, ...Object.fromEntries(acknowledged) } });
}

function forOnePeriod(
  input: ScheduleInput,
  at: PlanPeriod,
  find: typeof periodAfter,
): Result<PlanPeriod | null> {
  const parameters = resolveParameters(input.definition, input.parameters);
  if (!parameters.ok) return parameters;
  const group = periodGroups(input.definition).find((each) => each.reportIds.join() === at.reportIds.join());
  try {
    const bare = group ? find(group, input, at) : at.key === 'once' ? oncePeriod([], input.startAt) : null;
    if (bare === null) return ok(null);
    const { dues, problems } = periodDues({
      ...input,
      parameters: parameters.value,
      events: input.events ?? {},
      ...forPeriod(bare),
    });
    return problems.length > 0 ? refuse(...problems) : ok(planPeriod(bare, dues));
  } catch (error) {
    if (!(error instanceof YearNotCovered)) throw error;
    return refuse(
      problem('calendar.yearNotCovered', ['calendar'], { calendar: error.calendarId, year: error.year }),
    );
  }
}

/** Periods whose own date is past are left out and said; a recurring one is taken up at its next instance. */
function startingFrom(
  input: ScheduleInput,
  group: PeriodGroup,
  periods: readonly BarePeriod[],
): { kept: BarePeriod[]; skipped: Problem[] } {
  const kept: BarePeriod[] = [];
  const skipped: Problem[] = [];
  for (const period of periods) {
    const past = period.due !== null && epochOf(dueInstant(period.due)) <= epochOf(input.startAt);
    if (!past) kept.push(period);
    else
      skipped.push(
        warning('schedule.periodSkipped', ['reports'], {
          report: group.forms[0]?.title ?? '',
          period: period.label,
        }),
      );
  }
  return { kept, skipped };
}

function beforeStart(
  input: ScheduleInput,
  period: BarePeriod,
  dues: Readonly<Record<string, Due>>,
): Problem[] {
  return placedRules(input.definition).flatMap(({ dueKey, node, path }) => {
    const due = dues[dueKey];
    const dueAt = due?.dueAt ?? null;
    if (!due || dueAt === null || epochOf(dueAt) > epochOf(input.startAt)) return [];
    const params = {
      level: node.name,
      period: period.label,
      date: due.date === null ? '' : formatDate(due.date),
      start: formatDate(civilDateOf(input.startAt)),
    };
    return [problem('schedule.dueBeforeStart', [...path, 'due'], params)];
  });
}

function shortfallsOf(
  input: ScheduleInput,
  period: BarePeriod,
  dues: Readonly<Record<string, Due>>,
): Shortfall[] {
  return placedRules(input.definition).flatMap((placed) => {
    const lastDate = dues[placed.dueKey]?.lastDate ?? null;
    if (lastDate === null) return [];
    return [
      ...tooFewDays(input, period, { ...placed, lastDate }),
      ...tooSoonAfterCutoff(period, { ...placed, lastDate }),
    ];
  });
}

type Dated = PlacedRule & { readonly lastDate: CivilDate };

function tooFewDays(input: ScheduleInput, period: BarePeriod, placed: Dated): Shortfall[] {
  const minimum = placed.rule.minimumWorkingDays;
  if (minimum === 0) return [];
  const id = placed.rule.calendar?.id ?? input.definition.calendar.id;
  const calendar = input.calendars.find((each) => each.id === id);
  if (!calendar) return [];
  const available = workingCalendar(calendar).countBetween(openingDate(period), placed.lastDate);
  if (available >= minimum) return [];
  const params = {
    level: placed.node.name,
    period: period.label,
    available,
    minimum,
    shortfall: minimum - available,
  };
  return [
    { kind: 'workingDays', dueKey: placed.dueKey, path: [...placed.path, 'minimumWorkingDays'], params },
  ];
}

/** Figures are closed on the cut-off day: nobody can owe them that same day or earlier. */
function tooSoonAfterCutoff(period: BarePeriod, { lastDate, ...placed }: Dated): Shortfall[] {
  if (period.cutoff === null || lastDate > period.cutoff) return [];
  const params = {
    level: placed.node.name,
    period: period.label,
    cutoff: formatDate(period.cutoff),
    date: formatDate(lastDate),
  };
  return [{ kind: 'cutoff', dueKey: placed.dueKey, path: [...placed.path, 'due'], params }];
}

/** An assignment belongs to the periods that hold its due key: acknowledgements to the first one only. */
function withAcknowledgements(definition: Definition, periods: readonly PlanPeriod[]): readonly PlanPeriod[] {
  const none: Due = {
    dueAt: null,
    date: null,
    bound: null,
    lastDate: null,
    remindAt: [],
    escalateAt: null,
    byWorkingDays: false,
    event: null,
    why: [{ rule: 'none', params: {} }],
  };
  const mayOnlyAcknowledge = ({ parent, obligations }: DrawingNode): boolean =>
    parent !== null && !obligations.some(({ members, onlyIf }) => members.kind === 'all' && onlyIf === null);
  const acknowledged = Object.fromEntries(
    definition.nodes.filter(mayOnlyAcknowledge).map((node) => [acknowledgeDueKey(node.id), none]),
  );
  return periods.map((period, index) =>
    index === 0 ? { ...period, dues: { ...period.dues, ...acknowledged } } : period,
  );
}

const forPeriod = (bare: BarePeriod) => ({ reportIds: bare.reportIds, period: bare.due });

const planPeriod = ({ due: _, ...bare }: BarePeriod, dues: Readonly<Record<string, Due>>): PlanPeriod => ({
  ...bare,
  dues,
  unitDues: {},
});

function inOrder(periods: readonly PlanPeriod[]): readonly PlanPeriod[] {
  const first = (period: PlanPeriod): string =>
    Object.values(period.dues).reduce(
      (least, { dueAt }) => (dueAt !== null && dueAt < least ? dueAt : least),
      '9',
    );
  return [...periods].sort(
    (a, b) =>
      epochOf(a.opensAt) - epochOf(b.opensAt) || (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0),
  );
}

const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
];
