import type { Definition } from '#model';
import type { Point } from '../drawing/places.ts';

type Nodes = readonly Pick<Definition['nodes'][number], 'id' | 'parent'>[];
type Places = ReadonlyMap<string, Point>;

/** Levels by the one that addresses them, siblings from left to right. */
function byParent(nodes: Nodes, placed: Places): ReadonlyMap<string | null, readonly string[]> {
  const found = new Map<string | null, string[]>();
  for (const { id, parent } of nodes) found.set(parent, [...(found.get(parent) ?? []), id]);
  const x = (id: string): number => placed.get(id)?.x ?? 0;
  for (const siblings of found.values()) siblings.sort((a, b) => x(a) - x(b));
  return found;
}

/** From the top downwards, each level followed by what it addresses; damaged parts at the end, nobody left out. */
export function treeOrder(nodes: Nodes, placed: Places): readonly string[] {
  const below = byParent(nodes, placed);
  const order = new Set<string>();
  const walk = (id: string): void => {
    if (order.has(id)) return;
    order.add(id);
    for (const child of below.get(id) ?? []) walk(child);
  };
  for (const top of below.get(null) ?? []) walk(top);
  for (const { id } of nodes) order.add(id);
  return [...order];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where an arrow key leads: up to the one that addresses, down to the first addressed, sideways to siblings. */
export function neighbour(nodes: Nodes, placed: Places, at: { id: string; to: Direction }): string | null {
  const here = nodes.find(({ id }) => id === at.id);
  if (here === undefined) return null;
  if (at.to === 'up') return here.parent;
  const below = byParent(nodes, placed);
  if (at.to === 'down') return below.get(here.id)?.[0] ?? null;
  const siblings = below.get(here.parent) ?? [];
  return siblings[siblings.indexOf(here.id) + (at.to === 'left' ? -1 : 1)] ?? null;
}
