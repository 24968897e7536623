import { describe, expect, it } from 'vitest';
import type { Launcher, NodeLaunch } from './launch.ts';
import { startInBatches } from './start-nodes.ts';

const node = (unitId: string): NodeLaunch => ({
  campaignId: 'c',
  periodKey: 'once',
  unitId,
  unitName: unitId,
  depth: 1,
});

/** Units without a workflow, as the database would list them, and a Temporal that knows what it has. */
function world(size: number) {
  const waiting = new Map(Array.from({ length: size }, (_, n) => [`u${n}`, node(`u${n}`)]));
  const running = new Set<string>();
  let refuseAfter = Number.POSITIVE_INFINITY;
  const launcher: Launcher = {
    startNode: ({ unitId }) => {
      if (running.size >= refuseAfter) return Promise.reject(new Error('Temporal is away'));
      running.add(unitId);
      return Promise.resolve();
    },
    wakeNode: () => Promise.reject(new Error('not asked for')),
    wakeCampaign: () => Promise.reject(new Error('not asked for')),
  };
  return {
    running,
    waiting,
    failAfter: (n: number) => {
      refuseAfter = n;
    },
    work: {
      launcher,
      next: () => Promise.resolve([...waiting.values()].slice(0, 50)),
      mark: (nodes: readonly NodeLaunch[]) => {
        for (const { unitId } of nodes) waiting.delete(unitId);
        return Promise.resolve();
      },
      heartbeat: () => undefined,
    },
  };
}

describe('starting the workflows below a unit', () => {
  it('starts each and says how many', async () => {
    const { work, running, waiting } = world(333);
    expect(await startInBatches(work)).toBe(333);
    expect(running.size).toBe(333);
    expect(waiting.size).toBe(0);
  });

  it('has nothing to do where all are started', async () => {
    expect(await startInBatches(world(0).work)).toBe(0);
  });

  it('marks nothing that was not started, and goes on from there at the next attempt', async () => {
    const { work, running, waiting, failAfter } = world(100);
    failAfter(40);
    await expect(startInBatches(work)).rejects.toThrow('Temporal is away');
    expect([...waiting.keys()].filter((unit) => !running.has(unit)).length).toBe(60);
    failAfter(Number.POSITIVE_INFINITY);
    await startInBatches(work);
    expect(running.size).toBe(100);
    expect(waiting.size).toBe(0);
  });
});
