import type { Definition } from '#model';
import { focalPointsOf, FOCAL_SHIFT, FOCAL_WIDTH, NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { placedOf, type Point } from '../drawing/places.ts';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
interface Lane extends Box {
  readonly chain: string;
}

/** Where everything stands in the BPMN picture. */
export interface Frame {
  /** How much further apart, from top to bottom, than in the drawing. */
  readonly stretch: number;
  readonly pool: Box;
  /** One column per chain, left to right; none where there is only one chain. */
  readonly lanes: readonly Lane[];
  readonly levels: ReadonlyMap<string, Box>;
  readonly focal: ReadonlyMap<string, Box>;
}

/** BPMN draws more between two levels than the canvas does: timers, documents, and most with focal points. */
const STRETCH = { plain: 1.6, focal: 2.1 };
const BAND = 30;
/** Beside the levels of a column; on the right, documents carry their names there. */
const PAD = { left: 40, right: 76 };
/** The title of the cascade stands across the pool. */
const NARROWEST = 560;
/** Above the topmost level: the start event. */
const HEAD = 110;
const FOOT = 90;
const FOCAL = { gap: 84, height: 58 };
/** Left of a level with recipients for information. */
const NOTES = 130;

/**
 * The drawing's own positions, further apart. Chains become columns beside each other: a column is moved
 * as a whole, because lanes may not overlap and levels of two chains may.
 */
export function frameOf({ nodes, layout }: Pick<Definition, 'nodes' | 'layout'>): Frame {
  const placed = placedOf({ nodes, layout });
  const points = focalPointsOf(nodes);
  const stretch = points.length > 0 ? STRETCH.focal : STRETCH.plain;
  const top = Math.min(...[...placed.values()].map(({ y }) => y));
  const at = (id: string): Point => placed.get(id) ?? { x: 0, y: 0 };
  const focalAt = points.map(({ id, parent }, index) => {
    const nth = points.slice(0, index).filter((each) => each.parent === parent).length;
    return { id, parent, aside: FOCAL_SHIFT + nth * (FOCAL_WIDTH + 18) };
  });
  const chains = [...new Set(nodes.map(({ chain }) => chain))].map((chain) => {
    const members = nodes.filter((node) => node.chain === chain);
    const lefts = members.map(({ id, information }) => at(id).x - (information.length > 0 ? NOTES : 0));
    const rights = members.map(({ id }) => {
      const beside = focalAt.filter(({ parent }) => parent === id).map(({ aside }) => aside);
      const overhang = Math.max(-Infinity, ...beside) + (FOCAL_WIDTH - NODE_WIDTH) / 2;
      return at(id).x + NODE_WIDTH + Math.max(0, overhang + PAD.left);
    });
    return { chain, left: Math.min(...lefts), right: Math.max(...rights) };
  });
  chains.sort((a, b) => a.left - b.left);

  const several = chains.length > 1;
  const head = (several ? 2 : 1) * BAND + HEAD;
  const lanes: Lane[] = [];
  const shifts = new Map<string, number>();
  let x = 0;
  for (const { chain, left, right } of chains) {
    const needed = right - left + PAD.left + PAD.right;
    const width = Math.max(needed, several ? 0 : NARROWEST);
    shifts.set(chain, x + PAD.left - left + (width - needed) / 2);
    lanes.push({ chain, x, y: BAND, width, height: 0 });
    x += width;
  }
  const levels = new Map(
    nodes.map(({ id, chain }) => {
      const box = { x: at(id).x + (shifts.get(chain) ?? 0), y: (at(id).y - top) * stretch + head };
      return [id, { x: Math.round(box.x), y: Math.round(box.y), width: NODE_WIDTH, height: NODE_HEIGHT }];
    }),
  );
  const focal = new Map<string, Box>();
  for (const { id, parent, aside } of focalAt) {
    const above = levels.get(parent);
    if (above === undefined) continue;
    const left = above.x + (NODE_WIDTH - FOCAL_WIDTH) / 2 + aside;
    focal.set(id, {
      x: left,
      y: above.y + NODE_HEIGHT + FOCAL.gap,
      width: FOCAL_WIDTH,
      height: FOCAL.height,
    });
  }
  const bottoms = [...levels.values(), ...focal.values()].map((box) => box.y + box.height);
  const height = Math.max(...bottoms) + FOOT;
  return {
    stretch,
    pool: { x: 0, y: 0, width: x, height },
    lanes: several ? lanes.map((lane) => ({ ...lane, height: height - BAND })) : [],
    levels,
    focal,
  };
}
