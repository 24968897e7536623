import { Definition, Directive } from '#model';
import type { Drawing } from '../../drawing/drawing.ts';
import { keepAt, type KeptCopy, newestLeft, newKey } from '../../ui/kept-copy.ts';

interface Unsaved {
  readonly drawing: Drawing;
  /** The revision that was edited. */
  readonly revision: number;
}

/** What could not be saved yet of a drawing. */
export type LocalCopy = KeptCopy<Unsaved>;

const PREFIX = 'cascade.unsaved';

export interface Owner {
  readonly definitionId: string;
  /** Officials share machines: nobody is offered another's work. */
  readonly personId: string;
}

const placeOf = ({ definitionId, personId }: Owner): string => `${PREFIX}/${personId}/${definitionId}`;

export const copyKey = (owner: Owner): string => newKey(placeOf(owner));

export const keepCopy = (key: string, drawing: Drawing, revision: number): boolean =>
  keepAt(key, { drawing, revision } satisfies Unsaved);

export const copyLeft = (owner: Owner): Promise<LocalCopy | null> => newestLeft(placeOf(owner), unsaved);

function unsaved(stored: unknown): Unsaved | null {
  const { drawing, revision } = stored as Unsaved; // parsed below; anything else throws, and is none
  const definition = Definition.parse(drawing.definition);
  const directive = Directive.nullable().parse(drawing.directive);
  return Number.isInteger(revision) ? { drawing: { definition, directive }, revision } : null;
}
