import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Definition } from '#model';
import type { Point } from '../../drawing/places.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../drawing/layout.ts';
import { roomsOf } from './room.ts';

/** Levels below each other; groups beside each other in the order of the drawing. */
const OPTIONS = {
  'elk.algorithm': 'mrtree',
  'elk.direction': 'DOWN',
  'elk.mrtree.weighting': 'MODEL_ORDER',
  'elk.spacing.nodeNode': '36',
};
/** Between two rows; the way up and the way down need it, more so where focal points stand between. */
const ROW_GAP = 72;

type Nodes = Definition['nodes'];

/** From the top down, siblings in the order of the drawing; a loop in a damaged drawing is cut open. */
export function inTreeOrder(nodes: Nodes): readonly { id: string; parent: string | null; depth: number }[] {
  const children = new Map<string | null, Nodes>();
  const known = new Set(nodes.map(({ id }) => id));
  for (const node of nodes) {
    const parent = node.parent !== null && known.has(node.parent) ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const seen = new Set<string>();
  const order: { id: string; parent: string | null; depth: number }[] = [];
  const visit = (from: Nodes, parent: string | null, depth: number): void => {
    for (const { id } of from) {
      if (seen.has(id)) continue;
      seen.add(id);
      order.push({ id, parent, depth });
      visit(children.get(id) ?? [], id, depth + 1);
    }
  };
  visit(children.get(null) ?? [], null, 0);
  for (const node of nodes) if (!seen.has(node.id)) visit([node], null, 0);
  return order;
}

/** The drawing as the layout engine reads it: every level a box with the room of what stands with it. */
export function elkGraphOf({ nodes }: Pick<Definition, 'nodes'>): ElkNode {
  const rooms = roomsOf({ nodes });
  const order = inTreeOrder(nodes);
  return {
    id: ' drawing',
    layoutOptions: OPTIONS,
    children: order.map(({ id }) => {
      const { left = 0, right = 0, below = 0 } = rooms.get(id) ?? {};
      // the same room on both sides keeps the level itself over the middle of its groups
      return { id, width: NODE_WIDTH + 2 * Math.max(left, right), height: NODE_HEIGHT + below };
    }),
    edges: order.flatMap(({ id, parent }) =>
      parent === null ? [] : [{ id: ` ${id}`, sources: [parent], targets: [id] }],
    ),
  };
}

/** Columns from the layout engine; every depth one row, as deep as the tallest of the rows above. */
export function placesFrom(
  answer: ElkNode,
  { nodes }: Pick<Definition, 'nodes'>,
): ReadonlyMap<string, Point> {
  const order = inTreeOrder(nodes);
  const boxes = new Map((answer.children ?? []).map((box) => [box.id, box]));
  const heights: number[] = [];
  for (const { id, depth } of order) {
    heights[depth] = Math.max(heights[depth] ?? 0, boxes.get(id)?.height ?? NODE_HEIGHT);
  }
  const tops = heights.map((_, depth) =>
    heights.slice(0, depth).reduce((sum, height) => sum + height + ROW_GAP, 0),
  );
  return new Map(
    order.map(({ id, depth }) => {
      const box = boxes.get(id);
      const middle = (box?.x ?? 0) + (box?.width ?? NODE_WIDTH) / 2;
      return [id, { x: Math.round(middle - NODE_WIDTH / 2), y: tops[depth] ?? 0 }];
    }),
  );
}
