import type { NodeCommand, NodeFacts } from '#model/contract';

/**
 * The next step of a relaying or consolidating unit in one period. Stateless and level-triggered: the
 * answer depends on the rows only, so a crash, a repeated signal or a second run changes nothing.
 *
 * What the caller must guarantee, or the node would ask for the same step for ever:
 * `disseminate` sets `disseminated`; `startNodes` lowers `childNodesToStart`; `consolidate` raises
 * `revision`, clears `stale` and, when `sign` is automatic, raises `signedRevision` with it; `submit`
 * sets `submittedRevision = signedRevision` even where the unit's own obligation refuses the report
 * (late reports refused): the refusal is audited, not repeated.
 *
 * Workflow code replays this function: a change of behaviour needs `patched` and a stored history.
 */
export function decideNode(facts: NodeFacts): NodeCommand {
  if (facts.campaign === 'cancelled') return { kind: 'end' };
  const closed = isClosed(facts);
  const undisseminated = facts.disseminates && !facts.disseminated;
  if (undisseminated && facts.dissemination === 'automatic' && !closed) return { kind: 'disseminate' };
  // Also after closing: a node opened before it may hold reports that still have to rise.
  if (facts.childNodesToStart > 0) return { kind: 'startNodes' };
  if (facts.collects && drawsUp(facts)) return { kind: 'consolidate' };
  if (owesSubmission(facts)) return { kind: 'submit' };
  if (closed) return hasUnsigned(facts) ? { kind: 'wait', ms: null } : { kind: 'end' };
  const finished = !undisseminated && !facts.hasNext && (!facts.collects || isCollected(facts));
  return finished ? { kind: 'end' } : { kind: 'wait', ms: facts.nextInMs };
}

const isClosed = (facts: NodeFacts): boolean => facts.campaign === 'closed' || facts.periodClosed;

/** Every report owed here is accepted, and no group that reports here is still to be opened. */
const isComplete = (facts: NodeFacts): boolean =>
  facts.owed > 0 && facts.accepted >= facts.owed && facts.unopened === 0;

/**
 * A snapshot is drawn when all is accepted, or at the cut-off or the close if anything came in; after
 * that, each time accepted reports change while one of these still holds. A report returned before the
 * cut-off therefore does not make a revision of its own: the next one is drawn when it is back.
 */
function drawsUp(facts: NodeFacts): boolean {
  const cutoff = facts.when === 'allAcceptedOrDue' && facts.cutoffReached;
  if (facts.revision > 0) return facts.stale && (isComplete(facts) || cutoff || isClosed(facts));
  if (isComplete(facts)) return true;
  // Nothing in at all is not a consolidation: the unit stays missing above, which is the truth.
  return (cutoff || isClosed(facts)) && facts.accepted > 0;
}

const owesSubmission = (facts: NodeFacts): boolean =>
  facts.collects && facts.submitsUpwards && facts.signedRevision > facts.submittedRevision;

const hasUnsigned = (facts: NodeFacts): boolean => facts.collects && facts.revision > facts.signedRevision;

const isCollected = (facts: NodeFacts): boolean =>
  isComplete(facts) && facts.revision > 0 && !facts.stale && !hasUnsigned(facts);
