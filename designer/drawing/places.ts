import { current, isDraft } from 'immer';
import type { Definition } from '#model';
import { focalPointsOf, layoutLevels, NODE_HEIGHT, NODE_WIDTH } from './layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Place extends Point {
  readonly locked: boolean;
}

const GAP = 36;
const BELOW = 90;

/**
 * Where every level stands. A drawing without positions is a tidy tree that arranges itself; with the
 * first one moved by hand all positions are written down, so that nothing else jumps from then on.
 */
export function placedOf(definition: Pick<Definition, 'nodes' | 'layout'>): ReadonlyMap<string, Place> {
  // within a command: reading hundreds of levels through a draft takes longer than all the rest of it
  const nodes = isDraft(definition.nodes) ? current(definition.nodes) : definition.nodes;
  const layout = isDraft(definition.layout) ? current(definition.layout) : definition.layout;
  const missing = nodes.some(({ id }) => layout.nodes[id] === undefined);
  const tidy = missing ? layoutLevels(nodes, focalPointsOf(nodes)) : null;
  return new Map(
    nodes.map(({ id }) => {
      const at = layout.nodes[id] ?? tidy?.get(id);
      return [id, { x: at?.x ?? 0, y: at?.y ?? 0, locked: layout.nodes[id]?.locked ?? false }];
    }),
  );
}

/** Nothing was placed by hand yet. */
const arrangesItself = ({ layout }: Pick<Definition, 'layout'>): boolean =>
  Object.keys(layout.nodes).length === 0;

/** Free room for one more child, right of its siblings; null where the drawing arranges itself. */
export function roomFor(definition: Pick<Definition, 'nodes' | 'layout'>, parent: string): Point | null {
  if (arrangesItself(definition)) return null;
  const placed = placedOf(definition);
  const above = placed.get(parent) ?? { x: 0, y: 0 };
  const siblings = definition.nodes.flatMap((node) =>
    node.parent === parent ? [placed.get(node.id) ?? above] : [],
  );
  const last = siblings.sort((a, b) => a.x - b.x).at(-1);
  const wanted =
    last === undefined
      ? { x: above.x, y: above.y + NODE_HEIGHT + BELOW }
      : { x: last.x + NODE_WIDTH + GAP, y: last.y };
  return freeFrom(wanted, [...placed.values()]);
}

/** The nearest place to the right that covers nobody. */
export function freeFrom(wanted: Point, taken: readonly Point[]): Point {
  const covers = (point: Point): Point | undefined =>
    taken.find(
      (each) =>
        Math.abs(each.x - point.x) < NODE_WIDTH + GAP / 2 &&
        Math.abs(each.y - point.y) < NODE_HEIGHT + GAP / 2,
    );
  let at = wanted;
  for (let hit = covers(at); hit !== undefined; hit = covers(at))
    at = { x: hit.x + NODE_WIDTH + GAP, y: at.y };
  return at;
}

const whole = (value: number): number => Math.round(value);

/** Writes one place down, and with the first one all others where they stand now. */
export function place(definition: Pick<Definition, 'nodes' | 'layout'>, id: string, at: Point): void {
  for (const [other, { x, y, locked }] of placedOf(definition)) {
    definition.layout.nodes[other] ??= { x: whole(x), y: whole(y), locked };
  }
  const locked = definition.layout.nodes[id]?.locked ?? false;
  definition.layout.nodes[id] = { x: whole(at.x), y: whole(at.y), locked };
}
