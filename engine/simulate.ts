import type { CivilDate } from '#model';
import { agenda } from './agenda.ts';
import { type CampaignRows, canonicalState } from './canonical.ts';
import { civilDateOf, epochOf } from './civil.ts';
import { isOwed } from './obligation.ts';
import { instantOfAct, perform } from './simulate-acts.ts';
import { assumedResponse, type Response } from './simulate-behaviour.ts';
import { settle } from './simulate-steps.ts';
import type { LevelCounts, OfficialAct, ScriptedAct, SimulateInput, Simulation } from './simulate-types.ts';
import { windowRows } from './simulate-windows.ts';
import { newWorld, nowOf, type SimObligation, type World } from './simulate-world.ts';
import { timelinessOf } from './timeliness.ts';

/**
 * Runs a plan in memory under a virtual clock, with the same decisions as the running system (`decideNode`,
 * `decideCampaign`, `decide`, `drawUp`): a trial before starting, and the oracle that tests of the real one
 * compare with. At one instant first everything that falls due, then the acts, one by one, each followed
 * by what it sets in motion.
 */
export function simulate(input: SimulateInput): Simulation {
  const world = newWorld(input);
  const acts = agenda<OfficialAct>();
  let added = 0;
  const plan = (scripted: readonly ScriptedAct[]): void => {
    for (const { at, ...act } of scripted) {
      added += 1;
      acts.add(Math.max(instantOfAct(world, at), world.now), String(added), act);
    }
  };
  const { behaviour } = input;
  if (behaviour.kind === 'scripted') plan(behaviour.acts);
  const respond = answering(
    world,
    behaviour.kind === 'assumed' ? assumedResponse(behaviour) : () => [],
    plan,
  );
  const until = input.until === undefined ? Number.POSITIVE_INFINITY : epochOf(input.until);

  for (;;) {
    const at = Math.min(
      world.alarms.next() ?? Number.POSITIVE_INFINITY,
      acts.next() ?? Number.POSITIVE_INFINITY,
    );
    if (at === Number.POSITIVE_INFINITY || at > until) break;
    world.now = at;
    if (world.alarms.next() === at) {
      for (const due of world.alarms.take()) if (due !== 'campaign') world.touched.add(due);
    }
    settle(world);
    respond();
    if (acts.next() !== at) continue;
    for (const act of acts.take()) {
      perform(world, act);
      settle(world);
      respond();
    }
  }
  if (input.until !== undefined) world.now = Math.max(world.now, until);
  return result(world);
}

function answering(
  world: World,
  response: Response,
  plan: (acts: readonly ScriptedAct[]) => void,
): () => void {
  return () => {
    for (const waiting of world.inbox.splice(0)) plan(response(world, waiting));
  };
}

function result(world: World): Simulation {
  const rows = rowsOf(world);
  return {
    endedAt: nowOf(world),
    timeline: world.timeline,
    levels: levelsOf(world),
    peak: peakOf(world.obligations),
    canonicalState: canonicalState(rows),
    rows,
  };
}

function rowsOf(world: World): CampaignRows {
  return {
    status: world.status,
    now: nowOf(world),
    clock: 'rehearsal',
    obligations: world.obligations.map(({ assignment, periodKey, state, versions, notices }) => ({
      ...state,
      periodKey,
      seq: assignment.seq,
      unitId: assignment.unitId,
      versions,
      notices,
    })),
    consolidations: [...world.nodes.values()].flatMap(({ plan, periodKey, snapshots }) =>
      snapshots.map(({ revision, state, reports, coverage }) => ({
        periodKey,
        unitId: plan.unitId,
        revision,
        state,
        reports,
        coverage,
      })),
    ),
    windowEnds: windowRows(world),
  };
}

function levelsOf(world: World): readonly LevelCounts[] {
  const levels = new Map<string, SimObligation[]>();
  for (const obligation of world.obligations) {
    for (const nodeId of obligation.assignment.nodeIds) {
      const known = levels.get(nodeId);
      if (known) known.push(obligation);
      else levels.set(nodeId, [obligation]);
    }
  }
  return [...levels].map(([nodeId, all]) =>
    levelOf(
      world,
      nodeId,
      all.filter(({ state }) => isOwed(state)),
    ),
  );
}

function levelOf(world: World, nodeId: string, owed: readonly SimObligation[]): LevelCounts {
  const now = nowOf(world);
  const count = (test: (obligation: SimObligation) => boolean): number => owed.filter(test).length;
  const handedIn = ({ state }: SimObligation): boolean => state.countedAt !== null;
  const isLate = ({ state }: SimObligation): boolean => timelinessOf(state, now).timeliness === 'overdue';
  return {
    nodeId,
    owed: owed.length,
    acknowledged: count(({ state }) => state.acknowledgedAt !== null),
    reported: count(({ state }) => state.version > 0),
    accepted: count(({ state }) => state.acceptedVersion !== null),
    onTime: count((each) => handedIn(each) && !isLate(each)),
    late: count((each) => handedIn(each) && isLate(each)),
    missing: count((each) => !handedIn(each)),
    nil: count(({ versions }) => versions.at(-1)?.kind === 'nil'),
  };
}

function peakOf(obligations: readonly SimObligation[]): Simulation['peak'] {
  const reports = new Map<CivilDate, number>();
  const decisions = new Map<string, number>();
  for (const { versions, assignment } of obligations) {
    for (const { receivedAt } of versions) {
      const date = civilDateOf(receivedAt);
      reports.set(date, (reports.get(date) ?? 0) + 1);
      const desk = `${date} ${assignment.collectorUnitId ?? ''}`;
      decisions.set(desk, (decisions.get(desk) ?? 0) + 1);
    }
  }
  const [day, busiest] = [most(reports), most(decisions)];
  const [date = '', unitId = ''] = busiest?.[0].split(' ') ?? [];
  return {
    reports: day && { date: day[0], count: day[1] },
    decisions: busiest && { date, unitId, count: busiest[1] },
  };
}

/** The earliest of the greatest. */
function most(counts: ReadonlyMap<string, number>): readonly [string, number] | null {
  let found: readonly [string, number] | null = null;
  for (const [key, count] of counts) {
    if (found === null || count > found[1] || (count === found[1] && key < found[0])) found = [key, count];
  }
  return found;
}
