import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What lies over the drawing while it is read, not edited. */
export type Overlay =
  | { readonly kind: 'none' }
  /** Live counts per level of a campaign or a rehearsal; `focal`: names of focal points by group. */
  | {
      readonly kind: 'counts';
      readonly counts: ReadonlyMap<string, LevelCount>;
      readonly focal: ReadonlyMap<string, string>;
    }
  /** Two versions over each other; ids of nodes. */
  | { readonly kind: 'diff'; readonly marks: ReadonlyMap<string, 'added' | 'removed' | 'changed'> };

/** The panels beside and below the canvas. */
export const PANELS = ['inspector', 'drawing', 'reports', 'letter', 'versions'] as const;
export type Panel = (typeof PANELS)[number];
export const DRAWERS = ['problems', 'dates', 'simulate', 'rehearse'] as const;
export type Drawer = (typeof DRAWERS)[number];

/** A place in the drawing: the path of a problem, seen from the drawing (`['definition','nodes',3,'obligations',0,'due']`). */
export type Place = readonly (string | number)[];

/** How the drawing is being looked at. Never undone, never saved. */
export interface ViewState {
  /** Ids of levels and groups, and of focal points (`via/…`). */
  readonly selection: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly overlay: Overlay;
  readonly panel: Panel;
  /** Null: closed. */
  readonly drawer: Drawer | null;
  /** The node whose name is being typed on the canvas. */
  readonly renaming: string | null;
  /** The canvas centres these when it changes: a new object for every wish. */
  readonly centred: { readonly ids: readonly string[] } | null;
  /** The field that a panel brings into view and focuses: a new object for every wish. */
  readonly place: { readonly path: Place } | null;
  select(ids: Iterable<string>): void;
  show(change: Partial<Omit<ViewState, 'select' | 'show' | 'centre' | 'goTo'>>): void;
  /** Selects and centres; of none, the whole drawing comes into view. */
  centre(...ids: readonly string[]): void;
  /** Opens the panel of a place and focuses its field. */
  goTo(path: Place): void;
}
export type ViewStore = StoreApi<ViewState>;

const panelOf = ([area, part]: Place): Panel => {
  if (area === 'directive') return 'letter';
  if (part === 'nodes') return 'inspector';
  return part === 'reports' ? 'reports' : 'drawing';
};

export const createViewStore = (start: { readonly readOnly?: boolean } = {}): ViewStore =>
  createStore<ViewState>((set) => ({
    selection: new Set(),
    readOnly: start.readOnly ?? false,
    overlay: { kind: 'none' },
    panel: 'inspector',
    drawer: null,
    renaming: null,
    centred: null,
    place: null,
    select: (ids) => set((state) => ({ selection: sameOr(state.selection, new Set(ids)) })),
    show: (change) => set(change),
    centre: (...ids) => set({ selection: new Set(ids), centred: { ids } }),
    goTo: (path) => set({ place: { path }, panel: panelOf(path) }),
  }));

/** React Flow reports the same selection again and again: nobody has to draw anew for that. */
const sameOr = (before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> =>
  before.size === after.size && [...after].every((id) => before.has(id)) ? before : after;
