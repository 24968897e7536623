import type { Due, ObligationState, PlanAssignment } from '#model';
import { epochOf, instantAt } from './civil.ts';
import { nextPeriod } from './schedule.ts';
import {
  addPeriod,
  epoch,
  nodeKey,
  ownNode,
  record,
  type SimNode,
  type SimObligation,
  type SimPeriod,
  setAlarms,
  type World,
} from './simulate-world.ts';
import { openWindows } from './simulate-windows.ts';

/**
 * Opens a period: the nodes that have something to do in it. The first one opened has all nodes of the
 * plan, later ones those whose due keys it holds, with whoever passes the directive on to them.
 */
export function openPeriod(world: World, period: SimPeriod): void {
  const first = world.nodes.size === 0;
  const busy = world.plan.assignments.filter(({ dueKey }) => dueKey in period.plan.dues);
  const expected = new Map<string, number>();
  for (const { collectorUnitId } of busy) {
    if (collectorUnitId !== null) expected.set(collectorUnitId, (expected.get(collectorUnitId) ?? 0) + 1);
  }
  const wanted = new Set<string>();
  const want = (unitId: string | null): void => {
    for (let at = unitId; at !== null && !wanted.has(at); at = world.planNodes.get(at)?.parentUnitId ?? null)
      wanted.add(at);
  };
  for (const { disseminatorUnitId, collectorUnitId } of busy) {
    want(disseminatorUnitId);
    want(collectorUnitId);
  }
  const nodes = world.plan.nodes
    .filter((plan) => first || plan.parentUnitId === null || wanted.has(plan.unitId))
    .map(
      (plan): SimNode => ({
        plan,
        periodKey: period.plan.key,
        collects: plan.collects && expected.has(plan.unitId),
        // A unit that passed the directive on by its own act need not do so again for each report.
        dissemination: hasDisseminated(world, plan.unitId) ? 'automatic' : plan.dissemination,
        expected: expected.get(plan.unitId) ?? 0,
        opened: plan.parentUnitId === null,
        started: false,
        disseminated: false,
        watched: [],
        own: [],
        children: [],
        submittedRevision: 0,
        tally: null,
        nextAt: Number.POSITIVE_INFINITY,
        snapshots: [],
        windows: [],
      }),
    );
  for (const node of nodes) world.nodes.set(nodeKey(node.periodKey, node.plan.unitId), node);
  for (const node of nodes) {
    if (node.plan.parentUnitId !== null)
      nodeAt(world, node.periodKey, node.plan.parentUnitId).children.push(node);
  }
  for (const node of nodes) if (node.opened) awaitOfficial(world, node);
  period.openedAt = world.now;
  record(world, {
    kind: 'periodOpened',
    unitId: world.plan.rootUnitId,
    periodKey: period.plan.key,
    count: nodes.length,
    detail: '',
  });
  materialiseNext(world, period);
}

function hasDisseminated(world: World, unitId: string): boolean {
  return world.periods.some(({ plan }) => world.nodes.get(nodeKey(plan.key, unitId))?.disseminated === true);
}

/** Open-ended recurrence: the instance after the one just opened; only towards a given end, or it would never stop. */
function materialiseNext(world: World, period: SimPeriod): void {
  const { calendars, parameters = {}, until } = world.input;
  const recurs = period.plan.reportIds.some((reportId) => world.plan.recurring.includes(reportId));
  if (!recurs || calendars === undefined || until === undefined) return;
  const { definition, plan } = world;
  const next = nextPeriod({
    definition,
    calendars,
    startAt: plan.startAt,
    parameters,
    previous: period.plan,
  });
  if (next.ok && next.value !== null) addPeriod(world, next.value);
}

/** Passing on: everything that this unit's recipients owe in the period becomes a row, relays below are opened. */
export function disseminate(world: World, node: SimNode): void {
  const period = world.periods.find(({ plan }) => plan.key === node.periodKey);
  if (!period) throw new Error(`no period ${node.periodKey}`);
  node.disseminated = true;
  let count = 0;
  for (const assignment of world.assignments.get(node.plan.unitId) ?? []) {
    const due =
      period.plan.unitDues[`${assignment.unitId}/${assignment.dueKey}`] ??
      period.plan.dues[assignment.dueKey];
    if (!due) continue;
    openObligation(world, node, { assignment, due });
    count += 1;
  }
  openWindows(world, node, period);
  for (const child of node.children) {
    child.opened = true;
    awaitOfficial(world, child);
  }
  record(world, {
    kind: 'disseminated',
    unitId: node.plan.unitId,
    periodKey: node.periodKey,
    count,
    detail: '',
  });
}

function awaitOfficial(world: World, node: SimNode): void {
  if (node.plan.disseminates && node.dissemination === 'official')
    world.inbox.push({ kind: 'dissemination', node });
}

function openObligation(
  world: World,
  by: SimNode,
  { assignment, due }: { assignment: PlanAssignment; due: Due },
): void {
  const collector = nodeAt(world, by.periodKey, assignment.collectorUnitId ?? assignment.disseminatorUnitId);
  const declared = assignment.onlyIf === null || isDeclared(world, assignment.onlyIf, assignment.unitId);
  const obligation: SimObligation = {
    assignment,
    periodKey: by.periodKey,
    openedAt: world.now,
    node: collector,
    state: opened(assignment, due, declared),
    ...timingOf(due),
    reminded: 0,
    escalated: false,
    reworkOverdue: false,
    versions: [],
    notices: [],
  };
  world.obligations.push(obligation);
  const key = nodeKey(by.periodKey, assignment.unitId);
  const known = world.ofUnit.get(key);
  if (known) known.push(obligation);
  else world.ofUnit.set(key, [obligation]);
  collector.watched.push(obligation);
  collector.tally = null;
  const own = ownNode(world, obligation);
  own?.own.push(obligation);
  if (own) own.tally = null;
  setAlarms(world, obligation);
  world.inbox.push({ kind: 'obligation', obligation });
  world.touched.add(collector);
}

const opened = (assignment: PlanAssignment, due: Due, declared: boolean): ObligationState => ({
  kind: assignment.kind,
  status: declared ? 'open' : 'dormant',
  dueAt: due.dueAt,
  reworkDueAt: null,
  acknowledgedAt: null,
  firstCompleteAt: null,
  countedAt: null,
  countedAgainst: null,
  acceptedAt: null,
  version: 0,
  acceptedVersion: null,
  overdueAt: null,
  closed: false,
});

export const timingOf = (due: Due): Pick<SimObligation, 'remindAt' | 'escalateAt'> => ({
  remindAt: due.remindAt.map(epochOf).sort((a, b) => a - b),
  escalateAt: epoch(due.escalateAt),
});

function isDeclared(world: World, event: string, unitId: string): boolean {
  const declared = world.events.get(event);
  return declared?.has('') === true || declared?.has(unitId) === true;
}

export function nodeAt(world: World, periodKey: string, unitId: string): SimNode {
  const node = world.nodes.get(nodeKey(periodKey, unitId));
  if (!node)
    throw new Error(
      `${unitId} collects or passes on in ${periodKey} but has no node at ${instantAt(world.now)}`,
    );
  return node;
}
