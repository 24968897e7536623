import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';
import type { Logger } from 'pino';

export interface Patience {
  readonly what: string;
  readonly forMs: number;
  readonly log: Logger;
}

/** Tries until it works or the time is over: services of one installation start in any order. */
export async function patiently<T>(attempt: () => Promise<T>, { what, forMs, log }: Patience): Promise<T> {
  const until = Date.now() + forMs;
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= until) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Không kết nối được / cannot reach ${what}: ${reason}`, { cause: error });
      }
      if (failures % 10 === 0) log.warn({ what, err: error }, 'not reachable yet, trying again');
      await sleep(Math.min(2_000, 250 * 2 ** Math.min(failures, 3)));
    }
  }
}

export function connectTemporal(
  options: NativeConnectionOptions,
  patience: Omit<Patience, 'what'>,
): Promise<NativeConnection> {
  return patiently(() => NativeConnection.connect(options), {
    ...patience,
    what: `Temporal (${options.address ?? 'localhost:7233'})`,
  });
}
