/**
 * What workflows and activities agree on. Plain types and constants only: this file is part of the
 * workflow bundle, so neither zod nor Node may be reached from here.
 */

export const TASK_QUEUE = 'cascade';

/** Wakes a workflow to look at its facts again. The only message; it carries nothing. */
export const CHANGED_SIGNAL = 'changed';

export interface CampaignRef {
  readonly campaignId: string;
}

/** One relaying or consolidating unit in one reporting period. */
export interface NodeRef extends CampaignRef {
  readonly periodKey: string;
  readonly unitId: string;
}

export const campaignWorkflowId = (ref: CampaignRef): string => `campaign/${ref.campaignId}`;
export const nodeWorkflowId = (ref: NodeRef): string =>
  `node/${ref.campaignId}/${ref.periodKey}/${ref.unitId}`;

/**
 * Everything `engine/node` needs to decide a node's next step, read (after applying what is due by
 * now) in one transaction. The rows are the truth; the workflow holds no state of its own.
 */
export interface NodeFacts {
  readonly campaign: 'running' | 'closed' | 'cancelled';
  readonly periodClosed: boolean;
  readonly disseminates: boolean;
  readonly dissemination: 'automatic' | 'official';
  /** An official has passed it on (or the engine has, when automatic). */
  readonly disseminated: boolean;
  /** Units that need a workflow of their own below this one and have not got one yet. */
  readonly childNodesToStart: number;
  readonly collects: boolean;
  /** Reports owed to this node (dormant, cancelled not counted). */
  readonly owed: number;
  readonly accepted: number;
  /** Groups below whose reports come here but that are not opened yet (their disseminator has not passed on). */
  readonly unopened: number;
  readonly when: 'allAccepted' | 'allAcceptedOrDue';
  readonly sign: 'automatic' | 'official';
  /** The moment at which it is drawn up although reports are missing has come. */
  readonly cutoffReached: boolean;
  /** Latest snapshot, 0 = none. */
  readonly revision: number;
  /** Accepted reports changed since the latest snapshot. */
  readonly stale: boolean;
  readonly signedRevision: number;
  /** Latest signed snapshot that was put upwards as this unit's own report; the root has nobody to submit to. */
  readonly submittedRevision: number;
  readonly submitsUpwards: boolean;
  /** Live: milliseconds (database clock) to the next instant this node owns; null when none. Rehearsal: always null. */
  readonly nextInMs: number | null;
  /** A next instant exists, on whichever clock: the node is not finished. */
  readonly hasNext: boolean;
}

export type NodeCommand =
  | { readonly kind: 'disseminate' }
  | { readonly kind: 'startNodes' }
  | { readonly kind: 'consolidate' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'wait'; readonly ms: number | null }
  | { readonly kind: 'end' };

export interface CampaignFacts {
  readonly status: 'running' | 'closed' | 'cancelled';
  /** The next period whose opening instant has come. */
  readonly periodToOpen: string | null;
  /** An opened period whose root node has no workflow yet. */
  readonly periodToStart: string | null;
  readonly nextInMs: number | null;
  readonly hasNext: boolean;
}

export type CampaignCommand =
  | { readonly kind: 'openPeriod'; readonly periodKey: string }
  | { readonly kind: 'startRoot'; readonly periodKey: string }
  | { readonly kind: 'wait'; readonly ms: number | null }
  | { readonly kind: 'end' };

/** Short, idempotent, one transaction each: run as local activities (one event each). */
export interface StepActivities {
  observeNode(ref: NodeRef): Promise<NodeFacts>;
  disseminate(ref: NodeRef): Promise<void>;
  consolidate(ref: NodeRef): Promise<void>;
  submitConsolidation(ref: NodeRef): Promise<void>;
  observeCampaign(ref: CampaignRef): Promise<CampaignFacts>;
  openPeriod(ref: CampaignRef & { readonly periodKey: string }): Promise<void>;
}

/** Long ones, with heartbeats. */
export interface StartActivities {
  /** Starts the node workflows below `ref` in batches; returns how many were started now. */
  startNodes(ref: NodeRef): Promise<number>;
  startRoot(ref: CampaignRef & { readonly periodKey: string }): Promise<void>;
}

export type Activities = StepActivities & StartActivities;
