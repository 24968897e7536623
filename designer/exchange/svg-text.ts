/** Text of anybody as XML text or attribute. Characters that XML forbids are dropped. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are dropped
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const NARROW = /[iljtfrI.,:;'’|!()[\] \-–/]/;
const WIDE = /[mwMWĐƠƯÔÂÊ@%—]/;

/** About how wide a text runs in the usual sans fonts; slightly too wide rather than too narrow. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const sign of text.normalize('NFC')) {
    const plain = sign.normalize('NFD').charAt(0);
    if (NARROW.test(plain)) width += 0.34;
    else if (WIDE.test(plain) || WIDE.test(sign)) width += 0.86;
    else if (plain >= 'A' && plain <= 'Z') width += 0.7;
    else width += 0.57;
  }
  return width * size;
}

interface Room {
  readonly width: number;
  readonly size: number;
  /** What does not fit into so many lines ends with an ellipsis. */
  readonly lines: number;
}

/** Words over lines; a word longer than a line is broken. */
export function wrapped(text: string, { width, size, lines: most }: Room): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.replace(/\s+/g, ' ').trim().split(' ');
  for (const word of words.flatMap((each) => pieces(each, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 0 && widthOf(`${last.join('')}…`, size) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
}

function pieces(word: string, width: number, size: number): readonly string[] {
  if (widthOf(word, size) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}
