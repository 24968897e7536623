import type { DrawingNode, PlanNode, Problem, Unit } from '#model';
import { problem } from '#model/problem';
import type { BareAssignment, Consolidator } from './compile-assignments.ts';
import type { Station } from './compile-cascade.ts';

export interface NodesInput {
  readonly stations: readonly Station[];
  /** Consolidators with the station that opens them. */
  readonly consolidators: readonly { readonly consolidator: Consolidator; readonly station: Station }[];
  readonly assignments: readonly BareAssignment[];
  /** Units that have tasks to hand to somebody who is no addressee. */
  readonly givesActorTasks: ReadonlySet<string>;
}

/** The units that get a workflow: who passes on, who collects. Everybody else is a row. */
export function planNodes(input: NodesInput): { nodes: PlanNode[]; problems: Problem[] } {
  const collecting = new Set(
    input.assignments.flatMap((each) => (each.collectorUnitId === null ? [] : [each.collectorUnitId])),
  );
  const nodes = new Map<string, PlanNode>();
  const problems: Problem[] = [];
  const stationOf = new Map<string, Station>(input.stations.map((station) => [station.unit.id, station]));

  for (const station of input.stations) {
    const { unit, parent, depth } = station;
    const addresses = station.groups.some((group) => group.members.length > 0);
    const disseminates = parent === null || addresses || input.givesActorTasks.has(unit.id);
    const collects = collecting.has(unit.id);
    const drawn = station.nodes[0]?.node;
    if ((!disseminates && !collects) || !drawn) continue;
    nodes.set(
      unit.id,
      planNode(unit, drawn, { parentUnitId: parent?.unit.id ?? null, depth, disseminates, collects }),
    );
  }
  for (const { consolidator, station } of input.consolidators) {
    const { unit, group } = consolidator;
    const opener = stationOf.has(unit.id)
      ? stationOf.get(unit.id)?.parent?.unit.id
      : nodes.get(unit.id)?.parentUnitId;
    if (opener !== undefined && opener !== station.unit.id) {
      const params = { unit: unit.id, name: unit.name, first: opener ?? '', second: station.unit.name };
      problems.push(problem('plan.twoSuperiors', [...group.path, 'obligations'], params));
      continue;
    }
    if (nodes.has(unit.id)) continue;
    const own =
      station.groups.find(({ members }) => members.some((member) => member.id === unit.id)) ?? group;
    const place = {
      parentUnitId: station.unit.id,
      depth: station.depth + 1,
      disseminates: false,
      collects: true,
    };
    nodes.set(unit.id, planNode(unit, own.node, place));
  }
  return { nodes: [...nodes.values()].sort((a, b) => a.depth - b.depth), problems };
}

const planNode = (
  unit: Unit,
  drawn: DrawingNode,
  place: Pick<PlanNode, 'parentUnitId' | 'depth' | 'disseminates' | 'collects'>,
): PlanNode => ({
  unitId: unit.id,
  unitName: unit.name,
  nodeId: drawn.id,
  ...place,
  dissemination: drawn.dissemination.mode,
  sign: drawn.consolidation.sign,
  when: drawn.consolidation.when,
});
