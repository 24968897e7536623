import type { Definition, DrawingNode, Problem, Unit } from '#model';
import { problem, warning } from '#model/problem';
import type { Path } from './due.ts';
import type { Organisation, Scope, selectorResolver } from './select.ts';

/** A unit at its place in the cascade: who addressed it, in which groups, and whom it addresses in turn. */
export interface Station {
  readonly unit: Unit;
  readonly nodes: readonly PlacedNode[];
  readonly parent: Station | null;
  readonly depth: number;
  readonly groups: readonly Group[];
}

interface PlacedNode {
  readonly node: DrawingNode;
  readonly path: Path;
}

/** A group of the drawing, resolved below one unit. */
export interface Group extends PlacedNode {
  readonly members: readonly Unit[];
  /** Sub-groups that a member belongs to. */
  readonly subgroups: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Cascade {
  /** From the root downwards, level by level. */
  readonly stations: readonly Station[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface CascadeInput {
  readonly definition: Definition;
  readonly organisation: Organisation;
  readonly root: Unit;
  readonly select: ReturnType<typeof selectorResolver>;
}

/** Walks the drawing down the organisation: every group is resolved once per unit that addresses it. */
export function expandCascade({ definition, root, select }: CascadeInput): Cascade {
  const below = childrenOf(definition);
  const problems: Problem[] = [];
  const resolved = new Map<string, { units: number; parents: number; empty: Unit[] }>();
  // Their units could not be told: whether the group is empty is not known either.
  const unresolved = new Set<string>();
  const subgroupSizes = new Map<string, { size: number; path: Path; name: string }>();
  const stations: Station[] = [];
  const placeOf = new Map<string, Station>();

  const groupOf = (placed: PlacedNode, parent: Unit): Group => {
    const scope: Scope = { parent, root, chain: placed.node.chain };
    const { units: members, problems: found } = select(placed.node.select, scope, [...placed.path, 'select']);
    problems.push(...found);
    if (found.length > 0) unresolved.add(placed.node.id);
    const inGroup = new Set<string>(members.map((unit) => unit.id));
    const subgroups = new Map<string, Set<string>>();
    placed.node.subgroups.forEach((subgroup, index) => {
      const path = [...placed.path, 'subgroups', index, 'select'];
      const selection = select(subgroup.select, scope, path);
      problems.push(...selection.problems);
      const key = `${placed.node.id}/${subgroup.id}`;
      const size = subgroupSizes.get(key) ?? { size: 0, path, name: subgroup.name };
      for (const unit of selection.units) {
        if (!inGroup.has(unit.id)) continue;
        size.size += 1;
        const of = subgroups.get(unit.id) ?? new Set<string>();
        subgroups.set(unit.id, of.add(subgroup.id));
      }
      subgroupSizes.set(key, size);
    });
    const count = resolved.get(placed.node.id) ?? { units: 0, parents: 0, empty: [] };
    if (members.length === 0) count.empty.push(parent);
    resolved.set(placed.node.id, {
      units: count.units + members.length,
      parents: count.parents + 1,
      empty: count.empty,
    });
    return { ...placed, members, subgroups };
  };

  const open = (unit: Unit, nodes: readonly PlacedNode[], parent: Station | null): Station => {
    const groups = nodes
      .flatMap(({ node }) => below.get(node.id) ?? [])
      .map((placed) => groupOf(placed, unit));
    const station = { unit, nodes, parent, depth: parent === null ? 0 : parent.depth + 1, groups };
    stations.push(station);
    placeOf.set(unit.id, station);
    return station;
  };

  const rootNodes = below.get(null) ?? [];
  open(root, rootNodes, null);
  for (let at = 0; at < stations.length; at += 1) {
    const station = stations[at];
    if (!station) break;
    for (const [unit, nodes] of membersOf(station)) {
      const path = nodes[0]?.path ?? [];
      if (isAbove(station, unit.id)) {
        problems.push(problem('plan.cycle', [...path, 'select'], { unit: unit.id, name: unit.name }));
        continue;
      }
      if (!nodes.some(({ node }) => relays(below, node))) continue;
      const other = placeOf.get(unit.id);
      if (other) {
        const params = {
          unit: unit.id,
          name: unit.name,
          first: other.parent?.unit.name ?? '',
          second: station.unit.name,
        };
        problems.push(problem('plan.twoSuperiors', [...path, 'select'], params));
      } else {
        open(unit, nodes, station);
      }
    }
  }

  const warnings: Problem[] = [];
  definition.nodes.forEach((node, index) => {
    const count = resolved.get(node.id);
    if (!count || node.parent === null || node.allowEmpty || unresolved.has(node.id)) return;
    const params = { level: node.name, units: count.empty.length, example: count.empty[0]?.name ?? '' };
    if (count.units === 0) problems.push(problem('plan.emptyGroup', ['nodes', index, 'select'], params));
    else if (count.empty.length > 0)
      warnings.push(warning('plan.groupEmptyForSome', ['nodes', index, 'select'], params));
  });
  for (const { size, path, name } of subgroupSizes.values()) {
    if (size === 0) warnings.push(warning('plan.emptySubgroup', path, { subgroup: name }));
  }
  return { stations, problems, warnings };
}

/** Members of all groups of a station, in the order of the drawing, each once with all its groups. */
export function membersOf(station: Station): Map<Unit, Group[]> {
  const members = new Map<Unit, Group[]>();
  for (const group of station.groups) {
    for (const unit of group.members) {
      const groups = members.get(unit);
      if (groups) groups.push(group);
      else members.set(unit, [group]);
    }
  }
  return members;
}

/** The unit itself or one it descends from in the cascade. */
export function isAbove(station: Station, unitId: string): boolean {
  for (let at: Station | null = station; at !== null; at = at.parent) if (at.unit.id === unitId) return true;
  return false;
}

const relays = (below: ReadonlyMap<string | null, readonly PlacedNode[]>, node: DrawingNode): boolean =>
  below.has(node.id) || node.actorTasks.length > 0;

function childrenOf(definition: Definition): ReadonlyMap<string | null, readonly PlacedNode[]> {
  const below = new Map<string | null, PlacedNode[]>();
  definition.nodes.forEach((node, index) => {
    const siblings = below.get(node.parent) ?? [];
    siblings.push({ node, path: ['nodes', index] });
    below.set(node.parent, siblings);
  });
  return below;
}
