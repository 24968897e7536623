import type { Directive } from '#model';

/** How a paragraph of the body is set. */
export interface BodyPart {
  /** Place in `paragraphs`. */
  readonly at: number;
  readonly kind: 'heading' | 'text' | 'note';
  readonly text: string;
}

const ROMAN = /^(?=[IVX])[IVX]{1,5}\.\s/;
const NUMBERED = /^\d{1,2}(\.\d{1,2})*\.\s/;
const NOTE = /^\((\d{1,2})\)\s+/;
const LONGEST_HEADING = 160;

/**
 * What each paragraph is, read from how letters are written: `I. …` is a heading, `2. Nội dung` is one when
 * it is short and ends like no sentence; `(1) …` after the end sign `./.` is a note, not body.
 */
export function bodyParts({ paragraphs }: Pick<Directive, 'paragraphs'>): readonly BodyPart[] {
  const end = paragraphs.findLastIndex((text) => text.trimEnd().endsWith('./.'));
  return paragraphs.map((text, at) => ({
    at,
    text,
    kind: end !== -1 && at > end && NOTE.test(text) ? 'note' : isHeading(text) ? 'heading' : 'text',
  }));
}

function isHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  return ROMAN.test(text) || (NUMBERED.test(text) && !/[.,;:!?…]$/.test(text.trimEnd()));
}

/** The number of a note and its text without it. */
export function noteOf(text: string): { readonly number: number; readonly text: string } {
  const match = NOTE.exec(text);
  return { number: Number(match?.[1] ?? 0), text: match === null ? text : text.slice(match[0].length) };
}
