import {
  type CampaignRow,
  claimTouched,
  type Database,
  deleteTouched,
  inTransaction,
  lockCampaign,
  longRestless,
  markCampaignSignalled,
  markSignalled,
  nodeByRef,
  restNode,
  type Touched,
  type TouchedGroup,
  touchAgain,
} from '#db';
import { decideNode } from '#engine';
import type { NodeRef } from '#model/contract';
import { isStale, nextInstant } from './node-facts.ts';
import { lockNodeScene } from './node-step.ts';

/** Claims what was touched, one entry per workflow; an entry not settled comes again after 15 s. */
export function takeTouched(database: Database, limit: number): Promise<TouchedGroup[]> {
  return inTransaction(database, (tx) => claimTouched(tx, limit));
}

export type Waking =
  | { readonly kind: 'node'; readonly node: NodeRef & { readonly unitName: string; readonly depth: number } }
  | { readonly kind: 'campaign'; readonly campaign: { readonly campaignId: string; readonly title: string } };

/**
 * Must this workflow be signalled? Reads the facts as a look would, applying nothing: a report that only
 * adds one more to wait for costs no history event. Null: it may sleep on.
 */
export async function worthWaking(database: Database, touched: Touched): Promise<Waking | null> {
  const { campaignId, periodKey, unitId } = touched;
  return inTransaction(database, async (tx): Promise<Waking | null> => {
    if (periodKey === null || unitId === null) {
      const campaign = await lockCampaign(tx, campaignId);
      if (campaign === null) return null;
      await markCampaignSignalled(tx, campaignId);
      return { kind: 'campaign', campaign: { campaignId, title: campaign.title } };
    }
    const ref = { campaignId, periodKey, unitId };
    const known = await nodeByRef(tx, ref);
    // Not opened: its parent starts it when it passes on, and whatever touched it is seen then.
    if (known === null || known.openedAt === null) return null;
    const { campaign, node, counts, facts } = await lockNodeScene(tx, ref);
    const nextAt = facts.hasNext ? nextInstant(node, counts, campaign.now) : null;
    const { kind } = decideNode(facts);
    const asleep =
      kind === 'wait' ? node.endedAt === null || nextAt === null : kind === 'end' && node.endedAt !== null;
    if (asleep && nextAt === node.nextAt && !isDue(nextAt, campaign)) {
      await restNode(tx, node, {
        rests: true,
        nextAt,
        ended: node.endedAt !== null,
        stale: isStale(node, counts),
      });
      return null;
    }
    await markSignalled(tx, ref);
    return { kind: 'node', node: { ...ref, unitName: node.unitName, depth: node.depth } };
  });
}

const isDue = (at: string | null, { now }: CampaignRow): boolean => at !== null && at <= now;

/** The signal is out, or was not needed. */
export function settle(database: Database, touched: Pick<TouchedGroup, 'ids'>): Promise<void> {
  return deleteTouched(database, touched.ids);
}

/**
 * Reconciler: touches workflows that have been restless, or (live) asleep past their own instant, for
 * `seconds`; the relay then signals or starts them. Returns them, for the log.
 */
export async function touchRestless(database: Database, seconds: number): Promise<readonly Touched[]> {
  return inTransaction(database, async (tx) => {
    const found = await longRestless(tx, seconds);
    if (found.length > 0) await touchAgain(tx, found);
    return found;
  });
}

/** The same without touching: what a reconciler of its own would describe. */
export const restless = (database: Database, seconds: number): Promise<readonly Touched[]> =>
  longRestless(database, seconds);
