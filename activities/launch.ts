import { defineSearchAttributeKey } from '@temporalio/common';
import {
  WorkflowExecutionAlreadyStartedError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import {
  CHANGED_SIGNAL,
  campaignWorkflowId,
  nodeWorkflowId,
  type CampaignRef,
  type NodeRef,
} from '#model/contract';

/** Names under which `workflows/index.ts` exports them: activities may not import workflow code. */
export const CAMPAIGN_WORKFLOW = 'campaignWorkflow';
export const NODE_WORKFLOW = 'nodeWorkflow';

const CampaignIdKey = defineSearchAttributeKey('CampaignId', 'KEYWORD');
const PeriodKey = defineSearchAttributeKey('Period', 'KEYWORD');
const UnitIdKey = defineSearchAttributeKey('UnitId', 'KEYWORD');
const LevelKey = defineSearchAttributeKey('Level', 'KEYWORD');

/** What a node's workflow is started with: its identity, and what Temporal's own page shows of it. */
export interface NodeLaunch extends NodeRef {
  readonly unitName: string;
  /** Depth in the cascade, 0 = root. */
  readonly depth: number;
}

export interface CampaignLaunch extends CampaignRef {
  readonly title: string;
}

export interface Launcher {
  /** Starts it if it never was; a second call, or one after its end, changes nothing. */
  startNode(node: NodeLaunch): Promise<void>;
  /** Wakes it, or starts it anew where it has ended (a late report makes a revision) or was lost. */
  wakeNode(node: NodeLaunch): Promise<void>;
  wakeCampaign(campaign: CampaignLaunch): Promise<void>;
}

export interface LauncherOptions {
  readonly client: Client;
  readonly taskQueue: string;
}

export function createLauncher({ client, taskQueue }: LauncherOptions): Launcher {
  return {
    startNode: async (node) => {
      const options = { ...nodeOptions(node, taskQueue), workflowIdReusePolicy: 'REJECT_DUPLICATE' as const };
      try {
        await client.workflow.start(NODE_WORKFLOW, options);
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    wakeNode: async (node) => {
      await client.workflow.signalWithStart(NODE_WORKFLOW, { ...nodeOptions(node, taskQueue), ...CHANGED });
    },
    wakeCampaign: async (campaign) => {
      await client.workflow.signalWithStart(CAMPAIGN_WORKFLOW, {
        ...campaignOptions(campaign, taskQueue),
        ...CHANGED,
      });
    },
  };
}

const nothing: [] = [];
const CHANGED = {
  signal: CHANGED_SIGNAL,
  signalArgs: nothing,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
};

function nodeOptions(node: NodeLaunch, taskQueue: string): WorkflowStartOptions {
  const { campaignId, periodKey, unitId, unitName, depth } = node;
  const ref: NodeRef = { campaignId, periodKey, unitId };
  return {
    workflowId: nodeWorkflowId(ref),
    taskQueue,
    args: [ref],
    memo: { unitName },
    staticSummary: unitName,
    typedSearchAttributes: [
      { key: CampaignIdKey, value: campaignId },
      { key: PeriodKey, value: periodKey },
      { key: UnitIdKey, value: unitId },
      { key: LevelKey, value: String(depth) },
    ],
  };
}

function campaignOptions({ campaignId, title }: CampaignLaunch, taskQueue: string): WorkflowStartOptions {
  const ref: CampaignRef = { campaignId };
  return {
    workflowId: campaignWorkflowId(ref),
    taskQueue,
    args: [ref],
    memo: { title },
    staticSummary: title,
    typedSearchAttributes: [{ key: CampaignIdKey, value: campaignId }],
  };
}
