import type { Calendar, CivilDate, Definition, DueRule, NamedPeriod, ObligationRule, Problem } from '#model';
import { problem, warning } from '#model/problem';
import { workingCalendar, YearNotCovered } from './calendar.ts';
import {
  addDays,
  addMinutes,
  civilDateOf,
  civilOf,
  formatDate,
  isCivilDate,
  startOfDay,
  weekday,
} from './civil.ts';
import { dueInstant, type ParameterValues, type Path } from './due.ts';
import { periodDues } from './schedule-dues.ts';
import { type BarePeriod, listPeriods, oncePeriod, periodGroups } from './schedule-periods.ts';

/**
 * Dates as far as the drawing names them. Where a date is asked only at the start, a sample stands in
 * for it, so that missing dates and broken chains of leads show; comparisons with samples are not made.
 */
export function validateDates(definition: Definition, given: readonly Calendar[] | undefined): Problem[] {
  const calendars = given ?? [plainWeek(definition.calendar.id), ...ownCalendars(definition).map(plainWeek)];
  const { parameters, sampled } = sampleParameters(definition, calendars);
  const problems = [
    ...dueProblems(definition, calendars, parameters).filter(
      ({ code }) => !sampled || !COMPARISONS.has(code),
    ),
    ...writtenDates(definition, calendars),
    ...alarmsAfterDeadline(definition),
    ...cutoffsTooClose(definition, calendars),
  ];
  return [...new Map(problems.map((each) => [JSON.stringify([each.code, each.path]), each])).values()];
}

const WEEKDAYS = [
  ['thứ Hai', 'Monday'],
  ['thứ Ba', 'Tuesday'],
  ['thứ Tư', 'Wednesday'],
  ['thứ Năm', 'Thursday'],
  ['thứ Sáu', 'Friday'],
  ['thứ Bảy', 'Saturday'],
  ['Chủ nhật', 'Sunday'],
] as const;

const COMPARISONS: ReadonlySet<string> = new Set([
  'schedule.childAfterParent',
  'schedule.memberAfterConsolidator',
]);

function dueProblems(
  definition: Definition,
  calendars: readonly Calendar[],
  parameters: ParameterValues,
): Problem[] {
  const input = { definition, calendars, parameters, events: sampleEvents(definition, calendars) };
  return periodGroups(definition).flatMap((group) =>
    guarded(() => {
      const periods = group.forms[0]?.periods;
      const startAt = startOfDay((periods?.kind === 'rule' ? periods.from : null) ?? sampleDate(calendars));
      const listed = listPeriods(group, { definition, calendars, startAt }).periods;
      const bare: readonly BarePeriod[] = listed.length > 0 ? listed : [oncePeriod(group.reportIds, startAt)];
      return bare.flatMap(
        (period) => periodDues({ ...input, reportIds: period.reportIds, period: period.due }).problems,
      );
    }),
  );
}

/** Plain dates that fall on a day off: as written they stand, but somebody should know ("08/12/2024 là Chủ nhật"). */
function writtenDates(definition: Definition, calendars: readonly Calendar[]): Problem[] {
  const problems: Problem[] = [];
  const check = (
    date: CivilDate,
    policy: { readonly id: string; readonly onDayOff: string },
    path: Path,
  ): void => {
    const calendar = calendars.find((each) => each.id === policy.id);
    const { year } = civilOf(date);
    if (
      policy.onDayOff !== 'asWritten' ||
      !calendar ||
      year < calendar.years.from ||
      year > calendar.years.to
    )
      return;
    if (workingCalendar(calendar).isWorking(date)) return;
    const [weekdayVi, weekdayEn] = WEEKDAYS[weekday(date) - 1] ?? ['', ''];
    problems.push(
      warning('definition.deadlineOnDayOff', path, {
        date: formatDate(date),
        weekday: weekday(date),
        weekdayVi,
        weekdayEn,
      }),
    );
  };
  definition.nodes.forEach((node, index) => {
    node.obligations.forEach((rule, at) => {
      const path = ['nodes', index, 'obligations', at];
      const policy = rule.calendar ?? definition.calendar;
      const date = literalDate(rule.due, definition);
      if (date !== null) check(date, policy, [...path, 'due', 'date']);
      const viaDate = rule.via === null ? null : literalDate(rule.via.due, definition);
      if (viaDate !== null) check(viaDate, policy, [...path, 'via', 'due', 'date']);
    });
  });
  definition.reports.forEach((form, index) => {
    if (form.periods.kind !== 'named') return;
    form.periods.list.forEach((period, at) => {
      check(period.due.date, definition.calendar, ['reports', index, 'periods', 'list', at, 'due', 'date']);
    });
  });
  return problems;
}

