import { epochOf, instantAt } from './civil.ts';
import { nodeKey, type SimNode, type SimPeriod, type SimWindow, type World } from './simulate-world.ts';

/**
 * Ends of windows of the tasks that a unit has just handed out, addressees and others alike. Handed out
 * again with a later period, the end goes along: told once, by the newest period.
 */
export function openWindows(world: World, node: SimNode, period: SimPeriod): void {
  const by = node.plan.unitId;
  for (const [unitId, taskIds] of handedOut(world, node, period)) {
    for (const taskId of taskIds) {
      const to = world.plan.tasks[taskId]?.window?.to ?? null;
      const at = to === null ? null : epochOf(to);
      if (at === null || at <= world.now) continue;
      const key = `${by}/${at}/${unitId}`;
      const window = world.windows.get(key) ?? newWindow(unitId, at);
      if (window.told) continue;
      world.windows.set(key, window);
      window.taskIds.add(taskId);
      if (window.node !== node) node.windows.push(window);
      window.node = node;
      node.nextAt = Math.min(node.nextAt, at);
      world.alarms.add(at, nodeKey(node.periodKey, by), node);
    }
  }
}

const newWindow = (unitId: string, at: number): SimWindow => ({
  unitId,
  at,
  taskIds: new Set(),
  node: null,
  told: false,
});

/** Tasks by unit; of those that are no addressees once in a campaign. */
function handedOut(world: World, node: SimNode, period: SimPeriod): ReadonlyMap<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  const hold = (unitId: string, taskIds: readonly string[]): void => {
    const known = held.get(unitId) ?? new Set();
    held.set(unitId, known);
    for (const taskId of taskIds) known.add(taskId);
  };
  for (const { unitId, dueKey, taskIds } of world.assignments.get(node.plan.unitId) ?? [])
    if (dueKey in period.plan.dues) hold(unitId, taskIds);
  for (const { unitId, byUnitId, taskId } of world.plan.actorTasks) {
    const key = `${unitId}/${taskId}`;
    if (byUnitId !== node.plan.unitId || world.actorTasks.has(key)) continue;
    world.actorTasks.add(key);
    hold(unitId, [taskId]);
  }
  return held;
}

/** Tells the units whose windows have ended; reports, accepted or not, have no part in it. */
export function endWindows(world: World, node: SimNode): number {
  const closed = world.periods.some((period) => period.closed && period.plan.key === node.periodKey);
  if (world.status !== 'running' || closed) return 0;
  let count = 0;
  for (const window of node.windows) {
    if (window.told || window.node !== node) continue;
    if (window.at > world.now) {
      node.nextAt = Math.min(node.nextAt, window.at);
      continue;
    }
    window.told = true;
    count += 1;
  }
  return count;
}

export const windowRows = (world: World) =>
  [...world.nodes.values()].flatMap((node) =>
    node.windows
      .filter((window) => window.told && window.node === node)
      .map(({ unitId, at, taskIds }) => ({
        periodKey: node.periodKey,
        unitId,
        byUnitId: node.plan.unitId,
        at: instantAt(at),
        taskIds: [...taskIds],
      })),
  );
