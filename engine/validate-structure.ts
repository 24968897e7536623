import type { Definition, DrawingNode, Problem, Selector, UnitOrParameter } from '#model';
import { problem, warning } from '#model/problem';
import type { Path } from './due.ts';
import { selectorsOf } from './selectors-of.ts';

/** The tree of levels and groups: one top, every node below it, no name twice. */
export function validateStructure(definition: Definition): Problem[] {
  const { nodes } = definition;
  const problems: Problem[] = [
    ...duplicates(
      'definition.duplicateNode',
      ['nodes'],
      nodes.map((node) => node.id),
    ),
    ...duplicates(
      'definition.duplicateParameter',
      ['parameters'],
      definition.parameters.map((each) => each.key),
    ),
    ...duplicates(
      'definition.duplicateEvent',
      ['events'],
      definition.events.map((each) => each.key),
    ),
    ...duplicates(
      'definition.duplicateReport',
      ['reports'],
      definition.reports.map((each) => each.id),
    ),
  ];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const roots = nodes.filter((node) => node.parent === null);
  if (roots.length === 0) problems.push(problem('definition.noRoot', ['nodes']));

  nodes.forEach((node, index) => {
    const path = ['nodes', index];
    if (node.parent === null) {
      if (node !== roots[0])
        problems.push(
          problem('definition.severalRoots', [...path, 'parent'], {
            level: node.name,
            first: roots[0]?.name ?? '',
          }),
        );
      if (node.select.kind !== 'root')
        problems.push(problem('definition.rootNotRoot', [...path, 'select'], { level: node.name }));
    } else {
      if (!byId.has(node.parent))
        problems.push(
          problem('definition.parentUnknown', [...path, 'parent'], { level: node.name, parent: node.parent }),
        );
      else if (inLoop(byId, node))
        problems.push(problem('definition.cycle', [...path, 'parent'], { level: node.name }));
      else if (!reachesTop(byId, node))
        problems.push(problem('definition.unreachable', [...path, 'parent'], { level: node.name }));
      if (node.select.kind === 'root')
        problems.push(problem('definition.rootBelowTop', [...path, 'select'], { level: node.name }));
    }
    problems.push(
      ...duplicates(
        'definition.duplicateSubgroup',
        [...path, 'subgroups'],
        node.subgroups.map((each) => each.id),
      ),
    );
    for (const { select, path: place } of selectorsOf(node))
      problems.push(...selectorProblems(select, [...path, ...place], node.name));
    if (node.information.length > 0 && !nodes.some((each) => each.parent === node.id)) {
      problems.push(warning('definition.informationOnLeaf', [...path, 'information'], { level: node.name }));
    }
  });
  return problems;
}

/** May the arrow from one node to another be drawn: `from` becomes the one that addresses `to`. */
export function canConnect(definition: Definition, fromNodeId: string, toNodeId: string): Problem | null {
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  const from = byId.get(fromNodeId);
  const to = byId.get(toNodeId);
  if (!from) return problem('definition.nodeUnknown', [], { node: fromNodeId });
  if (!to) return problem('definition.nodeUnknown', [], { node: toNodeId });
  if (from.id === to.id) return problem('definition.sameNode', [], { level: to.name });
  if (to.select.kind === 'root') return problem('definition.rootHasNoParent', [], { level: to.name });
  if (to.parent === from.id)
    return problem('definition.alreadyConnected', [], { level: to.name, parent: from.name });
  const moved = new Map(byId).set(to.id, { ...to, parent: from.id });
  return inLoop(moved, { ...to, parent: from.id })
    ? problem('definition.cycle', [], { level: to.name })
    : null;
}

export function duplicates(code: `definition.${string}`, path: Path, keys: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [problem(code, [...path, index], { id: key })];
    seen.add(key);
    return [];
  });
}

/** A selector that names nobody, or somebody twice. */
function selectorProblems(select: Selector, path: Path, level: string): Problem[] {
  switch (select.kind) {
    case 'root':
      return [];
    case 'ofKind':
      return select.unitKinds.length === 0
        ? [problem('definition.noKinds', [...path, 'unitKinds'], { level })]
        : [];
    case 'criterion':
      return select.where.length === 0
        ? [problem('definition.noCriterion', [...path, 'where'], { level })]
        : [];
    case 'list':
      return listProblems(select.units, [...path, 'units'], level);
  }
}

function listProblems(units: readonly UnitOrParameter[], path: Path, level: string): Problem[] {
  if (units.length === 0) return [problem('definition.emptyList', path, { level })];
  const seen = new Set<string>();
  return units.flatMap((unit, index) => {
    const key = typeof unit === 'string' ? unit : `{${unit.parameter}}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [warning('definition.unitListedTwice', [...path, index], { level, unit: key })];
  });
}

/** The node is its own ancestor. */
function inLoop(byId: ReadonlyMap<string, DrawingNode>, node: DrawingNode): boolean {
  return ancestors(byId, node).some((each) => each.id === node.id);
}

const reachesTop = (byId: ReadonlyMap<string, DrawingNode>, node: DrawingNode): boolean =>
  ancestors(byId, node).some((each) => each.parent === null);

export function ancestors(byId: ReadonlyMap<string, DrawingNode>, node: DrawingNode): DrawingNode[] {
  const found: DrawingNode[] = [];
  for (let at = node.parent; at !== null; ) {
    const parent = byId.get(at);
    if (!parent || found.includes(parent)) break;
    found.push(parent);
    at = parent.parent;
  }
  return found;
}
