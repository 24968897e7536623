import Elk from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { Definition, DrawingNode } from '#model';
import { arrange } from '../../../designer/tools/layout/arrange.ts';
import { openWorker } from '../../../designer/trial/open-worker.ts';
import type { Supposition } from '../../../designer/trial/supposition.ts';
import type { TrialInput } from '../../../designer/trial/trial-input.ts';
import type { FromWorker } from '../../../designer/trial/worker-messages.ts';
import { sampleNodes } from './sample.ts';

export interface Worked {
  readonly ms: number;
  readonly longTasks: number;
}

export interface Workers {
  /** The designer's layout of so many nodes. */
  arrange(nodes: number): Promise<Worked>;
  /** ELK's layered layout of the same nodes in the same worker, without anything of ours. */
  bareElk(nodes: number): Promise<Worked>;
  simulate(trial: { readonly input: TrialInput; readonly supposition: Supposition }): Promise<Worked>;
}

declare global {
  interface Window {
    workers: Workers;
  }
}

let longTasks = 0;
new PerformanceObserver((list) => {
  longTasks += list.getEntries().length;
}).observe({ type: 'longtask' });

async function worked(work: () => Promise<unknown>): Promise<Worked> {
  longTasks = 0;
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  // long tasks are told a little later
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { ms, longTasks };
}

function drawing(count: number): Pick<Definition, 'nodes' | 'layout'> {
  const nodes = sampleNodes(count).map(({ id, parent }) =>
    DrawingNode.parse({
      id,
      name: id,
      parent,
      select: parent === null ? { kind: 'root' } : { kind: 'ofKind', unitKinds: ['commune'] },
    }),
  );
  return { nodes, layout: { nodes: {} } };
}

const bare = new Elk({ workerFactory: () => new Worker(workerUrl) });

const simulated = ({ input, supposition }: Parameters<Workers['simulate']>[0]): Promise<void> =>
  new Promise((resolve, reject) => {
    const heard = (message: FromWorker): void => {
      if (message.kind === 'stage') return;
      line.close();
      if (message.kind === 'simulated') resolve();
      else reject(new Error(JSON.stringify(message)));
    };
    const line = openWorker(heard, () => reject(new Error('the worker failed')));
    line.send({ kind: 'simulate', input, supposition });
  });

window.workers = {
  arrange: (count) => {
    const definition = drawing(count);
    return worked(() => arrange(definition));
  },
  bareElk: (count) => {
    const size = { width: 232, height: 86 };
    const children = sampleNodes(count).map(({ id }) => ({ id, ...size }));
    const edges = sampleNodes(count).flatMap(({ id, parent }) =>
      parent === null ? [] : [{ id: `e${id}`, sources: [parent], targets: [id] }],
    );
    const layoutOptions = { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' };
    return worked(() => bare.layout({ id: 'root', layoutOptions, children, edges }));
  },
  simulate: (trial) => worked(() => simulated(trial)),
};
window.ready = true;
