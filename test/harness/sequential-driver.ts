import type { Pool } from 'pg';
import {
  consolidateNode,
  disseminateNode,
  getCampaign,
  markStarted,
  moveClock,
  nodesToStart,
  observeCampaign,
  observeNode,
  openPeriod,
  settle,
  stepClocks,
  submitConsolidation,
  takeTouched,
  worthWaking,
} from '#acts';
import { decideCampaign, decideNode } from '#engine';
import type { Principal } from '#model';
import type { NodeRef } from '#model/contract';
import { valueOf } from './value-of.ts';

/** Steps that one workflow may take before it has to rest; more is a livelock. */
const STEP_LIMIT = 60;
const ROUND_LIMIT = 20_000;

/**
 * Does what workflows, relay and clock driver do, one thing after the other and without Temporal: campaigns
 * live in milliseconds, and a test sees every step fail where it fails.
 */
export interface SequentialDriver {
  /** Until nothing is under way at the present clock. */
  settleAll(): Promise<void>;
  /** Moves the clock of a rehearsal and lets everything happen that falls due on the way. */
  advance(campaignId: string, move: { to: string } | { events: number } | { toEnd: true }): Promise<void>;
  /** Looks at nodes so far: what a workflow would have cost. */
  readonly observed: Map<string, number>;
}

export function sequentialDriver(pool: Pool, principal: Principal): SequentialDriver {
  const ctx = { pool, principal };
  const observed = new Map<string, number>();

  const runNode = async (ref: NodeRef): Promise<void> => {
    for (let step = 0; step < STEP_LIMIT; step += 1) {
      const name = `${ref.periodKey}/${ref.unitId}`;
      observed.set(name, (observed.get(name) ?? 0) + 1);
      const command = decideNode(await observeNode(pool, ref));
      switch (command.kind) {
        case 'disseminate':
          await disseminateNode(pool, ref);
          break;
        case 'startNodes':
          await start({ ...ref });
          break;
        case 'consolidate':
          await consolidateNode(pool, ref);
          break;
        case 'submit':
          await submitConsolidation(pool, ref);
          break;
        case 'wait':
        case 'end':
          return;
      }
    }
    throw new Error(`${ref.unitId} does not come to rest in ${ref.periodKey}`);
  };

  const start = async (ref: {
    campaignId: string;
    periodKey: string;
    unitId: string | null;
  }): Promise<void> => {
    for (
      let batch = await nodesToStart(pool, ref, 100);
      batch.length > 0;
      batch = await nodesToStart(pool, ref, 100)
    ) {
      await markStarted(pool, batch);
      for (const node of batch) await runNode(node);
    }
  };

  const runCampaign = async (campaignId: string): Promise<void> => {
    for (let step = 0; step < STEP_LIMIT; step += 1) {
      const command = decideCampaign(await observeCampaign(pool, { campaignId }));
      if (command.kind === 'wait' || command.kind === 'end') return;
      const { periodKey } = command;
      if (command.kind === 'openPeriod') await openPeriod(pool, { campaignId, periodKey });
      else await start({ campaignId, periodKey, unitId: null });
    }
    throw new Error(`campaign ${campaignId} does not come to rest`);
  };

  const settleAll = async (): Promise<void> => {
    for (let round = 0; round < ROUND_LIMIT; round += 1) {
      const claimed = await takeTouched(pool, 256);
      if (claimed.length === 0) return;
      for (const touched of claimed) {
        const waking = await worthWaking(pool, touched);
        if (waking?.kind === 'campaign') await runCampaign(waking.campaign.campaignId);
        if (waking?.kind === 'node') await runNode(waking.node);
        await settle(pool, touched);
      }
    }
    throw new Error('touched rows do not come to an end');
  };

  return {
    observed,
    settleAll,
    advance: async (campaignId, move) => {
      await settleAll();
      valueOf(await moveClock(ctx, { campaignId, ...move }));
      for (let round = 0; round < ROUND_LIMIT; round += 1) {
        const moved = await stepClocks(pool);
        await settleAll();
        if (valueOf(await getCampaign(ctx, campaignId)).clockTarget === null) return;
        if (moved === 0) throw new Error('the clock is held by something that does not come to rest');
      }
      throw new Error('the clock does not arrive');
    },
  };
}
