/** Times Bold, thousandths of the size, from the space on to `~` (the metrics of the Adobe core fonts). */
const BOLD = [
  ...[250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278],
  ...[500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500],
  ...[930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778],
  ...[611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500],
  ...[333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500],
  ...[556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520],
] as const;
const UNKNOWN = 600;
const FIRST = 0x20;

/** Width in twips of a line in bold Times; accents stand above their letters and add nothing. */
export function boldWidth(text: string, halfPoints: number): number {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  let width = 0;
  for (const letter of letters) width += BOLD[(letter.codePointAt(0) ?? 0) - FIRST] ?? UNKNOWN;
  return Math.round((width / 1000) * halfPoints * 10);
}

/**
 * A name in as few lines as fit into `width`, the lines as even as words allow: `ỦY BAN NHÂN DÂN` over
 * `THÀNH PHỐ BẮC KẠN`, never one word alone below a full line.
 */
export function evenLines(text: string, halfPoints: number, width: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let count = 1; count < words.length; count += 1) {
    const lines = broken(words, count, halfPoints);
    if (lines.every((line) => boldWidth(line, halfPoints) <= width)) return lines;
  }
  return words;
}

/** Into exactly `count` lines: the break whose widest line is the narrowest. */
function broken(words: readonly string[], count: number, halfPoints: number): readonly string[] {
  const widthOf = (from: number, to: number): number =>
    boldWidth(words.slice(from, to).join(' '), halfPoints);
  const known = new Map<string, { readonly widest: number; readonly end: number }>();
  /** Where the first line of the words from `from` on ends, if they take `lines` lines. */
  const best = (from: number, lines: number): { readonly widest: number; readonly end: number } => {
    if (lines === 1) return { widest: widthOf(from, words.length), end: words.length };
    const key = `${from} ${lines}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found = { widest: Number.POSITIVE_INFINITY, end: from + 1 };
    for (let end = from + 1; end <= words.length - lines + 1; end += 1) {
      const own = widthOf(from, end);
      // a longer first line only gets wider
      if (own >= found.widest) break;
      const widest = Math.max(own, best(end, lines - 1).widest);
      if (widest < found.widest) found = { widest, end };
    }
    known.set(key, found);
    return found;
  };
  const ends = Array.from({ length: count }).reduce<number[]>(
    (all, _, line) => [...all, best(all.at(-1) ?? 0, count - line).end],
    [],
  );
  return ends.map((end, line) => words.slice(ends[line - 1] ?? 0, end).join(' '));
}
