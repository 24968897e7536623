import type { Definition } from '#model';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';

/** The band behind a parallel chain: Fatherland Front, Party … beside the state's own line. */
export interface Lane extends Point {
  readonly id: string;
  readonly chain: string;
  readonly width: number;
  readonly height: number;
}

const AROUND = 14;
/** Room for the name of the chain. */
const HEAD = 24;
const APART = 100;
const OWN = 'state';

type Nodes = Definition['nodes'];

/** One band for all branches of a chain that stand together; as few as it takes for no other level to lie behind one. */
export function lanesOf(nodes: Nodes, placed: ReadonlyMap<string, Point>): readonly Lane[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const branches = new Map<string, { chain: string; points: Point[] }>();
  for (const node of nodes) {
    const at = placed.get(node.id);
    if (node.chain === OWN || node.parent === null || at === undefined) continue;
    const key = `lane/${node.chain}/${leavesAt(node, byId)}`;
    const branch = branches.get(key) ?? { chain: node.chain, points: [] };
    branch.points.push(at);
    branches.set(key, branch);
  }
  const free = (lane: Lane): boolean =>
    !nodes.some((node) => node.chain !== lane.chain && covers(lane, placed.get(node.id)));
  const pieces = [...branches].flatMap(([id, { chain, points }]): readonly Lane[] => {
    const whole = { id, chain, ...around(points) };
    if (free(whole)) return [whole];
    return joined(
      points.map((point, nth) => ({ id: `${id}/${nth}`, chain, ...around([point]) })),
      free,
    );
  });
  return joined(pieces, (lane, [one, other]) => free(lane) && near(one, other));
}

/** Bands of the same chain become one wherever that is allowed. */
function joined(
  pieces: readonly Lane[],
  allowed: (lane: Lane, parts: readonly [Lane, Lane]) => boolean,
): readonly Lane[] {
  const bands: Lane[] = [];
  for (const piece of pieces) {
    const at = bands.findIndex((band) => {
      const both = union(band, piece);
      return band.chain === piece.chain && allowed(both, [band, piece]);
    });
    const band = bands[at];
    if (band === undefined) bands.push(piece);
    else bands[at] = union(band, piece);
  }
  return bands;
}

const covers = (lane: Lane, at: Point | undefined): boolean =>
  at !== undefined &&
  at.x < lane.x + lane.width &&
  at.x + NODE_WIDTH > lane.x &&
  at.y < lane.y + lane.height &&
  at.y + NODE_HEIGHT > lane.y;

function union(one: Lane, other: Lane): Lane {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { ...one, x, y, width: right - x, height: bottom - y };
}

/** No further apart than two rows. */
const near = (one: Lane, other: Lane): boolean =>
  Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width) < APART &&
  Math.max(one.y, other.y) - Math.min(one.y + one.height, other.y + other.height) < APART;

/** The nearest level above that stands in another chain. */
function leavesAt(node: Nodes[number], byId: ReadonlyMap<string, Nodes[number]>): string {
  const walked = new Set<string>();
  let at = node;
  while (at.parent !== null && !walked.has(at.id)) {
    walked.add(at.id);
    const above = byId.get(at.parent);
    if (above === undefined || above.chain !== node.chain) return at.parent;
    at = above;
  }
  return at.id;
}

function around(points: readonly Point[]): Omit<Lane, 'id' | 'chain'> {
  const x = Math.min(...points.map((each) => each.x)) - AROUND;
  const y = Math.min(...points.map((each) => each.y)) - AROUND - HEAD;
  const right = Math.max(...points.map((each) => each.x)) + NODE_WIDTH + AROUND;
  const bottom = Math.max(...points.map((each) => each.y)) + NODE_HEIGHT + AROUND;
  return { x, y, width: right - x, height: bottom - y };
}
