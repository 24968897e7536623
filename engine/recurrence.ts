import type { CivilDate, Instant, RecurrenceRule, TimeOfDay } from '#model';
import type { WorkingCalendar } from './calendar.ts';
import {
  addDays,
  addMinutes,
  civilDate,
  civilDateOf,
  civilOf,
  dayNumber,
  daysInMonth,
  epochOf,
  formatDate,
  startOfDay,
  weekday,
} from './civil.ts';
import { dueInstant, type NamedDay } from './due.ts';

/** One instance of a recurring report, before any policy for days off. */
export interface Occurrence {
  readonly key: string;
  readonly label: string;
  /** What it covers: since the report before it; a quarterly one covers its quarter. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly opensAt: Instant;
  readonly due: NamedDay;
}

export interface RecurrenceContext {
  readonly startAt: Instant;
  /** With a rolling policy, daily and hourly reports skip days off instead of piling up on the next working day. */
  readonly skipDaysOff: WorkingCalendar | null;
}

interface Nominal {
  readonly key: string;
  readonly label: string;
  readonly date: CivilDate;
  readonly time: TimeOfDay | null;
  /** Set where the rule itself says what is covered; otherwise it follows from the report before. */
  readonly covers: { readonly from: CivilDate; readonly to: CivilDate } | null;
  /** Several a day: one opens when the one before it falls due. Others open at the start of what they cover. */
  readonly opensWhenLastFellDue?: boolean;
}

/** How far back a search starts so that the instance before the first one is seen too. */
const LOOK_BACK_DAYS = 190;
const ROMAN = ['I', 'II', 'III', 'IV'];

/** The first instance that falls due after `after` and belongs to the rule's span; null when there is none. */
export function nextOccurrence(
  rule: RecurrenceRule,
  after: Instant,
  context: RecurrenceContext,
): Occurrence | null {
  const first = rule.from ?? civilDateOf(context.startAt);
  const since = civilDateOf(after) < first ? first : civilDateOf(after);
  const lookBack =
    rule.recurrence.frequency === 'daily' || rule.recurrence.frequency === 'hourly' ? 12 : LOOK_BACK_DAYS;
  let before: Nominal | null = null;
  for (const nominal of nominals(rule, addDays(since, -lookBack), context)) {
    if (rule.until !== null && nominal.date > rule.until) return null;
    if (nominal.date >= first && epochOf(dueInstant(dayOfNominal(nominal, rule))) > epochOf(after))
      return occurrence(nominal, before, { rule, context });
    before = nominal;
  }
  return null;
}

interface Setting {
  readonly rule: RecurrenceRule;
  readonly context: RecurrenceContext;
}

function occurrence(at: Nominal, before: Nominal | null, { rule, context }: Setting): Occurrence {
  const due = dayOfNominal(at, rule);
  const dueBefore = before === null ? null : dayOfNominal(before, rule);
  const from = at.covers?.from ?? (dueBefore === null ? lastDayOf(due) : addDays(lastDayOf(dueBefore), 1));
  const to = at.covers?.to ?? lastDayOf(due);
  const opensAt = at.opensWhenLastFellDue && dueBefore !== null ? dueInstant(dueBefore) : startOfDay(from);
  const clamped = epochOf(opensAt) < epochOf(context.startAt) ? context.startAt : opensAt;
  return { key: at.key, label: at.label, from, to, opensAt: clamped, due };
}

const dayOfNominal = ({ date, time }: Nominal, { bound }: RecurrenceRule): NamedDay => ({
  date,
  time,
  bound,
});

const lastDayOf = (due: NamedDay): CivilDate => civilDateOf(addMinutes(dueInstant(due), -1));

function* nominals(rule: RecurrenceRule, since: CivilDate, context: RecurrenceContext): Generator<Nominal> {
  const { recurrence } = rule;
  switch (recurrence.frequency) {
    case 'monthly':
      for (const { year, month } of months(since)) {
        const date = overridden(rule, year, month) ?? dayOf(year, month, recurrence.day);
        const key = civilDate(year, month, 1).slice(0, 7);
        yield { key, label: `Tháng ${twoDigits(month)}/${year}`, date, time: recurrence.time, covers: null };
      }
      return;
    case 'quarterly':
      for (const { year, month } of months(since)) {
        if (month % 3 !== 1) continue;
        const quarterYear = month === 1 ? year - 1 : year;
        const quarter = month === 1 ? 4 : (month - 1) / 3;
        const date = overridden(rule, year, month) ?? dayOf(year, month, recurrence.day);
        const covers = {
          from: civilDate(quarterYear, quarter * 3 - 2, 1),
          to: addDays(civilDate(year, month, 1), -1),
        };
        const label = `Quý ${ROMAN[quarter - 1] ?? quarter}/${quarterYear}`;
        yield { key: `${quarterYear}-q${quarter}`, label, date, time: recurrence.time, covers };
      }
      return;
    case 'weekly':
      for (
        let date = addDays(since, (recurrence.weekday - weekday(since) + 7) % 7);
        ;
        date = addDays(date, 7)
      ) {
        const { year, week } = isoWeek(date);
        const key = `${year}-w${twoDigits(week)}`;
        yield { key, label: `Tuần ${twoDigits(week)}/${year}`, date, time: recurrence.time, covers: null };
      }
    case 'daily':
      for (const date of days(since, context)) {
        yield {
          key: date,
          label: `Ngày ${formatDate(date)}`,
          date,
          time: recurrence.time,
          covers: { from: date, to: date },
        };
      }
      return;
    case 'hourly':
      for (const date of days(since, context)) {
        for (let hour = 0; hour < 24; hour += recurrence.every) {
          const time = `${twoDigits(hour)}:00`;
          const label = `${time} ngày ${formatDate(date)}`;
          const covers = { from: date, to: date };
          yield { key: `${date}-${twoDigits(hour)}`, label, date, time, covers, opensWhenLastFellDue: true };
        }
      }
  }
}

/** Ends after some 60 years: a calendar that never works must not hang the search. */
function* days(since: CivilDate, { skipDaysOff }: RecurrenceContext): Generator<CivilDate> {
  for (let ahead = 0; ahead < 22_000; ahead += 1) {
    const date = addDays(since, ahead);
    if (skipDaysOff === null || skipDaysOff.isWorking(date)) yield date;
  }
}

function* months(since: CivilDate): Generator<{ year: number; month: number }> {
  for (let { year, month } = civilOf(since); ; month += 1) {
    if (month > 12) {
      month = 1;
      year += 1;
    }
    yield { year, month };
  }
}

/** Another due day for one month, e.g. around Tết; for quarterly reports the month in which they fall due. */
function overridden(rule: RecurrenceRule, year: number, month: number): CivilDate | null {
  const key = `${year}-${twoDigits(month)}`;
  return rule.overrides.find((override) => override.month === key)?.date ?? null;
}

const dayOf = (year: number, month: number, day: number): CivilDate =>
  civilDate(year, month, Math.min(day, daysInMonth(year, month)));

function isoWeek(date: CivilDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(civilDate(year, 1, 1))) / 7) + 1 };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
