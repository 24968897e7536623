import type { ELK } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Definition } from '#model';
import type { Point } from '../../drawing/places.ts';
import { elkGraphOf, placesFrom } from './elk-graph.ts';
import { settle } from './settle.ts';

type Drawn = Pick<Definition, 'nodes' | 'layout'>;
type Elk = Pick<ELK, 'layout'>;

let started: Promise<ELK> | null = null;

/** The layout engine in a worker of its own, fetched when somebody first wants it. */
function engine(): Promise<ELK> {
  started ??= import('elkjs/lib/elk-api.js').then(
    ({ default: Elk }) => new Elk({ workerFactory: () => new Worker(workerUrl) }),
  );
  return started;
}

/**
 * Where every level would stand in a tidy drawing; locked levels exactly where they are. Aborting ends
 * the worker and rejects with the signal's reason.
 */
export async function arrange(definition: Drawn, signal?: AbortSignal): Promise<ReadonlyMap<string, Point>> {
  const elk = await engine();
  signal?.throwIfAborted();
  if (signal === undefined) return arrangeWith(elk, definition);
  return new Promise((resolve, reject) => {
    const stop = () => {
      started = null;
      elk.terminateWorker();
      reject(signal.reason as Error); // what AbortController.abort() was given, an Error by default
    };
    signal.addEventListener('abort', stop, { once: true });
    arrangeWith(elk, definition)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

export async function arrangeWith(elk: Elk, definition: Drawn): Promise<ReadonlyMap<string, Point>> {
  const answer = await elk.layout(elkGraphOf(definition));
  return settle(placesFrom(answer, definition), definition);
}
