import {
  addDays,
  civilDateOf,
  type Simulation,
  type WorkingCalendar,
  workingCalendar,
  YearNotCovered,
} from '#engine';
import type { Calendar, CivilDate, Definition, Plan } from '#model';
import { type Handed, handedOf } from './handed.ts';
import type { DailyLoad, FinalDates, LevelOutcome, SimulationOutcome, Span } from './simulation-outcome.ts';
import { tallyOf } from './tally.ts';

interface Run {
  readonly plan: Plan;
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly supposed: Simulation;
  readonly onTime: Simulation;
}

/** More names than anybody reads; the number is told beside them. */
const NAMED = 300;

export function outcomeOf(run: Run): Omit<SimulationOutcome, 'tookMs'> {
  const { plan, definition, calendars, supposed, onTime } = run;
  const calendar = calendars.find(({ id }) => id === definition.calendar.id);
  const working = calendar === undefined ? null : workingCalendar(calendar);
  const handed = handedOf(plan, supposed);
  const absent = handed.filter(({ doneOn }) => doneOn === null);
  const absentees = new Map(absent.map(({ assignment: { unitId, unitName } }) => [unitId, unitName]));
  return {
    totals: tallyOf(handed),
    levels: levelsOf(definition, plan, handed),
    load: loadOf(plan, { supposed, handed, working }),
    final: finalOf(plan, { supposed, onTime, handed, working }),
    missing: {
      count: absentees.size,
      units: [...absentees].slice(0, NAMED).map(([id, name]) => ({ id, name })),
    },
  };
}

function levelsOf(definition: Definition, plan: Plan, handed: readonly Handed[]): LevelOutcome[] {
  const perNode = new Map<string, Handed[]>();
  for (const each of handed) {
    for (const nodeId of each.assignment.nodeIds) {
      const known = perNode.get(nodeId);
      if (known) known.push(each);
      else perNode.set(nodeId, [each]);
    }
  }
  return definition.nodes.flatMap(({ id }): LevelOutcome[] => {
    const own = perNode.get(id);
    if (own === undefined) return [];
    const spans = plan.periods.flatMap((period): Span[] => {
      const inPeriod = own.filter(({ periodKey }) => periodKey === period.key);
      return inPeriod.length === 0 ? [] : [spanOf(period, inPeriod)];
    });
    return [{ nodeId: id, ...tallyOf(own), spans }];
  });
}

function spanOf({ key, label }: Plan['periods'][number], own: readonly Handed[]): Span {
  const opened = extremes(own.map(({ openedOn }) => openedOn));
  const due = extremes(own.map(({ dueOn }) => dueOn));
  const done = extremes(own.map(({ doneOn }) => doneOn));
  return {
    periodKey: key,
    label,
    openedOn: opened.first ?? '',
    dueFrom: due.first,
    dueTo: due.last,
    doneFrom: done.first,
    doneTo: done.last,
  };
}

function extremes(days: readonly (CivilDate | null)[]) {
  let first: CivilDate | null = null;
  let last: CivilDate | null = null;
  for (const day of days) {
    if (day === null) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return { first, last };
}

interface Observed {
  readonly supposed: Simulation;
  readonly working: WorkingCalendar | null;
}

function loadOf(
  plan: Plan,
  { supposed, handed, working }: Observed & { readonly handed: readonly Handed[] },
): DailyLoad {
  const due = new Map<CivilDate, number>();
  const done = new Map<CivilDate, number>();
  const count = (counts: Map<CivilDate, number>, day: CivilDate | null): void => {
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  };
  for (const { dueOn, doneOn } of handed) {
    count(due, dueOn);
    count(done, doneOn);
  }
  const from = civilDateOf(plan.startAt);
  // a day more, so that a deadline on the last one is seen
  const to = addDays(extremes([...due.keys(), ...done.keys(), from]).last ?? from, 1);
  const days: DailyLoad['days'][number][] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push({ due: due.get(day) ?? 0, handedIn: done.get(day) ?? 0, off: isOff(working, day) });
  const peak = [...done].reduce<DailyLoad['peak']>(
    (most, [date, reports]) => (most === null || reports > most.count ? { date, count: reports } : most),
    null,
  );
  const { decisions } = supposed.peak;
  const unit = plan.nodes.find(({ unitId }) => unitId === decisions?.unitId);
  const desk =
    decisions === null
      ? null
      : { date: decisions.date, count: decisions.count, unitName: unit?.unitName ?? '' };
  return { from, days, peak, desk };
}

function isOff(working: WorkingCalendar | null, day: CivilDate): boolean | null {
  if (working === null) return null;
  try {
    return !working.isWorking(day);
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}

interface Compared extends Observed {
  readonly onTime: Simulation;
  readonly handed: readonly Handed[];
}

/**
 * Who is on time may hand in on the last day: the run with everybody on time ends by chance before it in a
 * small cascade, and would make those who are late look worse than they are.
 */
function finalOf(plan: Plan, { supposed, onTime, handed, working }: Compared): FinalDates {
  const late = finalDay(plan, supposed);
  const leaves = handed.filter(({ assignment }) => !assignment.consolidates);
  const punctual = extremes([finalDay(plan, onTime), ...leaves.map(({ dueOn }) => dueOn)]).last;
  const later = late !== null && punctual !== null && late > punctual;
  return {
    supposed: late,
    onTime: punctual,
    dueOn: extremes(handed.map(({ dueOn }) => dueOn)).last,
    workingDaysLater: later ? daysBetween(working, punctual, late) : 0,
  };
}

/** The last revision of the unit at the top; where it collects nothing, the last thing that came in. */
function finalDay({ rootUnitId }: Plan, { timeline }: Simulation): CivilDate | null {
  const atTop = timeline.findLast(
    ({ unitId, kind }) => unitId === rootUnitId && (kind === 'consolidated' || kind === 'signed'),
  );
  const last = atTop ?? timeline.findLast(({ kind }) => kind === 'reported' || kind === 'acknowledged');
  return last === undefined ? null : civilDateOf(last.at);
}

function daysBetween(working: WorkingCalendar | null, from: CivilDate, to: CivilDate): number | null {
  try {
    return working === null ? null : working.countBetween(from, to);
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}
