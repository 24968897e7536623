import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';

/**
 * Who collects on behalf of the unit that addressed, by group of the drawing. A group whose units report
 * through several (each province its own) has no one name.
 */
export function focalNames(
  units: readonly Pick<TreeUnit, 'parentUnitId' | 'nodeIds' | 'obligations'>[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const collectors = new Map<string, Set<string>>();
  for (const { parentUnitId, nodeIds, obligations } of units) {
    for (const { collectorUnitId } of obligations) {
      if (collectorUnitId === null || collectorUnitId === parentUnitId) continue;
      for (const nodeId of nodeIds)
        collectors.set(nodeId, (collectors.get(nodeId) ?? new Set()).add(collectorUnitId));
    }
  }
  const found = new Map<string, string>();
  for (const [nodeId, [only, ...others]] of collectors) {
    if (only !== undefined && others.length === 0) found.set(nodeId, names.get(only) ?? only);
  }
  return found;
}
