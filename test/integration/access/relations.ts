/**
 * Where the object lies, seen from the caller: of the own unit, of one below (`child`), of one above (`parent`),
 * beside it, and so on; `collected`: of a unit whose reports the caller's unit collects.
 */
export const RELATIONS = [
  'own',
  'child',
  'parent',
  'sibling',
  'collected',
  'otherProvince',
  'otherChain',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The units of the scene whose objects the routes are asked for. */
export type Whose = 'ward' | 'office' | 'city';
