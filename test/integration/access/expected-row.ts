import type { Role } from '#model';
import type { Scene } from './matrix-scene.ts';
import type { Relation, Whose } from './relations.ts';

/** `ok`: let through, whatever the object's state then says (409, 422); 422: nobody's to do in this scene. */
export type Outcome = 'ok' | 403 | 404 | 422;

export interface Expected {
  /** Whose object it is; null: the route names none. */
  readonly of: Whose | null;
  /** Roles that may at all; others get 403 wherever the object lies, or what `others` says. */
  readonly roles: readonly Role[];
  readonly others?: Outcome;
  /** One role to whom something else is said at these places. */
  readonly except?: Readonly<Partial<Record<Role, Partial<Record<Relation, Outcome>>>>>;
  /** For people of these roles; 404 where nothing is said. */
  readonly on: Partial<Readonly<Record<Relation, Outcome>>>;
  /** For systems with every scope, where it differs: they act for the whole of their subtree. */
  readonly systems?: Partial<Readonly<Record<Relation, Outcome>>>;
  readonly url: (scene: Scene) => string;
  readonly body?: (scene: Scene) => unknown;
  /** A list: its answer names this where the relation says `ok`, and nowhere else. */
  readonly names?: (scene: Scene) => string;
}

export const ALL: readonly Role[] = ['clerk', 'officer', 'leader', 'designer', 'administrator', 'auditor'];
export const REPORT: readonly Role[] = ['clerk', 'officer', 'leader'];
export const DECIDE: readonly Role[] = ['officer', 'leader'];
export const START: readonly Role[] = ['leader', 'designer'];
export const SIGN: readonly Role[] = ['leader'];
export const DRAW: readonly Role[] = ['designer'];
export const ADMIN: readonly Role[] = ['administrator'];
export const CLERK: readonly Role[] = ['clerk'];
export const LETTERHEAD: readonly Role[] = ['clerk', 'leader'];
export const AUDIT: readonly Role[] = ['administrator', 'auditor'];

export const EVERYWHERE = {
  own: 'ok',
  child: 'ok',
  parent: 'ok',
  sibling: 'ok',
  collected: 'ok',
  otherProvince: 'ok',
  otherChain: 'ok',
} as const;
/** Readable from above and by the collector; entering is the unit's own, deciding the collector's. */
export const READ_REPORT = { own: 'ok', child: 'ok', collected: 'ok' } as const;
export const ENTER = { own: 'ok', child: 403, collected: 403 } as const;
export const DECIDED = { own: 403, child: 403, collected: 'ok' } as const;
export const SUBTREE = { own: 'ok', child: 'ok' } as const;
export const SYSTEM = { child: 'ok' } as const;
/** Whoever takes part sees the letter itself, and of its progress the own part. */
export const TAKES_PART = {
  own: 'ok',
  child: 'ok',
  parent: 'ok',
  otherChain: 'ok',
  collected: 'ok',
} as const;
export const ROOT_ACTS = { own: 'ok', child: 403, parent: 403, otherChain: 403, collected: 403 } as const;

export const about =
  (of: Expected['of'], roles: readonly Role[], on: Expected['on']) => (url: Expected['url']) => ({
    of,
    roles,
    on,
    url,
  });
export const anywhere = (roles: readonly Role[], url: string) => about(null, roles, EVERYWHERE)(() => url);

export const obligation = (rest: string) => (s: Scene) => `/api/obligations/${s.obligation}${rest}`;
export const campaign = (rest: string) => (s: Scene) => `/api/campaigns/${s.campaign}${rest}`;
export const node = (unit: 'office' | 'city', rest: string) => (s: Scene) =>
  `/api/campaigns/${s.campaign}/periods/once/units/${s.units[unit]}/${rest}`;
export const papers = (url: string): Expected => ({
  ...about('ward', ALL, { own: 'ok', child: 403 })((s) => `${url}unit=${s.units.ward}`),
  systems: SYSTEM,
});
/** Officers see the house's letterhead and do not change it; of another house they see nothing. */
export const HOUSE_OFFICER = {
  officer: { parent: 404, sibling: 404, collected: 404, otherProvince: 404, otherChain: 404 },
} as const;
/** A draft: its own house's alone. */
export const letter = (roles: readonly Role[], rest: string): Expected => ({
  ...about('city', roles, { own: 'ok' })((s) => `/api/letters/${s.letter}${rest}`),
  systems: SYSTEM,
});
/** A revision that cannot be: 409 says that the caller was let through, and the scene outlives the question. */
export const STALE = () => ({ expectedRevision: 1_000_000 });
export const lists = (row: Expected, names: NonNullable<Expected['names']>): Expected => ({ ...row, names });
