import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { restless } from '#acts';
import { type Touched, touchAgain } from '#db';
import { campaignWorkflowId, nodeWorkflowId } from '#model/contract';
import { type Loop, startLoop } from './loop.ts';

export interface ReconcilerParts {
  readonly pool: Pool;
  readonly client: Client;
  readonly log: Logger;
}

const EVERY_MS = 15_000;
const PATIENCE_SECONDS = 30;
/** Describing is one call each: what is left over comes at the next round. */
const AT_ONCE = 200;
/** One that runs may only be waiting for its turn; one that stays so is stuck, and signals only fill its history. */
const SIGNAL_RUNNING_AFTER_MS = 60_000;
const SIGNAL_RUNNING_EVERY_MS = 600_000;

/**
 * Finds workflows that have not come to rest for 30 s, or have slept past their own instant, and touches
 * them again: whatever was lost (Temporal's store, a terminated workflow, a restored database) comes
 * back by `signalWithStart`. Those that run and do not get on are an alarm in the log.
 */
export function startReconciler({ pool, client, log }: ReconcilerParts): Loop {
  /** When a running one is to be signalled, by workflow id. */
  const signalAt = new Map<string, number>();

  const isRunning = async (workflowId: string): Promise<boolean> => {
    try {
      return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };

  return startLoop({
    name: 'reconciler',
    everyMs: EVERY_MS,
    log,
    round: async () => {
      const found = (await restless(pool, PATIENCE_SECONDS)).slice(0, AT_ONCE);
      const stuck: string[] = [];
      const lost: string[] = [];
      const again: Touched[] = [];
      for (const touched of found) {
        const workflowId = idOf(touched);
        const running = await isRunning(workflowId);
        (running ? stuck : lost).push(workflowId);
        const at = signalAt.get(workflowId) ?? Date.now() + SIGNAL_RUNNING_AFTER_MS;
        const signals = !running || Date.now() >= at;
        if (signals) again.push(touched);
        signalAt.set(workflowId, signals ? Date.now() + SIGNAL_RUNNING_EVERY_MS : at);
      }
      for (const known of signalAt.keys()) if (!stuck.includes(known)) signalAt.delete(known);
      if (again.length > 0) await touchAgain(pool, again);
      if (lost.length > 0)
        log.warn({ count: lost.length, some: lost.slice(0, 5) }, 'workflows were gone and are started again');
      if (stuck.length > 0)
        log.warn({ count: stuck.length, some: stuck.slice(0, 5) }, 'workflows do not come to rest');
      return 'rest';
    },
  });
}

function idOf({ campaignId, periodKey, unitId }: Touched): string {
  if (periodKey === null || unitId === null) return campaignWorkflowId({ campaignId });
  return nodeWorkflowId({ campaignId, periodKey, unitId });
}
