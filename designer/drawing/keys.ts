import { fold } from '#model/fold';

const LONGEST = 60;

/** A key of the file format made of a name, free among `taken`: `UBND cấp huyện` → `ubnd-cap-huyen`, `…-2`. */
export function freeKey(name: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = cutAtWord(words, LONGEST - 4) || 'muc';
  if (!known.has(base)) return base;
  for (let nth = 2; ; nth += 1) if (!known.has(`${base}-${nth}`)) return `${base}-${nth}`;
}

/** A cut word reads like another word; only one that is too long by itself is cut. */
function cutAtWord(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const end = words.lastIndexOf('-', longest);
  return words.slice(0, end > 0 ? end : longest);
}
