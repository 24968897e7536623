import type { Place } from '../../drawing/view-store.ts';

/** Things of a drawing that have a name of their own: a change is told of the smallest one it concerns. */
export type ThingKind =
  | 'drawing'
  | 'parameter'
  | 'event'
  | 'report'
  | 'indicator'
  | 'section'
  | 'attachment'
  | 'target'
  | 'node'
  | 'subgroup'
  | 'sharedTask'
  | 'task'
  | 'actorTask'
  | 'obligation'
  | 'information'
  | 'letter'
  | 'legalBasis'
  | 'addressee'
  | 'recipient'
  | 'paragraph';

export interface Thing {
  readonly kind: ThingKind;
  /** The thing itself, to be named. */
  readonly value: unknown;
}

interface Common {
  /** From the outermost: level, its obligation. Empty: the drawing itself. */
  readonly within: readonly Thing[];
  /** Where it stands in the drawing after the change; of what was removed: where its owner stands. */
  readonly place: Place;
  /** The level concerned. */
  readonly node: string | null;
}

/** One difference of meaning between two drawings. Positions on the canvas are none. */
export type Change = Common &
  (
    | { readonly kind: 'added' | 'removed' | 'moved'; readonly thing: Thing }
    | { readonly kind: 'changed'; readonly field: string; readonly before: unknown; readonly after: unknown }
  );
