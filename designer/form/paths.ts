import type { Problem } from '#model';
import type { Place } from '../drawing/view-store.ts';

export const samePlace = (a: Place, b: Place): boolean => a.length === b.length && startsWith(a, b);

/** `place` is `start` or lies inside it. */
export const startsWith = (place: Place, start: Place): boolean =>
  start.length <= place.length && start.every((part, index) => part === place[index]);

/** The problems of a field; `deep`: also of what lies inside it, where the field shows nothing smaller. */
export const problemsAt = (
  problems: readonly Problem[],
  path: Place,
  { deep }: { readonly deep: boolean },
): readonly Problem[] =>
  problems.filter((each) => (deep ? startsWith(each.path, path) : samePlace(each.path, path)));

/** A path as an attribute of the page; keys hold no slash. */
export const placeName = (path: Place): string => path.join('/');

/** The field that shows a place: the place itself, or the nearest field that it lies in. */
export function nearest<T>(
  fields: readonly { readonly name: string; readonly field: T }[],
  wanted: Place,
): T | null {
  const name = placeName(wanted);
  let best: { readonly name: string; readonly field: T } | null = null;
  for (const each of fields) {
    if (name !== each.name && !name.startsWith(`${each.name}/`)) continue;
    if (best === null || each.name.length > best.name.length) best = each;
  }
  return best?.field ?? null;
}
