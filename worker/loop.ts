import type { Logger } from 'pino';

export interface LoopOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly log: Logger;
  /** One round of work; `again` asks for the next one at once. */
  readonly round: () => Promise<'again' | 'rest'>;
}

/** Work that is done for as long as the process lives, whatever fails meanwhile. */
export interface Loop {
  /** There may be something to do: do not wait for the next turn. */
  poke(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 5_000;
/** A failing loop says so at once and then now and then, not at every turn. */
const SAY_EVERY_MS = 30_000;

export function startLoop({ name, everyMs, log, round }: LoopOptions): Loop {
  let stopped = false;
  let poked = false;
  let wakeUp = (): void => undefined;
  let failures = 0;
  let saidAt = 0;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const attempt = async (): Promise<number> => {
    try {
      poked = false;
      const outcome = await round();
      if (failures > 0) log.info({ loop: name, failures }, 'loop works again');
      failures = 0;
      return outcome === 'again' || poked ? 0 : everyMs;
    } catch (error) {
      failures += 1;
      if (failures === 1 || Date.now() - saidAt > SAY_EVERY_MS) {
        saidAt = Date.now();
        log.warn({ loop: name, failures, err: error }, 'loop failed, trying again');
      }
      return Math.min(LONGEST_PAUSE_MS, 200 * 2 ** Math.min(failures, 6));
    }
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      const ms = await attempt();
      if (ms > 0 && !stopped) await pause(ms);
    }
  };
  // Not in this turn: the first round may already poke the loop that it is part of.
  const ended = Promise.resolve().then(run);

  return {
    poke: () => {
      poked = true;
      // A failing loop keeps its pause: a poke must not turn an outage into a storm of attempts.
      if (failures === 0) wakeUp();
    },
    stop: async () => {
      stopped = true;
      wakeUp();
      await ended;
    },
  };
}
