import type { CampaignRow, NodeCounts, NodeRow } from '#db';
import { isCutoffReached } from '#engine/cutoff';
import type { NodeFacts } from '#model/contract';

/** The next instant at which a node has to look again by itself, cut-off included; null: never. */
export function nextInstant(node: NodeRow, counts: NodeCounts, now: string): string | null {
  const cutoff =
    awaitsCutoff(node, counts) && !isCutoffReached(counts.cutoffAt, now) ? counts.cutoffAt : null;
  if (cutoff === null || counts.nextAt === null) return counts.nextAt ?? cutoff;
  return cutoff < counts.nextAt ? cutoff : counts.nextAt;
}

/** What `engine/node` decides on, from rows of one moment. Instants from the database compare as text. */
export function nodeFacts(campaign: CampaignRow, node: NodeRow, counts: NodeCounts): NodeFacts {
  const next = campaign.status === 'running' ? nextInstant(node, counts, campaign.now) : null;
  return {
    campaign: campaign.status,
    periodClosed: counts.periodClosed,
    disseminates: node.disseminates,
    dissemination: node.dissemination,
    disseminated: node.disseminatedAt !== null,
    childNodesToStart: counts.childNodesToStart,
    collects: node.collects,
    owed: counts.owed,
    accepted: counts.accepted,
    unopened: counts.unopened,
    when: node.when,
    sign: node.sign,
    cutoffReached: isCutoffReached(counts.cutoffAt, campaign.now),
    revision: node.revision,
    stale: isStale(node, counts),
    signedRevision: node.signedRevision,
    submittedRevision: node.submittedRevision,
    submitsUpwards: counts.submitsUpwards,
    nextInMs:
      next === null || campaign.mode === 'rehearsal'
        ? null
        : Math.max(1, Date.parse(next) - Date.parse(campaign.now)),
    hasNext: next !== null,
  };
}

/**
 * The snapshot no longer says what was accepted; or it was sent up, came back, and an official has to
 * sign anew (an automatic signature would only send the same again).
 */
export const isStale = (node: NodeRow, counts: NodeCounts): boolean =>
  node.revision > 0 &&
  (counts.changed || (counts.returned && node.sign === 'official' && node.signedRevision === node.revision));

const awaitsCutoff = (node: NodeRow, counts: NodeCounts): boolean =>
  node.collects &&
  node.when === 'allAcceptedOrDue' &&
  (counts.owed === 0 || counts.accepted < counts.owed || counts.unopened > 0);
