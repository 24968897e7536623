import type { Definition } from '#model';
import { focalPlace, focalPointsOf, NODE_HEIGHT } from '../drawing/layout.ts';
import { placedOf, type Point } from '../drawing/places.ts';

export const ORIGIN: Point = { x: 0, y: 0 };

/** Room for a focal point with its lines above and below it. */
const FOCAL_ROOM = 170;

/** The places of the drawing, further apart where a focal point would stand on the lines around it. */
export function roomyPlaces(definition: Definition): ReadonlyMap<string, Point> {
  const placed = placedOf(definition);
  const y = (id: string): number => placed.get(id)?.y ?? 0;
  const tightest = focalPointsOf(definition.nodes).flatMap(({ parent, groups }) =>
    groups.map((group) => y(group) - y(parent)).filter((pitch) => pitch > 0),
  );
  const stretch = Math.max(1, (NODE_HEIGHT + FOCAL_ROOM) / Math.min(...tightest));
  return new Map([...placed].map(([id, at]) => [id, { x: at.x, y: Math.round(at.y * stretch) }]));
}

export function focalPlaces(
  { nodes }: Definition,
  placed: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const beside = new Map<string, number>();
  return new Map(
    focalPointsOf(nodes).map(({ id, parent, groups }) => {
      const nth = beside.get(parent) ?? 0;
      beside.set(parent, nth + 1);
      const above = placed.get(parent) ?? ORIGIN;
      const nearest = Math.min(...groups.map((group) => placed.get(group)?.y ?? above.y));
      return [id, focalPlace(above, { nth, room: nearest - above.y - NODE_HEIGHT })];
    }),
  );
}
