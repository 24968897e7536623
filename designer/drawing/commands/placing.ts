import type { Command } from '../command.ts';
import { place, placedOf, type Point } from '../places.ts';

type Places = ReadonlyMap<string, Point>;

/** By hand: one step per drag, however many are dragged. A locked level stays. */
export const moveNodes = (places: Places): Command => placing('move', places);

/** By the automatic layout. */
export const arrangeNodes = (places: Places): Command => placing('arrange', places);

const placing = (name: 'move' | 'arrange', places: Places): Command => ({
  name,
  change: ({ definition }) => {
    for (const [id, at] of places) {
      const known = definition.layout.nodes[id];
      const same = known?.x === Math.round(at.x) && known.y === Math.round(at.y);
      if (known?.locked !== true && !same) place(definition, id, at);
    }
  },
});

export const lockNodes = (ids: readonly string[], locked: boolean): Command => ({
  name: 'lock',
  change: ({ definition }) => {
    for (const id of ids) {
      const at = placeOf(definition, id);
      if (at !== undefined && at.locked !== locked) at.locked = locked;
    }
  },
});

function placeOf(definition: Parameters<typeof place>[0], id: string) {
  if (definition.layout.nodes[id] === undefined) {
    const at = placedOf(definition).get(id);
    if (at !== undefined) place(definition, id, at);
  }
  return definition.layout.nodes[id];
}
