import { Refusal } from '../api/client.ts';
import { createDefinition, type StoredDefinition } from '../api/definitions.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { freeKey } from '../drawing/keys.ts';

const LONGEST_TITLE = 300;
const MOST_TRIES = 12;

interface Wanted {
  readonly drawing: Drawing;
  readonly title: string;
  /** Kept as a template of the unit. */
  readonly template?: boolean;
}

/** Titles are cut from the front: what was added at the end tells them apart. */
export const titled = (title: string, ending = ''): string =>
  title.normalize('NFC').slice(0, LONGEST_TITLE - ending.length) + ending;

/**
 * A drawing of one's own unit. Keys are unique in the whole installation and not all are visible, so the
 * next free one is found by asking; after many tries by an ending that nobody has.
 */
export async function createOwn({ drawing, title, template = false }: Wanted): Promise<StoredDefinition> {
  const taken: string[] = [];
  for (let tries = 1; ; tries += 1) {
    const wished = tries < MOST_TRIES ? title : `${title.slice(0, 30)} ${crypto.randomUUID().slice(0, 8)}`;
    const key = freeKey(wished, taken);
    try {
      const definition = { ...drawing.definition, title, key };
      return await createDefinition({ ...drawing, definition }, { template });
    } catch (error) {
      const occupied = error instanceof Refusal && error.code === 'definition.keyTaken';
      if (!occupied || tries > MOST_TRIES) throw error;
      taken.push(key);
    }
  }
}
