import type { Definition } from '#model';
import { type Place, placedOf, type Point } from '../../drawing/places.ts';
import { inTreeOrder } from './elk-graph.ts';
import { type Rect, overlap, rectOf, type Room, roomsOf, sameRow } from './room.ts';

/** Least distance to something that stays where it is. */
const GAP = 24;
const BARE: Room = { left: 0, right: 0, below: 0 };

/**
 * The arranged drawing around what may not move: locked levels stay to the pixel and what hangs on
 * them comes along; with none locked the top stays. Whatever would cover something goes aside.
 */
export function settle(
  arranged: ReadonlyMap<string, Point>,
  definition: Pick<Definition, 'nodes' | 'layout'>,
): ReadonlyMap<string, Point> {
  const now = placedOf(definition);
  const wanted = alongWithLocked(arranged, definition, now);
  const rooms = roomsOf(definition);
  const roomOf = (id: string): Room => rooms.get(id) ?? BARE;
  const settled = new Map<string, Point>();
  const standing: Rect[] = [];
  for (const [id, at] of wanted) {
    if (now.get(id)?.locked !== true) continue;
    settled.set(id, at);
    standing.push(rectOf(at, roomOf(id)));
  }
  const movable = [...wanted].filter(([id]) => !settled.has(id));
  for (const [id, at] of movable.sort(([, a], [, b]) => a.y - b.y || a.x - b.x)) {
    const rect = rectOf(at, roomOf(id));
    const x = nearestFree(rect, standing);
    standing.push({ ...rect, x });
    settled.set(id, { x: at.x + x - rect.x, y: at.y });
  }
  return settled;
}

function alongWithLocked(
  arranged: ReadonlyMap<string, Point>,
  { nodes }: Pick<Definition, 'nodes'>,
  now: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Point> {
  const order = inTreeOrder(nodes);
  const shiftOf = (id: string): Point => {
    const [from, to] = [arranged.get(id), now.get(id)];
    return from === undefined || to === undefined ? { x: 0, y: 0 } : { x: to.x - from.x, y: to.y - from.y };
  };
  const isLocked = (id: string): boolean => now.get(id)?.locked === true;
  // the top follows the locked level nearest to it, so that most of the drawing keeps its shape
  const highest = order
    .filter(({ id }) => isLocked(id))
    .sort((a, b) => a.depth - b.depth)
    .at(0);
  const start = shiftOf(highest?.id ?? order[0]?.id ?? '');
  const shifts = new Map<string, Point>();
  const places = new Map<string, Point>();
  for (const { id, parent } of order) {
    const shift = isLocked(id) ? shiftOf(id) : ((parent === null ? undefined : shifts.get(parent)) ?? start);
    shifts.set(id, shift);
    const at = arranged.get(id) ?? { x: 0, y: 0 };
    places.set(id, { x: at.x + shift.x, y: at.y + shift.y });
  }
  return places;
}

/** Sideways only: a level stays in its row. */
function nearestFree(rect: Rect, standing: readonly Rect[]): number {
  const row = standing.filter((each) => sameRow(each, rect, GAP));
  if (!row.some((each) => overlap(each, rect, GAP))) return rect.x;
  let right = rect.x;
  for (const each of row.toSorted((a, b) => a.x - b.x)) {
    if (overlap(each, { ...rect, x: right }, GAP)) right = each.x + each.width + GAP;
  }
  let left = rect.x;
  for (const each of row.toSorted((a, b) => b.x + b.width - a.x - a.width)) {
    if (overlap(each, { ...rect, x: left }, GAP)) left = each.x - rect.width - GAP;
  }
  return rect.x - left <= right - rect.x ? left : right;
}
