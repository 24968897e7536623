import type { Me } from '../api/session.ts';
import type { Narrative } from './api.ts';
import { type Working, working } from './paragraphs.ts';

/** What somebody has typed in a section and is not saved yet. */
export interface Unsaved {
  /** Revision that it was written upon. */
  readonly base: number;
  readonly paragraphs: readonly Working[];
}

/** One person in one capacity: who stands in for another neither finds nor sends what he typed in his own post. */
export const placeOf = (me: Me, section: readonly unknown[]): string =>
  ['cascade.narrative', me.id, me.capacities.find(({ current }) => current)?.id ?? '', ...section].join('/');

/** Of what lay in the browser's storage; null where it is of another shape. */
export function unsavedText(stored: unknown): Unsaved | null {
  const { base, paragraphs } = stored as Unsaved; // checked here; what cannot be read so is none
  return Number.isInteger(base) && Array.isArray(paragraphs) && paragraphs.every(isParagraph)
    ? { base, paragraphs }
    : null;
}

function isParagraph(value: unknown): boolean {
  const { id, picked, text, sources, changes, looked } = value as Working; // as above
  return (
    typeof id === 'string' &&
    typeof picked === 'boolean' &&
    typeof text === 'string' &&
    [sources, changes, looked].every(Array.isArray)
  );
}

/** The server has exactly this: the answer to the save was lost, or another page of the same person sent it. */
export function isSaved({ paragraphs }: Unsaved, narrative: Narrative): boolean {
  const words = (all: readonly Working[]): string =>
    JSON.stringify(
      all.map(({ id, picked, text, sources }) => [id, picked, text, sources.map(({ key }) => key)]),
    );
  return words(paragraphs) === words(working(narrative));
}
