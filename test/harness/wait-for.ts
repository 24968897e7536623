import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  /** Completes "waited in vain for …". */
  readonly what: string;
  readonly forMs?: number;
  readonly everyMs?: number;
}

/** Asks until the answer is neither undefined nor false; the last error or answer explains a failure. */
export async function waitFor<T>(
  look: () => Promise<T | undefined | false>,
  { what, forMs = 60_000, everyMs = 100 }: Patience,
): Promise<T> {
  let last: unknown;
  for (const deadline = Date.now() + forMs; Date.now() < deadline; await sleep(everyMs)) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      last = found;
    } catch (error) {
      last = error;
    }
  }
  const reason = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${forMs} ms in vain for ${what}; last: ${reason}`);
}
