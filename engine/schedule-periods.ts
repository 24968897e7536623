import type {
  Calendar,
  CivilDate,
  Definition,
  Instant,
  NamedPeriod,
  RecurrenceRule,
  ReportForm,
} from '#model';
import { ONCE } from '#model/period-name';
import { workingCalendar } from './calendar.ts';
import { addDays, civilDateOf, epochOf, startOfDay } from './civil.ts';
import { dueInstant, type DueInput } from './due.ts';
import { nextOccurrence, type Occurrence, type RecurrenceContext } from './recurrence.ts';

/** A period before its deadlines are worked out. */
export interface BarePeriod {
  readonly key: string;
  readonly label: string;
  readonly reportIds: readonly string[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly cutoff: CivilDate | null;
  readonly opensAt: Instant;
  readonly due: DueInput['period'];
}

/** Report forms with the same periods share them: one row of periods, several reports in each. */
export interface PeriodGroup {
  readonly forms: readonly ReportForm[];
  readonly reportIds: readonly string[];
  /** Keeps keys apart where a drawing has several series of periods. */
  readonly prefix: string;
}

/** Up to here a bounded rule is written out in the plan; beyond, instances come as their time comes. */
const WRITTEN_OUT = 60;
/** Instances looked through to find one by its key, near where it must be. */
const SEARCHED = 100;

export function periodGroups(definition: Definition): readonly PeriodGroup[] {
  const groups = new Map<string, ReportForm[]>();
  for (const form of definition.reports) {
    const key = JSON.stringify(form.periods);
    groups.set(key, [...(groups.get(key) ?? []), form]);
  }
  const series = [...groups.values()].filter((forms) => forms[0]?.periods.kind !== 'once').length;
  return [...groups.values()].map((forms) => {
    const isSeries = forms[0]?.periods.kind !== 'once';
    return {
      forms,
      reportIds: forms.map((form) => form.id),
      prefix: isSeries && series > 1 ? `${forms[0]?.id ?? ''}-` : '',
    };
  });
}

export interface Listed {
  readonly periods: readonly BarePeriod[];
  /** True where the rule goes on after the last of `periods`. */
  readonly recurs: boolean;
}

export function listPeriods(group: PeriodGroup, { definition, calendars, startAt }: Recurring): Listed {
  const periods = group.forms[0]?.periods;
  if (periods === undefined) return { periods: [], recurs: false };
  switch (periods.kind) {
    case 'once':
      return { periods: [oncePeriod(group.reportIds, startAt)], recurs: false };
    case 'named':
      return { periods: periods.list.map((each) => named(group, each, startAt)), recurs: false };
    case 'rule': {
      const context = contextOf(definition, calendars, startAt);
      const found = [
        ...occurrences(periods, context, {
          after: startAt,
          limit: periods.until === null ? 1 : WRITTEN_OUT + 1,
        }),
      ];
      const written = found.length > WRITTEN_OUT ? found.slice(0, 1) : found;
      return {
        periods: written.map((each) => recurring(group, each)),
        recurs: periods.until === null || found.length > WRITTEN_OUT,
      };
    }
  }
}

export interface Recurring {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly startAt: Instant;
}

type Placed = { readonly key: string; readonly from: CivilDate | null };

/** The instance after `previous`; null when the rule ends there, or the group follows no rule. */
export function periodAfter(group: PeriodGroup, recurring: Recurring, previous: Placed): BarePeriod | null {
  let seen = false;
  for (const period of periodsNear(group, recurring, previous)) {
    if (seen) return period;
    seen = period.key === previous.key;
  }
  return null;
}

/** A period found again by its key, to work its deadlines out anew. */
export function periodAgain(group: PeriodGroup, recurring: Recurring, at: Placed): BarePeriod | null {
  if (group.forms[0]?.periods.kind !== 'rule') {
    const { periods } = listPeriods(group, recurring);
    return periods.find((period) => period.key === at.key) ?? null;
  }
  for (const period of periodsNear(group, recurring, at)) if (period.key === at.key) return period;
  return null;
}

function* periodsNear(
  group: PeriodGroup,
  { definition, calendars, startAt }: Recurring,
  at: Placed,
): Generator<BarePeriod> {
  const periods = group.forms[0]?.periods;
  if (periods?.kind !== 'rule') return;
  const near = at.from === null ? startAt : startOfDay(addDays(at.from, -1));
  const after = epochOf(near) < epochOf(startAt) ? startAt : near;
  const context = contextOf(definition, calendars, startAt);
  for (const each of occurrences(periods, context, { after, limit: SEARCHED })) yield recurring(group, each);
}

function* occurrences(
  rule: RecurrenceRule,
  context: RecurrenceContext,
  { after, limit }: { readonly after: Instant; readonly limit: number },
): Generator<Occurrence> {
  let at = after;
  for (let count = 0; count < limit; count += 1) {
    const found = nextOccurrence(rule, at, context);
    if (found === null) return;
    yield found;
    at = dueInstant(found.due);
  }
}

export const oncePeriod = (reportIds: readonly string[], startAt: Instant): BarePeriod => ({
  key: ONCE,
  label: 'Một lần',
  reportIds,
  from: null,
  to: null,
  cutoff: null,
  opensAt: startAt,
  due: null,
});

function named(group: PeriodGroup, period: NamedPeriod, startAt: Instant): BarePeriod {
  const opens = period.opens ?? period.from;
  const opensAt =
    opens === null || epochOf(startOfDay(opens)) < epochOf(startAt) ? startAt : startOfDay(opens);
  return {
    key: `${group.prefix}${period.key}`,
    label: period.label,
    reportIds: group.reportIds,
    from: period.from,
    to: period.to,
    cutoff: period.cutoff,
    opensAt,
    due: { ...period.due, from: 'period' },
  };
}

const recurring = (group: PeriodGroup, { key, label, from, to, opensAt, due }: Occurrence): BarePeriod => ({
  key: `${group.prefix}${key}`,
  label,
  reportIds: group.reportIds,
  from,
  to,
  cutoff: null,
  opensAt,
  due: { ...due, from: 'recurrence' },
});

function contextOf(
  definition: Definition,
  calendars: readonly Calendar[],
  startAt: Instant,
): RecurrenceContext {
  const calendar = calendars.find((each) => each.id === definition.calendar.id);
  const skips = definition.calendar.onDayOff !== 'asWritten' && calendar !== undefined;
  return { startAt, skipDaysOff: skips ? workingCalendar(calendar) : null };
}

/** Day on which a period opens, for counting the working days it leaves. */
export const openingDate = (period: { readonly opensAt: Instant }): CivilDate => civilDateOf(period.opensAt);

/** The date that a planned period itself carries. */
export function dueOfPeriod(recurring: Recurring, period: PlanPeriodKey): BarePeriod['due'] {
  const group = periodGroups(recurring.definition).find(
    (each) => each.reportIds.join() === period.reportIds.join(),
  );
  return group === undefined ? null : (periodAgain(group, recurring, period)?.due ?? null);
}

type PlanPeriodKey = Placed & { readonly reportIds: readonly string[] };
