import type { Definition } from '#model';
import {
  FOCAL_HEIGHT,
  FOCAL_WIDTH,
  focalPlace,
  focalPointsOf,
  NODE_HEIGHT,
  NODE_WIDTH,
} from '../../drawing/layout.ts';
import type { Point } from '../../drawing/places.ts';

/** What stands with a level and moves with it, seen from the level's own box. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly below: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

const BARE: Room = { left: 0, right: 0, below: 0 };
/** The line of recipients for information, close below its level and narrower. */
const NOTE: Room = { left: 0, right: 0, below: 28 };

/** A level alone needs its own box; with focal points the row below it, which juts out to the right. */
export function roomsOf({ nodes }: Pick<Definition, 'nodes'>): ReadonlyMap<string, Room> {
  const beside = new Map<string, number>();
  for (const { parent } of focalPointsOf(nodes)) beside.set(parent, (beside.get(parent) ?? 0) + 1);
  return new Map(
    nodes.map(({ id, information }): [string, Room] => {
      const points = beside.get(id) ?? 0;
      if (points === 0) return [id, information.length > 0 ? NOTE : BARE];
      const last = focalPlace({ x: 0, y: 0 }, { nth: points - 1, room: Number.POSITIVE_INFINITY });
      const right = Math.max(0, last.x + FOCAL_WIDTH - NODE_WIDTH);
      return [id, { left: 0, right, below: last.y + FOCAL_HEIGHT - NODE_HEIGHT }];
    }),
  );
}

export const rectOf = (at: Point, { left, right, below }: Room): Rect => ({
  x: at.x - left,
  y: at.y,
  width: left + NODE_WIDTH + right,
  height: NODE_HEIGHT + below,
});

export const overlap = (a: Rect, b: Rect, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && sameRow(a, b, gap);

export const sameRow = (a: Rect, b: Rect, gap: number): boolean =>
  a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
