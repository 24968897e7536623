import { setTimeout as sleep } from 'node:timers/promises';
import type { Part, Stack } from '#stack';

/** Random numbers that a seed repeats (mulberry32): a run that failed can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Kill {
  readonly what: readonly string[];
  readonly downMs: number;
}

export interface Chaos {
  readonly kills: readonly Kill[];
  /** Ends once everything runs again. */
  stop(): Promise<void>;
}

/**
 * kill -9 of worker, Temporal and PostgreSQL at random moments, one alone or several together, each time
 * down for up to two seconds, until it is stopped.
 */
export function startChaos(stack: Stack, random: () => number): Chaos {
  const parts: readonly Part[] = [stack.worker, stack.temporal, stack.postgres];
  const kills: Kill[] = [];
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      await sleep(300 + random() * 2_500);
      const chosen = parts.filter(() => random() < 0.4);
      const victims =
        chosen.length > 0 ? chosen : [parts[Math.floor(random() * parts.length)] ?? stack.worker];
      const downMs = Math.round(random() * 2_000);
      kills.push({ what: victims.map(({ name }) => name), downMs });
      await Promise.all(victims.map((part) => part.kill9()));
      await sleep(downMs);
      // The worker last: it gives up where it finds no servers for a minute, and would only lose time before.
      for (const part of [stack.postgres, stack.temporal, stack.worker])
        if (victims.includes(part)) await part.restart();
    }
  };
  const ended = run();
  return {
    kills,
    stop: async () => {
      stopped = true;
      await ended;
    },
  };
}
