import { fold } from '#model/fold';

/** Something that can be found by words. */
export interface Findable {
  readonly label: string;
  /** More words it is found by, after those of the label. */
  readonly words?: string;
}

/**
 * The best first, with or without accents: what begins so, then where a word begins so, then anywhere,
 * then all words in any order. Equal ones keep their order; no query keeps all.
 */
export function ranked<T extends Findable>(items: readonly T[], query: string): readonly T[] {
  const wanted = plain(query);
  if (wanted === '') return items;
  return items
    .map((item) => ({ item, rank: rankOf(item, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const NOT_FOUND = 5;

function rankOf({ label, words = '' }: Findable, wanted: string): number {
  const name = plain(label);
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted)) return 2;
  const all = ` ${name} ${plain(words)}`;
  if (wanted.split(' ').every((word) => all.includes(` ${word}`))) return 3;
  return all.includes(wanted) ? 4 : NOT_FOUND;
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
