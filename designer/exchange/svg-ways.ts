import type { arrowsOf } from '../drawing/layout.ts';
import { FOCAL_HEIGHT, FOCAL_SHIFT, FOCAL_WIDTH, NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';

type Places = ReadonlyMap<string, Point>;

export interface Way {
  readonly way: 'down' | 'up';
  /** The `d` of an SVG path. */
  readonly path: string;
}

const MIDDLE = NODE_WIDTH / 2;
/** The way up runs beside the way down. */
const ASIDE = 50;
/** Above a group: where its way down and its way up turn. */
const TURN = { down: 24, up: 44 };

/** Straight lines with right angles; both ways keep apart all along. */
export function waysOf(arrows: ReturnType<typeof arrowsOf>, placed: Places, focal: Places): readonly Way[] {
  return arrows.flatMap(({ source, target, way }): Way[] => {
    const from = placed.get(source) ?? focal.get(source);
    const to = placed.get(target) ?? focal.get(target);
    if (from === undefined || to === undefined) return [];
    if (way === 'down') {
      const start = { x: from.x + MIDDLE, y: from.y + NODE_HEIGHT };
      return [{ way, path: turned(start, { x: to.x + MIDDLE, y: to.y }, to.y - TURN.down) }];
    }
    const fromFocal = focal.has(source);
    const toFocal = focal.has(target);
    const start = { x: from.x + (fromFocal ? FOCAL_WIDTH / 2 : MIDDLE + ASIDE), y: from.y };
    const end = toFocal
      ? { x: to.x + FOCAL_WIDTH / 2, y: to.y + FOCAL_HEIGHT }
      : { x: to.x + MIDDLE + (fromFocal ? FOCAL_SHIFT : ASIDE), y: to.y + NODE_HEIGHT };
    return [{ way, path: turned(start, end, fromFocal ? (start.y + end.y) / 2 : from.y - TURN.up) }];
  });
}

function turned(from: Point, to: Point, wanted: number): string {
  if (from.x === to.x) return `M${from.x} ${from.y}V${to.y}`;
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const turn = wanted > high && wanted < low ? wanted : (high + low) / 2;
  return `M${from.x} ${from.y}V${turn}H${to.x}V${to.y}`;
}