function literalDate(rule: DueRule, definition: Definition): CivilDate | null {
  if (rule.kind !== 'date') return null;
  if (typeof rule.date === 'string') return rule.date;
  const { parameter } = rule.date;
  const value = definition.parameters.find((each) => each.key === parameter)?.default;
  return typeof value === 'string' && isCivilDate(value) ? value : null;
}

/** A reminder at or after the deadline reminds of nothing. */
function alarmsAfterDeadline(definition: Definition): Problem[] {
  return definition.nodes.flatMap((node, index) =>
    node.obligations.flatMap((rule, at) =>
      rule.reminders.flatMap((reminder, which) => {
        const late =
          reminder.unit === 'hours'
            ? reminder.offset >= 0
            : reminder.offset > 0 || (reminder.offset === 0 && isExclusiveDay(rule, definition));
        const path = ['nodes', index, 'obligations', at, 'reminders', which];
        return late
          ? [warning('definition.reminderAfterDeadline', path, { level: node.name, offset: reminder.offset })]
          : [];
      }),
    ),
  );
}

/** "trước ngày D" without an hour: D itself is past the deadline. */
function isExclusiveDay({ due, report }: ObligationRule, definition: Definition): boolean {
  if (due.kind === 'date' || due.kind === 'event') return due.bound === 'before' && due.time === null;
  const periods = definition.reports.find((form) => form.id === report)?.periods;
  if (due.kind !== 'period' || periods?.kind !== 'named') return false;
  return periods.list.every((period) => period.due.bound === 'before' && period.due.time === null);
}

/** A periodic report needs a working day between the cut-off and the last day on time (domain.md §2b). */
function cutoffsTooClose(definition: Definition, calendars: readonly Calendar[]): Problem[] {
  const calendar = calendars.find((each) => each.id === definition.calendar.id);
  if (!calendar) return [];
  return definition.reports.flatMap((form, index) => {
    if (form.periods.kind !== 'named' || form.kind !== 'periodic') return [];
    return form.periods.list.flatMap((period, at) => {
      const last = lastDay(period);
      if (period.cutoff === null || last <= period.cutoff) return [];
      const cutoff = period.cutoff;
      return guarded(() => {
        if (workingCalendar(calendar).countBetween(cutoff, last) > 0) return [];
        const params = { period: period.label, cutoff: formatDate(cutoff), due: formatDate(period.due.date) };
        return [
          warning('definition.cutoffTooClose', ['reports', index, 'periods', 'list', at, 'cutoff'], params),
        ];
      });
    });
  });
}

const lastDay = ({ due }: NamedPeriod): CivilDate => civilDateOf(addMinutes(dueInstant(due), -1));

function sampleParameters(
  definition: Definition,
  calendars: readonly Calendar[],
): { parameters: ParameterValues; sampled: boolean } {
  const parameters: Record<string, string | number> = {};
  let sampled = false;
  for (const { key, kind, default: preset } of definition.parameters) {
    if (preset !== null && (kind !== 'date' || isCivilDate(String(preset)))) parameters[key] = preset;
    else if (kind === 'date') {
      parameters[key] = sampleDate(calendars);
      sampled = true;
    }
  }
  return { parameters, sampled };
}

const sampleEvents = (
  definition: Definition,
  calendars: readonly Calendar[],
): Readonly<Record<string, CivilDate>> =>
  Object.fromEntries(definition.events.map((event) => [event.key, sampleDate(calendars)]));

/** In the middle of what the calendars cover, so that no step leaves them. */
function sampleDate(calendars: readonly Calendar[]): CivilDate {
  const from = Math.max(...calendars.map((calendar) => calendar.years.from));
  const to = Math.min(...calendars.map((calendar) => calendar.years.to));
  return addDays(`${Math.floor((from + Math.max(from, to)) / 2)}-06-30`, 0);
}

const ownCalendars = (definition: Definition): string[] =>
  definition.nodes.flatMap((node) =>
    node.obligations.flatMap((rule) => (rule.calendar === null ? [] : [rule.calendar.id])),
  );

const plainWeek = (id: string): Calendar => ({
  id,
  version: 1,
  name: id,
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 1990, to: 2200 },
  days: [],
  unitDays: [],
});

function guarded(find: () => Problem[]): Problem[] {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof YearNotCovered)) throw error;
    return [
      problem('calendar.yearNotCovered', ['calendar'], { calendar: error.calendarId, year: error.year }),
    ];
  }
}
