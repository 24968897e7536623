import type { PlanPeriod, Problem, Result } from '#model';
import { ok, problem } from '#model/problem';
import { decide } from './obligation.ts';
import { reschedule } from './schedule.ts';
import { timingOf } from './simulate-open.ts';
import type { OfficialAct } from './simulate-types.ts';
import {
  nowOf,
  record,
  type SimObligation,
  type SimPeriod,
  setAlarms,
  setState,
  touch,
  type World,
} from './simulate-world.ts';

/**
 * An event is declared, for all or for one unit: conditional reports become owed, dates anchored to it are
 * worked out anew. What is decided already stays as it is.
 */
export function declareEvent(world: World, act: Extract<OfficialAct, { act: 'declare' }>): Problem | null {
  if (world.status !== 'running') return problem('campaign.notRunning');
  if (!world.definition.events.some(({ key }) => key === act.event)) {
    return problem('campaign.eventUnknown', ['event'], { event: act.event });
  }
  const unit = act.unitId ?? '';
  const dates = world.events.get(act.event) ?? new Map<string, string>();
  world.events.set(act.event, dates.set(unit, act.date));
  // A date declared for one unit stays that unit's own when the date for all comes or moves.
  const hasOwnDate = (unitId: string): boolean => unit === '' && dates.has(unitId);
  let count = 0;
  for (const period of world.periods) {
    const renewed = rescheduled(world, period, unit);
    if (!renewed.ok) return renewed.problems[0] ?? null;
    for (const obligation of world.obligations) {
      if (obligation.periodKey !== period.plan.key || (unit !== '' && obligation.assignment.unitId !== unit))
        continue;
      if (hasOwnDate(obligation.assignment.unitId)) continue;
      if (declared(world, obligation, { act, plan: renewed.value })) count += 1;
    }
    // Rows still to be opened take the date for all; a date for one unit concerns its open rows only.
    if (unit === '') period.plan = renewed.value;
  }
  record(world, {
    kind: 'declared',
    unitId: unit || world.plan.rootUnitId,
    periodKey: null,
    count,
    detail: act.event,
  });
  return null;
}

/** With the dates declared so far, those of the unit before those for all. */
function rescheduled(world: World, period: SimPeriod, unit: string): Result<PlanPeriod> {
  const { calendars = [], parameters = {} } = world.input;
  const events: Record<string, string> = {};
  for (const [event, dates] of world.events) {
    const date = dates.get(unit) ?? dates.get('');
    if (date !== undefined) events[event] = date;
  }
  const { definition, plan } = world;
  const renewed = reschedule({
    definition,
    calendars,
    parameters,
    events,
    startAt: plan.startAt,
    period: period.plan,
  });
  return renewed.ok ? ok({ ...renewed.value, unitDues: period.plan.unitDues }) : renewed;
}

function declared(
  world: World,
  obligation: SimObligation,
  { act, plan }: { act: { event: string }; plan: SimPeriod['plan'] },
): boolean {
  const { assignment, state } = obligation;
  const due = plan.dues[assignment.dueKey];
  if (!due || (assignment.onlyIf !== act.event && due.event !== act.event)) return false;
  if (state.status === 'dormant' && assignment.onlyIf !== act.event) return false;
  const decided = decide(state, { kind: 'declare', dueAt: due.dueAt }, nowOf(world));
  if (!decided.ok) return false;
  setState(world, obligation, decided.value.state);
  const { remindAt, escalateAt } = timingOf(due);
  obligation.remindAt = remindAt;
  obligation.escalateAt = escalateAt;
  obligation.reminded = remindAt.filter((at) => at <= world.now).length;
  setAlarms(world, obligation);
  touch(world, obligation);
  return true;
}
