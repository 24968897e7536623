import type { Definition } from '#model';
import type { Command } from '../command.ts';
import { type Place, placedOf, type Point } from '../places.ts';

type Places = ReadonlyMap<string, Point>;

/** By hand: one step per drag, however many are dragged. A locked level stays. */
export const moveNodes = (places: Places): Command => placing('move', places);

/** By the automatic layout. */
export const arrangeNodes = (places: Places): Command => placing('arrange', places);

const placing = (name: 'move' | 'arrange', places: Places): Command => ({
  name,
  change: ({ definition }) => {
    const before = placedOf(definition);
    const moved = [...places].filter(([id, at]) => {
      const now = before.get(id);
      const same = now?.x === Math.round(at.x) && now.y === Math.round(at.y);
      return now !== undefined && !now.locked && !same;
    });
    if (moved.length === 0) return;
    writeDown(definition, before);
    for (const [id, { x, y }] of moved) definition.layout.nodes[id] = placeAt({ x, y, locked: false });
  },
});

export const lockNodes = (ids: readonly string[], locked: boolean): Command => ({
  name: 'lock',
  change: ({ definition }) => {
    const before = placedOf(definition);
    const changed = ids.filter((id) => before.get(id)?.locked === !locked);
    if (changed.length === 0) return;
    writeDown(definition, before);
    for (const id of changed) {
      const at = before.get(id);
      if (at !== undefined) definition.layout.nodes[id] = placeAt({ ...at, locked });
    }
  },
});

/** With the first place that is written down, all are: nothing else jumps from then on. */
function writeDown({ layout }: Definition, places: ReadonlyMap<string, Place>): void {
  for (const [id, at] of places) layout.nodes[id] ??= placeAt(at);
}

const placeAt = ({ x, y, locked }: Place): Place => ({ x: Math.round(x), y: Math.round(y), locked });
