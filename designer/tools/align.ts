import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Place, Point } from '../drawing/places.ts';

export const ALIGNMENTS = ['left', 'centre', 'top', 'across', 'down'] as const;
/** `across` and `down` spread with even gaps. */
export type Alignment = (typeof ALIGNMENTS)[number];

const GAP = 24;
type Axis = 'x' | 'y';
const SIZE = { x: NODE_WIDTH, y: NODE_HEIGHT } as const;

/**
 * New places of the chosen levels. A locked one is what the others align to. Levels that would cover
 * each other become a column or a row instead.
 */
export function aligned(places: ReadonlyMap<string, Place>, how: Alignment): ReadonlyMap<string, Point> {
  if (how === 'across') return spread(places, 'x');
  if (how === 'down') return spread(places, 'y');
  const axis = how === 'top' ? 'y' : 'x';
  const all = [...places.values()];
  const fixed = all.filter(({ locked }) => locked);
  const measured = (fixed.length > 0 ? fixed : all).map((place) => place[axis]);
  const line =
    how === 'centre'
      ? Math.round((Math.min(...measured) + Math.max(...measured)) / 2)
      : Math.min(...measured);
  const other: Axis = axis === 'x' ? 'y' : 'x';
  return apart(places, other, (place) => ({ ...at(place), [axis]: line }));
}

const at = ({ x, y }: Point): Point => ({ x, y });

/** One after the other along `axis`, pushed on only where the one before would be covered. */
function apart(
  places: ReadonlyMap<string, Place>,
  axis: Axis,
  move: (place: Place) => Point,
): ReadonlyMap<string, Point> {
  let free = Number.NEGATIVE_INFINITY;
  return new Map(
    inOrder(places, axis).map(([id, place]) => {
      const moved = move(place);
      const along = place.locked ? place[axis] : Math.max(moved[axis], free);
      free = along + SIZE[axis] + GAP;
      return [id, { ...moved, [axis]: along }];
    }),
  );
}

function spread(places: ReadonlyMap<string, Place>, axis: Axis): ReadonlyMap<string, Point> {
  const order = inOrder(places, axis);
  const first = order[0]?.[1][axis] ?? 0;
  const last = order.at(-1)?.[1][axis] ?? 0;
  const step = Math.max((last - first) / Math.max(1, order.length - 1), SIZE[axis] + GAP);
  return new Map(
    order.map(([id, place], nth) => [id, { ...at(place), [axis]: Math.round(first + nth * step) }]),
  );
}

const inOrder = (places: ReadonlyMap<string, Place>, axis: Axis): [string, Place][] =>
  [...places].sort(([, a], [, b]) => a[axis] - b[axis]);
