/** The beginning of a text, at most so long; never half of a character, which no database, header or file would take. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(HALF, '');

/** The same, of a longer text whole words only. */
export function cutAtWord(text: string, most: number): string {
  const kept = cut(text, most);
  return kept.length === text.length || /^\s/u.test(text.slice(kept.length))
    ? kept.trimEnd()
    : kept.replace(/\s+\S*$/u, '');
}

/** The first half of a pair, its second cut off (with the `u` flag a whole pair does not match). */
const HALF = /[\ud800-\udbff]$/u;
