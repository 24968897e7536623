import { fold } from '../ui/fold.ts';

const LONGEST = 60;

/** A key of the file format made of a name, free among `taken`: `UBND cấp huyện` → `ubnd-cap-huyen`, `…-2`. */
export function freeKey(name: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, LONGEST - 4)
      .replace(/-+$/, '') || 'muc';
  if (!known.has(base)) return base;
  for (let nth = 2; ; nth += 1) if (!known.has(`${base}-${nth}`)) return `${base}-${nth}`;
}
