import { Context } from '@temporalio/activity';
import type { Pool } from 'pg';
import {
  consolidateNode,
  disseminateNode,
  markStarted,
  nodesToStart,
  observeCampaign,
  observeNode,
  openPeriod,
  submitConsolidation,
} from '#acts';
import type { Activities } from '#model/contract';
import type { Launcher } from './launch.ts';
import { startInBatches } from './start-nodes.ts';

export {
  type CampaignLaunch,
  CAMPAIGN_WORKFLOW,
  createLauncher,
  type Launcher,
  NODE_WORKFLOW,
  type NodeLaunch,
} from './launch.ts';

export interface ActivityDependencies {
  readonly pool: Pool;
  readonly launcher: Launcher;
  /** Called after each step: something may have come to rest, or been written for the relay. */
  readonly stepped: () => void;
}

const BATCH = 128;

/** What workflows can ask for; docs/messages.md has the table. Each is idempotent, so that it may run twice. */
export function createActivities({ pool, launcher, stepped }: ActivityDependencies): Activities {
  const step =
    <A, T>(act: (pool: Pool, argument: A) => Promise<T>) =>
    async (argument: A): Promise<T> => {
      try {
        return await act(pool, argument);
      } finally {
        stepped();
      }
    };
  const heartbeat = (started: number): void => Context.current().heartbeat(started);
  const mark = (nodes: Parameters<typeof markStarted>[1]): Promise<void> => markStarted(pool, nodes);

  return {
    observeNode: step(observeNode),
    disseminate: step(disseminateNode),
    consolidate: step(consolidateNode),
    submitConsolidation: step(submitConsolidation),
    observeCampaign: step(observeCampaign),
    openPeriod: step(openPeriod),
    startNodes: (ref) =>
      startInBatches({ launcher, heartbeat, mark, next: () => nodesToStart(pool, ref, BATCH) }),
    startRoot: async ({ campaignId, periodKey }) => {
      const root = { campaignId, periodKey, unitId: null };
      await startInBatches({ launcher, heartbeat, mark, next: () => nodesToStart(pool, root, 1) });
    },
  };
}
