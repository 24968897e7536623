import type { Signature } from '#model';

type Authority = Signature['authority'][number];

/** The schema allows three signs of authority, over at most four titles. */
const MOST_SIGNS = 3;

/** Signs of authority stand from the outside in, without a gap: a line gets one only below lines that have one. */
export const maySign = ({ authority }: Pick<Signature, 'authority'>, line: number): boolean =>
  line < MOST_SIGNS && line <= authority.length;

/** Another sign on a line; taking one away takes those below it, which would hang in the air. */
export function withSign(signature: Signature, line: number, sign: Authority | null): Signature {
  const { authority } = signature;
  const kept = authority.slice(0, line);
  return { ...signature, authority: sign === null ? kept : [...kept, sign, ...authority.slice(line + 1)] };
}

export function withTitle(signature: Signature, line: number, title: string): Signature {
  const titles = signature.titles.map((each, at) => (at === line ? title : each));
  return { ...signature, titles };
}

export function withoutLine(signature: Signature, line: number): Signature {
  const authority = signature.authority.filter((_, at) => at !== line);
  return { ...signature, authority, titles: signature.titles.filter((_, at) => at !== line) };
}

/** A new line at the end; its sign, if any, is chosen afterwards. */
export const withLine = (signature: Signature, title: string): Signature => ({
  ...signature,
  titles: [...signature.titles, title],
});
