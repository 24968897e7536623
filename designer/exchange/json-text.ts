/** What is wrong with a JSON text, where people look for it: lines and columns counted from 1. */
export type JsonFault =
  | { readonly kind: 'damaged'; readonly line: number; readonly column: number }
  | { readonly kind: 'tooDeep'; readonly most: number };

const DEEPEST = 64;
const SIGNS = '{}[]:,';
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANK = /[ \t\n\r]*/y;

type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/**
 * The first fault of a JSON text, or null. Browsers word their complaints differently and some name no
 * place at all; and a text that nests thousands deep is refused before anything walks through it.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  for (;;) {
    BLANK.lastIndex = at;
    BLANK.exec(text);
    const start = BLANK.lastIndex;
    if (start >= text.length) return wanted === 'nothing' ? null : placeOf(text, start);
    const token = tokenAt(text, start);
    const next: ReturnType<typeof step> = token === null ? null : step(token, wanted, open);
    if (token === null || next === null) return placeOf(text, start);
    if (open.length > DEEPEST) return { kind: 'tooDeep', most: DEEPEST };
    wanted = next === 'afterValue' ? afterValue() : next;
    at = token.end;
  }
}

interface Token {
  readonly kind: 'sign' | 'string' | 'literal';
  readonly sign: string;
  readonly end: number;
}

function tokenAt(text: string, at: number): Token | null {
  const sign = text.charAt(at);
  if (SIGNS.includes(sign)) return { kind: 'sign', sign, end: at + 1 };
  if (sign === '"') {
    const end = endOfString(text, at + 1);
    return end === null ? null : { kind: 'string', sign, end };
  }
  LITERAL.lastIndex = at;
  return LITERAL.test(text) ? { kind: 'literal', sign, end: LITERAL.lastIndex } : null;
}

/** By hand: a regular expression runs out of stack on a string of megabytes. */
function endOfString(text: string, from: number): number | null {
  let at = from;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign < ' ') return null;
    if (sign === '\\') {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return null;
      at = ESCAPE.lastIndex;
    } else at += 1;
  }
  return null;
}

/** What may come after this token, or null where it may not stand. Opens and closes brackets in `open`. */
function step(token: Token, wanted: Wanted, open: ('{' | '[')[]): Wanted | 'afterValue' | null {
  const { kind, sign } = token;
  const valueFits = wanted === 'value' || wanted === 'valueOrEnd';
  const inside = open.at(-1);
  if (kind === 'literal') return valueFits ? 'afterValue' : null;
  if (kind === 'string') {
    if (valueFits) return 'afterValue';
    return wanted === 'key' || wanted === 'keyOrEnd' ? 'colon' : null;
  }
  switch (sign) {
    case '{':
    case '[':
      if (!valueFits) return null;
      open.push(sign);
      return sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
    case '}':
    case ']': {
      const empty = sign === '}' ? 'keyOrEnd' : 'valueOrEnd';
      if (inside !== (sign === '}' ? '{' : '[') || (wanted !== empty && wanted !== 'commaOrEnd')) return null;
      open.pop();
      return 'afterValue';
    }
    case ':':
      return wanted === 'colon' ? 'value' : null;
    case ',':
      if (wanted !== 'commaOrEnd') return null;
      return inside === '{' ? 'key' : 'value';
    default:
      return null;
  }
}

function placeOf(text: string, offset: number): JsonFault {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { kind: 'damaged', line, column: offset - before.lastIndexOf('\n') };
}
