import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';

const USUAL = 0.05;
/** The whole drawing fits into a canvas as small as this. */
const ROOM = 500;

/** How far away one may go: as far as it takes to see all of the drawing. */
export function leastZoom(placed: ReadonlyMap<string, Point>): number {
  const points = [...placed.values()];
  const extent = (values: readonly number[]): number => Math.max(0, ...values) - Math.min(0, ...values);
  const size = Math.max(
    extent(points.map(({ x }) => x)) + NODE_WIDTH,
    extent(points.map(({ y }) => y)) + NODE_HEIGHT,
  );
  return Math.min(USUAL, ROOM / size);
}
