import type { Launcher, NodeLaunch } from './launch.ts';

export interface NodesToStart {
  readonly launcher: Launcher;
  /** The next ones without a workflow; none when all are started. */
  readonly next: () => Promise<readonly NodeLaunch[]>;
  readonly mark: (started: readonly NodeLaunch[]) => Promise<void>;
  readonly heartbeat: (started: number) => void;
}

/** More at a time do not make the dev server faster; a cluster is not held back by it. */
const AT_ONCE = 16;

/**
 * Starts workflows batch by batch. Marked only once started: a crash between the two starts the batch
 * again, which the workflow ids turn into nothing.
 */
export async function startInBatches({ launcher, next, mark, heartbeat }: NodesToStart): Promise<number> {
  let started = 0;
  for (let batch = await next(); batch.length > 0; batch = await next()) {
    for (let from = 0; from < batch.length; from += AT_ONCE) {
      const together = batch.slice(from, from + AT_ONCE);
      await Promise.all(together.map((node) => launcher.startNode(node)));
      await mark(together);
      started += together.length;
      heartbeat(started);
    }
  }
  return started;
}
