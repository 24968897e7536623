import type { CampaignFacts, NodeFacts } from '#model/contract';
import { decideCampaign } from './campaign.ts';
import { epochOf } from './civil.ts';
import { consolidationCutoff } from './cutoff.ts';
import { decideNode } from './node.ts';
import { isCounted, isOwed } from './obligation.ts';
import { consolidateNode, submitConsolidation } from './simulate-consolidate.ts';
import { applyDue } from './simulate-due.ts';
import { disseminate, nodeAt, openPeriod } from './simulate-open.ts';
import {
  epoch,
  type SimNode,
  type SimObligation,
  type Snapshot,
  type Tally,
  type World,
} from './simulate-world.ts';

/** More steps than any node can need between two instants: a decision that repeats itself is a bug, not a loop. */
const STEP_LIMIT = 10_000;

/** Lets the campaign and every touched node do what they can at this instant, deepest first, until all rest. */
export function settle(world: World): void {
  settleCampaign(world);
  while (world.touched.size > 0) {
    const node = deepest(world.touched);
    world.touched.delete(node);
    if (node.started) settleNode(world, node);
  }
}

function deepest(nodes: ReadonlySet<SimNode>): SimNode {
  let found: SimNode | undefined;
  for (const node of nodes) if (!found || node.plan.depth > found.plan.depth) found = node;
  if (!found) throw new Error('no node to settle');
  return found;
}

function settleCampaign(world: World): void {
  for (let step = 0; step < STEP_LIMIT; step += 1) {
    const command = decideCampaign(campaignFacts(world));
    if (command.kind === 'wait' || command.kind === 'end') return;
    const period = world.periods.find(({ plan }) => plan.key === command.periodKey);
    if (!period) throw new Error(`no period ${command.periodKey}`);
    if (command.kind === 'openPeriod') openPeriod(world, period);
    else {
      period.rootStarted = true;
      start(world, nodeAt(world, command.periodKey, world.plan.rootUnitId));
    }
  }
  throw new Error('the campaign does not come to rest');
}

function campaignFacts(world: World): CampaignFacts {
  const toOpen = world.periods.find(
    ({ openedAt, plan }) => openedAt === null && epochOf(plan.opensAt) <= world.now,
  );
  const toStart = world.periods.find(({ openedAt, rootStarted }) => openedAt !== null && !rootStarted);
  return {
    status: world.status,
    periodToOpen: toOpen?.plan.key ?? null,
    periodToStart: toStart?.plan.key ?? null,
    nextInMs: null,
    hasNext: world.periods.some(({ openedAt }) => openedAt === null),
  };
}

function settleNode(world: World, node: SimNode): void {
  applyDue(world, node);
  for (let step = 0; step < STEP_LIMIT; step += 1) {
    const command = decideNode(nodeFacts(world, node));
    switch (command.kind) {
      case 'wait':
      case 'end':
        return;
      case 'disseminate':
        disseminate(world, node);
        // Reminders already past are sent with the opening.
        applyDue(world, node);
        break;
      case 'startNodes':
        for (const child of node.children) if (child.opened && !child.started) start(world, child);
        break;
      case 'consolidate':
        consolidateNode(world, node);
        break;
      case 'submit':
        submitConsolidation(world, node);
        break;
    }
  }
  throw new Error(`${node.plan.unitId} does not come to rest in ${node.periodKey}`);
}

function start(world: World, node: SimNode): void {
  node.started = true;
  world.touched.add(node);
}

function nodeFacts(world: World, node: SimNode): NodeFacts {
  node.tally ??= tallyOf(node);
  const { collected, owed, accepted, submitsUpwards, cutoffAt, changed } = node.tally;
  const latest = node.snapshots.at(-1);
  const cutoffReached = cutoffAt !== null && cutoffAt <= world.now;
  return {
    campaign: world.status,
    periodClosed: world.periods.some(({ plan, closed }) => closed && plan.key === node.periodKey),
    disseminates: node.plan.disseminates,
    dissemination: node.dissemination,
    disseminated: node.disseminated,
    childNodesToStart: node.children.filter((child) => child.opened && !child.started).length,
    collects: node.collects,
    owed,
    accepted,
    unopened: node.expected - collected,
    when: node.plan.when,
    sign: node.plan.sign,
    cutoffReached,
    revision: latest?.revision ?? 0,
    stale: latest !== undefined && (changed || isReturned(node, latest)),
    signedRevision: node.snapshots.findLast(({ state }) => state === 'signed')?.revision ?? 0,
    submittedRevision: node.submittedRevision,
    submitsUpwards,
    nextInMs: null,
    hasNext: cutoffAt !== null && !cutoffReached,
  };
}

function tallyOf(node: SimNode): Tally {
  const collected = node.watched.filter(({ assignment }) => assignment.collectorUnitId !== null);
  const owed = collected.filter(({ state }) => isOwed(state));
  const counted = owed.filter(({ state }) => isCounted(state));
  const own = node.own.filter(({ state }) => isOwed(state));
  const cutoff = consolidationCutoff(
    own.map(({ state }) => state.dueAt),
    owed.map(({ state }) => state.dueAt),
  );
  const latest = node.snapshots.at(-1);
  return {
    collected: collected.length,
    owed: owed.length,
    accepted: counted.length,
    submitsUpwards: own.length > 0,
    cutoffAt: epoch(cutoff),
    changed: latest !== undefined && hasChanged(latest, counted),
  };
}

/** The accepted reports differ from the sources of the latest snapshot. */
function hasChanged({ sources }: Snapshot, counted: readonly SimObligation[]): boolean {
  return (
    sources.size !== counted.length ||
    counted.some((each) => sources.get(each) !== each.state.acceptedVersion)
  );
}

/** Its report came back, and an official has to sign anew (an automatic signature would only send the same again). */
function isReturned(node: SimNode, latest: Snapshot): boolean {
  if (node.plan.sign === 'automatic' || latest.state === 'draft') return false;
  return node.own.some(
    ({ state, versions }) =>
      state.status === 'returned' && versions.at(-1)?.snapshot?.revision === latest.revision,
  );
}
