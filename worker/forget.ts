import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { forgetIdempotentBefore } from '#db';
import { type Loop, startLoop } from './loop.ts';

const EVERY_MS = 3_600_000;
/** How long a call sent again still finds its first answer; `api/openapi` tells callers the same. */
const KEPT_DAYS = 30;

/** Forgets answers kept for repeated calls. Any number of workers may do it at the same time. */
export function startForgetting({ pool, log }: { readonly pool: Pool; readonly log: Logger }): Loop {
  return startLoop({
    name: 'forgetting',
    everyMs: EVERY_MS,
    log,
    round: async () => {
      const answers = await forgetIdempotentBefore(pool, KEPT_DAYS);
      if (answers > 0) log.info({ answers }, 'answers to old calls are forgotten');
      return 'rest';
    },
  });
}
