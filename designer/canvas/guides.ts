import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';

/** A line that two boxes share, in the coordinates of the drawing. */
export interface Guide {
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
interface Aligned {
  /** How far the dragged box moves to lie on the guides. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

const NEAR = 5;
const OVER = 16;

/** Boxes have one size, so edges and centres align together: one line per axis says it. */
export function alignedTo(moved: Point, others: readonly Point[]): Aligned {
  const vertical = nearest(others, (each) => each.x - moved.x);
  const horizontal = nearest(others, (each) => each.y - moved.y);
  const by = {
    x: vertical === null ? 0 : vertical.x - moved.x,
    y: horizontal === null ? 0 : horizontal.y - moved.y,
  };
  const at = { x: moved.x + by.x, y: moved.y + by.y };
  const guides: Guide[] = [];
  if (vertical !== null) {
    const ends = [at.y, vertical.y];
    const from = Math.min(...ends) - OVER;
    guides.push({ along: 'y', at: at.x + NODE_WIDTH / 2, from, to: Math.max(...ends) + NODE_HEIGHT + OVER });
  }
  if (horizontal !== null) {
    const ends = [at.x, horizontal.x];
    const from = Math.min(...ends) - OVER;
    guides.push({ along: 'x', at: at.y + NODE_HEIGHT / 2, from, to: Math.max(...ends) + NODE_WIDTH + OVER });
  }
  return { by, guides };
}

function nearest(others: readonly Point[], distance: (each: Point) => number): Point | null {
  let found: Point | null = null;
  let least = NEAR + 1;
  for (const each of others) {
    const far = Math.abs(distance(each));
    if (far < least) [found, least] = [each, far];
  }
  return found;
}
