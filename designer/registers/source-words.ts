import type { TFunction } from 'i18next';
import type { Sources } from './api.ts';

/** `directive/paragraphs/3/text` or `paragraphs.3`: the place of the letter that is meant. */
export function placeOf(name: string): readonly [string, string | null] | null {
  const [field, index] = name.replace(/^directive\//, '').split(/[/.]/);
  if (field === undefined || field === '' || field === 'directive') return null;
  return [field, index !== undefined && /^\d+$/.test(index) ? index : null];
}

/** Where a part comes from, in a sentence; null where nothing is known of it. */
export function sourceSentence(
  t: TFunction,
  sources: Sources,
  place: ReturnType<typeof placeOf>,
): string | null {
  if (place === null) return null;
  const [field, index] = place;
  const source =
    (index === null ? undefined : sources[`${field}.${index}`]) ?? sources[field] ?? sources[`${field}.0`];
  if (source === undefined) return null;
  const what = t(`letter.form.${field}`, { defaultValue: '' });
  const from = t(`registers.source.${source.code}`, { ...source.params, defaultValue: source.code });
  const at = index === null ? what : `${what} ${Number(index) + 1}`;
  return what === '' ? from : `${at}: ${from}`;
}
