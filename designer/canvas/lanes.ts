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
const OWN = 'state';

type Nodes = Definition['nodes'];

/** One band for all branches of a chain that leave the state's line at the same level. */
export function lanesOf(nodes: Nodes, placed: ReadonlyMap<string, Point>): readonly Lane[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bands = new Map<string, { chain: string; points: Point[] }>();
  for (const node of nodes) {
    const at = placed.get(node.id);
    if (node.chain === OWN || node.parent === null || at === undefined) continue;
    const key = `lane/${node.chain}/${leavesAt(node, byId)}`;
    const band = bands.get(key) ?? { chain: node.chain, points: [] };
    band.points.push(at);
    bands.set(key, band);
  }
  return [...bands].flatMap(([id, { chain, points }]): Lane[] => {
    const whole = { id, chain, ...around(points) };
    if (!nodes.some((node) => node.chain !== chain && covers(whole, placed.get(node.id)))) return [whole];
    // a level of another chain stands among them: a band for each, so that none lies behind it
    return points.map((point, nth) => ({ id: `${id}/${nth}`, chain, ...around([point]) }));
  });
}

const covers = (lane: Lane, at: Point | undefined): boolean =>
  at !== undefined &&
  at.x < lane.x + lane.width &&
  at.x + NODE_WIDTH > lane.x &&
  at.y < lane.y + lane.height &&
  at.y + NODE_HEIGHT > lane.y;

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
