import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { stepClocks } from '#acts';
import { type Loop, startLoop } from './loop.ts';

export interface ClockDriverParts {
  readonly pool: Pool;
  readonly log: Logger;
  /** A clock was moved: there are outbox rows for the relay. */
  readonly moved: () => void;
}

const POLL_MS = 200;

/**
 * Moves the clocks of rehearsals that have been told where to go, one due instant at a time, each time
 * all their workflows rest. What it knows stands in rows, so it may be killed at any moment and several
 * may run.
 */
export function startClockDriver({ pool, log, moved }: ClockDriverParts): Loop {
  return startLoop({
    name: 'clock driver',
    everyMs: POLL_MS,
    log,
    round: async () => {
      const stepped = await stepClocks(pool);
      if (stepped === 0) return 'rest';
      moved();
      return 'again';
    },
  });
}
