import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { rateOf } from './measure.ts';

const Type = proto.temporal.api.enums.v1.EventType;
type Kind = keyof typeof Type;

/** What Temporal bills as one action each; the markers of one workflow task are one together. */
const ACTIONS: ReadonlySet<number> = new Set(
  (
    [
      'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
      'EVENT_TYPE_TIMER_STARTED',
      'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
      'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
    ] satisfies Kind[]
  ).map((kind) => Type[kind]),
);

export interface Cost {
  readonly workflows: number;
  readonly events: number;
  readonly actions: number;
  /** Events of the longest history. */
  readonly longest: number;
}

/** Adds up the histories of everything that ran for a campaign. */
export async function costOf(client: Client, campaignId: string): Promise<Cost> {
  const ids: { workflowId: string; runId: string }[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: `CampaignId = "${campaignId}"` }))
    ids.push({ workflowId, runId });
  const costs: { events: number; actions: number }[] = [];
  await rateOf({ items: ids, atOnce: 8 }, async ({ workflowId, runId }) => {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    costs.push(countOf((events ?? []).map(({ eventType }) => eventType ?? 0)));
  });
  const sum = (of: 'events' | 'actions') => costs.reduce((total, cost) => total + cost[of], 0);
  return {
    workflows: ids.length,
    events: sum('events'),
    actions: sum('actions'),
    longest: Math.max(...costs.map(({ events }) => events)),
  };
}

export function countOf(types: readonly number[]): { events: number; actions: number } {
  let actions = 0;
  let marked = false;
  for (const type of types) {
    if (ACTIONS.has(type)) actions += 1;
    if (type === Type.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) marked = false;
    if (type === Type.EVENT_TYPE_MARKER_RECORDED && !marked) {
      actions += 1;
      marked = true;
    }
  }
  return { events: types.length, actions };
}
