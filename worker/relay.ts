import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { settle, takeTouched, worthWaking } from '#acts';
import type { Launcher } from '#activities';
import { type Loop, startLoop } from './loop.ts';

export interface RelayParts {
  readonly pool: Pool;
  readonly launcher: Launcher;
  readonly log: Logger;
}

/** How late a `changed` signal may be because nobody asked for it: the poll beside the pokes. */
const POLL_MS = 200;
const AT_ONCE = 16;
const BATCH = AT_ONCE * 16;

type Touched = Awaited<ReturnType<typeof takeTouched>>[number];

/**
 * Turns outbox rows into `changed` signals. Several may run, in as many workers: rows are claimed.
 * A row is deleted only after its signal was accepted, so a crash or an absent Temporal delays a signal
 * and never loses it; one sent twice only makes the workflow look once more.
 */
export function startRelay({ pool, launcher, log }: RelayParts): Loop {
  const deliver = async (touched: Touched): Promise<void> => {
    const waking = await worthWaking(pool, touched);
    if (waking?.kind === 'node') await launcher.wakeNode(waking.node);
    if (waking?.kind === 'campaign') await launcher.wakeCampaign(waking.campaign);
    await settle(pool, touched);
  };

  return startLoop({
    name: 'relay',
    everyMs: POLL_MS,
    log,
    round: async () => {
      const claimed = await takeTouched(pool, BATCH);
      const failures: unknown[] = [];
      for (let from = 0; from < claimed.length; from += AT_ONCE) {
        const outcomes = await Promise.allSettled(claimed.slice(from, from + AT_ONCE).map(deliver));
        // One that fails stays claimed for a while and comes again; the others must not wait for it.
        failures.push(
          ...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
        );
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} signals were not delivered`);
      return claimed.length > 0 ? 'again' : 'rest';
    },
  });
}
