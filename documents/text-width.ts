import { withoutAccents } from '#model/fold';

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
  let width = 0;
  for (const letter of withoutAccents(text)) width += BOLD[(letter.codePointAt(0) ?? 0) - FIRST] ?? UNKNOWN;
  return Math.round((width / 1000) * halfPoints * 10);
}

/**
 * A name in as few lines as fit into `width`, the lines as even as words allow: `ỦY BAN NHÂN DÂN` over
 * `THÀNH PHỐ BẮC KẠN`, never one word alone below a full line.
 */
export function evenLines(text: string, halfPoints: number, width: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const ends = lineEnds(
    words.map((word) => boldWidth(word, halfPoints)),
    boldWidth(' ', halfPoints),
  );
  for (let count = 1; count < words.length; count += 1) {
    const found = ends(count);
    if (found.widest > width) continue;
    return found.ends.map((end, line) => words.slice(found.ends[line - 1] ?? 0, end).join(' '));
  }
  return words;
}

/** Where the territory begins in the name of a body, in capitals; `XÃ HỘI` is none, nor the second half of `THỊ XÃ`. */
const BEFORE_TERRITORY =
  /\s+(?=(?:THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|ĐẶC KHU|TỈNH|HUYỆN|QUẬN|PHƯỜNG|(?<!THỊ )XÃ(?!\s+HỘI))\s)/gu;

/**
 * The name of a body in capitals, in no more lines than `evenLines` takes: broken before its territory where that is
 * possible, so that a short one leaves `ỦY BAN NHÂN DÂN` whole over `XÃ BÌNH AN`.
 */
export function bodyLines(name: string, halfPoints: number, width: number): readonly string[] {
  const even = evenLines(name, halfPoints, width);
  if (even.length < 2) return even;
  const broken = [...name.matchAll(BEFORE_TERRITORY)]
    .map(({ index }) => [
      ...evenLines(name.slice(0, index), halfPoints, width),
      ...evenLines(name.slice(index), halfPoints, width),
    ])
    .filter((lines) => lines.length === even.length);
  return broken.at(-1) ?? even;
}

interface Broken {
  readonly widest: number;
  /** Where each line ends, in words. */
  readonly ends: readonly number[];
}

/** For words of these widths: the break into so many lines whose widest line is the narrowest. */
function lineEnds(widths: readonly number[], space: number): (count: number) => Broken {
  const before = [0];
  for (const width of widths) before.push((before.at(-1) ?? 0) + width + space);
  const widthOf = (from: number, to: number): number => (before[to] ?? 0) - (before[from] ?? 0) - space;
  const known = new Map<string, Broken>();
  const best = (from: number, lines: number): Broken => {
    if (lines === 1) return { widest: widthOf(from, widths.length), ends: [widths.length] };
    const key = `${from} ${lines}`;
    let found = known.get(key) ?? { widest: Number.POSITIVE_INFINITY, ends: [] };
    for (let end = from + 1; !known.has(key) && end <= widths.length - lines + 1; end += 1) {
      const own = widthOf(from, end);
      // a longer first line only gets wider
      if (own >= found.widest) break;
      const rest = best(end, lines - 1);
      const widest = Math.max(own, rest.widest);
      if (widest < found.widest) found = { widest, ends: [end, ...rest.ends] };
    }
    known.set(key, found);
    return found;
  };
  return (count) => best(0, count);
}
