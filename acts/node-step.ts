import {
  applyDue,
  type CampaignRow,
  campaignById,
  type Database,
  emitEvent,
  inTransaction,
  lockNode,
  markNodesStarted,
  type NodeCounts,
  type NodeRow,
  type NodeToStart,
  nodeCounts,
  type Queryable,
  restNode,
  type Transaction,
  unstartedNodes,
} from '#db';
import { decideNode } from '#engine';
import type { NodeFacts, NodeRef } from '#model/contract';
import { isStale, nextInstant, nodeFacts } from './node-facts.ts';

/** A node as it stands, its row locked: read for a step of the engine or an official's act on it. */
export interface NodeScene {
  readonly campaign: CampaignRow;
  readonly node: NodeRow;
  readonly counts: NodeCounts;
  readonly facts: NodeFacts;
}

export async function lockNodeScene(tx: Queryable, ref: NodeRef): Promise<NodeScene> {
  const node = await lockNode(tx, ref);
  const campaign = await campaignById(tx, ref.campaignId);
  if (node === null || campaign === null)
    throw new Error(`no node ${ref.unitId} in ${ref.periodKey} of ${ref.campaignId}`);
  const counts = await nodeCounts(tx, ref);
  return { campaign, node, counts, facts: nodeFacts(campaign, node, counts) };
}

/**
 * One look of a node at the rows, in one transaction: applies everything due by now (a reminder cannot be
 * missed and a deadline cannot close before what arrived in time is seen), reads the facts, and notes
 * whether the node rests and until when. An act that commits after the facts were read leaves an outbox
 * row, so a wrong rest is corrected by the relay.
 */
export async function observeNode(database: Database, ref: NodeRef): Promise<NodeFacts> {
  return inTransaction(database, async (tx) => {
    const node = await lockNode(tx, ref);
    const campaign = await campaignById(tx, ref.campaignId);
    if (node === null || campaign === null)
      throw new Error(`no node ${ref.unitId} in ${ref.periodKey} of ${ref.campaignId}`);
    let counts = await nodeCounts(tx, ref);
    if (campaign.status === 'running' && counts.nextAt !== null && counts.nextAt <= campaign.now) {
      await applyAndTell(tx, ref, campaign.now);
      counts = await nodeCounts(tx, ref);
    }
    const facts = nodeFacts(campaign, node, counts);
    const command = decideNode(facts);
    await restNode(tx, node, {
      rests: command.kind === 'wait' || command.kind === 'end',
      nextAt: campaign.status === 'running' ? nextInstant(node, counts, campaign.now) : null,
      ended: command.kind === 'end',
      stale: isStale(node, counts),
    });
    return facts;
  });
}

/** One event for all, however many recipients: the stream's readers look at the unit again. */
async function applyAndTell(tx: Transaction, ref: NodeRef, now: string): Promise<void> {
  const applied = await applyDue(tx, ref, now);
  if (applied.reminders + applied.overdue + applied.escalations + applied.windowEnds === 0) return;
  await emitEvent(tx, {
    campaignId: ref.campaignId,
    at: now,
    kind: 'node.due',
    unitId: ref.unitId,
    data: { periodKey: ref.periodKey, ...applied },
  });
}

/** `unitId` null: the root of the period. */
export function nodesToStart(
  database: Database,
  ref: { readonly campaignId: string; readonly periodKey: string; readonly unitId: string | null },
  limit: number,
): Promise<NodeToStart[]> {
  return unstartedNodes(database, ref, limit);
}

export function markStarted(database: Database, nodes: readonly NodeRef[]): Promise<void> {
  return markNodesStarted(database, nodes);
}
