import type { Definition, Selector } from '#model';

export const NODE_WIDTH = 240;
export const NODE_HEIGHT = 112;
export const FOCAL_WIDTH = 172;
export const FOCAL_HEIGHT = 58;
/** How far right of a level's centre its reports come in where a focal point stands below it. */
export const FOCAL_SHIFT = 100;
const GAP_X = 36;
/** Between rows: a level's recipients for information, then the ways down, then the ways up. */
const GAP_Y = 80;
/** Between a level and the row of its focal points, and from there to the groups. */
const FOCAL_ABOVE = 36;
const FOCAL_BELOW = 64;
const FOCAL_LEAST = 6;

type Nodes = Definition['nodes'];

/** Who collects on behalf of the unit that addressed: "qua phòng Kinh tế". */
export interface FocalPoint {
  readonly id: string;
  readonly parent: string;
  /** Groups that report through it. */
  readonly groups: readonly string[];
  readonly select: Selector;
}

export function focalPointsOf(nodes: Nodes): readonly FocalPoint[] {
  const groups = new Map<string, { parent: string; groups: string[]; select: Selector }>();
  for (const { id, parent, obligations } of nodes) {
    for (const { via } of obligations) {
      if (via === null || parent === null) continue;
      const key = `${parent} ${JSON.stringify(via.select)}`;
      const known = groups.get(key) ?? { parent, groups: [], select: via.select };
      if (!known.groups.includes(id)) known.groups.push(id);
      groups.set(key, known);
    }
  }
  const beside = new Map<string, number>();
  return [...groups.values()].map((each) => {
    const nth = beside.get(each.parent) ?? 0;
    beside.set(each.parent, nth + 1);
    // a slash: never the key of a level
    return { id: `via/${each.parent}/${nth}`, ...each };
  });
}

/**
 * Where a focal point stands: below the level it collects for, the second beside the first. `room`: from that
 * level down to the nearest group; where it is small, the focal point stands in its middle.
 */
export const focalPlace = (
  above: { readonly x: number; readonly y: number },
  { nth, room }: { readonly nth: number; readonly room: number },
) => ({
  x: above.x + NODE_WIDTH / 2 + FOCAL_SHIFT - FOCAL_WIDTH / 2 + nth * (FOCAL_WIDTH + GAP_X / 2),
  y: above.y + NODE_HEIGHT + Math.min(FOCAL_ABOVE, Math.max(FOCAL_LEAST, (room - FOCAL_HEIGHT) / 2)),
});

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/**
 * Levels from top to bottom, every parent centred over its groups, groups in the order of the drawing:
 * a tidy tree, which is all that a drawing of levels needs. Focal points stand between a level and its groups.
 */
export function layoutLevels(nodes: Nodes, focal: readonly FocalPoint[] = []): ReadonlyMap<string, Placed> {
  const across = new Map<string, { readonly x: number; readonly depth: number }>();
  const below = new Map<string | null, Nodes[number][]>();
  for (const node of nodes) {
    const siblings = below.get(node.parent);
    if (siblings === undefined) below.set(node.parent, [node]);
    else siblings.push(node);
  }
  let nextLeaf = 0;
  // in a drawing that somebody else wrote, two levels may have one key
  const begun = new Set<string>();
  const place = (id: string, depth: number): number => {
    begun.add(id);
    const children = (below.get(id) ?? []).filter((child) => !begun.has(child.id));
    let left: number;
    if (children.length === 0) {
      left = nextLeaf;
      nextLeaf += NODE_WIDTH + GAP_X;
    } else {
      const lefts = children.map((child) => place(child.id, depth + 1));
      left = ((lefts[0] ?? 0) + (lefts.at(-1) ?? 0)) / 2;
    }
    across.set(id, { x: left, depth });
    return left;
  };
  for (const node of nodes) if (node.parent === null) place(node.id, 0);

  const wide = new Set(focal.map(({ parent }) => across.get(parent)?.depth));
  const top = (depth: number): number => {
    let y = 0;
    for (let above = 0; above < depth; above += 1) {
      y += NODE_HEIGHT + (wide.has(above) ? FOCAL_ABOVE + FOCAL_HEIGHT + FOCAL_BELOW : GAP_Y);
    }
    return y;
  };
  const placed = new Map<string, Placed>();
  for (const [id, { x, depth }] of across) placed.set(id, { id, x, y: top(depth), depth });
  const beside = new Map<string, number>();
  for (const { id, parent } of focal) {
    const above = placed.get(parent);
    if (above === undefined) continue;
    const nth = beside.get(parent) ?? 0;
    beside.set(parent, nth + 1);
    placed.set(id, { id, ...focalPlace(above, { nth, room: Number.POSITIVE_INFINITY }), depth: above.depth });
  }
  return placed;
}

const FRAME = { margin: 40, least: 240, most: 640 };

/**
 * How high the frame has to be for the picture; known before the picture is loaded, so that nothing jumps.
 * With `layout`, for a drawing whose levels were all placed by hand.
 */
export function frameHeightOf(nodes: Nodes, layout?: Definition['layout']): number {
  const byHand = nodes.flatMap(({ id }) => layout?.nodes[id]?.y ?? []);
  const rows =
    byHand.length === nodes.length
      ? byHand
      : [...layoutLevels(nodes, focalPointsOf(nodes)).values()].map(({ y }) => y);
  const height = Math.max(...rows) - Math.min(...rows) + NODE_HEIGHT + FRAME.margin;
  return Math.min(Math.max(height, FRAME.least), FRAME.most);
}

interface Arrow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly way: 'down' | 'up';
}

/** The directive's way down, and the report's way up where one is owed: straight, or through a focal point. */
export function arrowsOf(nodes: Nodes, focal: readonly FocalPoint[] = []): readonly Arrow[] {
  const arrows = nodes.flatMap(({ id, parent, obligations }): Arrow[] => {
    if (parent === null) return [];
    const down: Arrow = { id: `down-${id}`, source: parent, target: id, way: 'down' };
    const straight = obligations.some(({ via }) => via === null);
    return straight ? [down, { id: `up-${id}`, source: id, target: parent, way: 'up' }] : [down];
  });
  const through = focal.flatMap(({ id, parent, groups }): Arrow[] => [
    ...groups.map((group): Arrow => ({ id: `up-${group}-${id}`, source: group, target: id, way: 'up' })),
    { id: `up-${id}`, source: id, target: parent, way: 'up' },
  ]);
  return [...arrows, ...through];
}
