import type { Place } from '../drawing/view-store.ts';

/** Parts of the sheet, by the fields that they show. A field without a part of its own stands in its neighbour's. */
const SHOWN_IN: Readonly<Record<string, string>> = {
  codeNumber: 'codeNotation',
  system: 'codeNotation',
  place: 'issuedDate',
  draftingUnit: 'codeNotation',
};
const LISTS = new Set(['legalBasis', 'addressees', 'recipients', 'paragraphs']);

/** The part of the sheet in which a field of the form is seen; null for fields of nothing in it. */
export function partOf(place: Place): string | null {
  const [area, field, index] = place;
  if (area !== 'directive' || field === undefined) return null;
  const name = String(field);
  if (LISTS.has(name) && index !== undefined) return `${name}.${index}`;
  return SHOWN_IN[name] ?? name;
}

/** The same of the attribute by which the form marks a field: `directive/recipients/2/name`. */
export const partOfName = (name: string): string | null => partOf(name.split('/'));
