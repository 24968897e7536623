import type { Definition } from '#model';

export const NODE_WIDTH = 232;
export const NODE_HEIGHT = 92;
const GAP_X = 36;
const GAP_Y = 84;

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

type Nodes = Definition['nodes'];

/**
 * Levels from top to bottom, every parent centred over its groups, groups in the order of the drawing:
 * a tidy tree, which is all that a drawing of levels needs.
 */
export function layoutLevels(nodes: Nodes): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  let nextLeaf = 0;
  const place = (id: string, depth: number): number => {
    const children = nodes.filter((node) => node.parent === id && !placed.has(node.id));
    let centre: number;
    if (children.length === 0) {
      centre = nextLeaf;
      nextLeaf += NODE_WIDTH + GAP_X;
    } else {
      const centres = children.map((child) => place(child.id, depth + 1));
      centre = ((centres[0] ?? 0) + (centres.at(-1) ?? 0)) / 2;
    }
    placed.set(id, { id, x: centre, y: depth * (NODE_HEIGHT + GAP_Y), depth });
    return centre;
  };
  for (const node of nodes) if (node.parent === null) place(node.id, 0);
  return placed;
}

export interface Arrow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly way: 'down' | 'up';
}

/** The directive's way down, and the report's way up where one is owed. */
export function arrowsOf(nodes: Nodes): readonly Arrow[] {
  return nodes.flatMap((node): Arrow[] => {
    if (node.parent === null) return [];
    const down: Arrow = { id: `down-${node.id}`, source: node.parent, target: node.id, way: 'down' };
    if (node.obligations.length === 0) return [down];
    return [down, { id: `up-${node.id}`, source: node.id, target: node.parent, way: 'up' }];
  });
}
