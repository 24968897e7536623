import { type GatheredText, type NarrativeEdit, type NarrativeParagraph, originalText } from '#model';
import type { Narrative } from './api.ts';

/** A paragraph while somebody works on it. */
export interface Working extends NarrativeParagraph {
  readonly changes: readonly { readonly key: string; readonly now: GatheredText | null }[];
  /** Sources whose present text has been looked at since it was saved. */
  readonly looked: readonly string[];
}

export const working = ({ paragraphs }: Narrative): readonly Working[] =>
  paragraphs.map((each) => ({ ...each, looked: [] }));

export const edits = (paragraphs: readonly Working[]): NarrativeEdit[] =>
  paragraphs.map(({ id, picked, text, sources, looked }) => ({
    id,
    picked,
    // the original of one that was looked at just now may be newer at the server: its words are sent
    text: looked.length === 0 && text === originalText(sources) ? null : text,
    sources: sources.map(({ key }) => key),
    looked: [...looked],
  }));

export function changed(
  paragraphs: readonly Working[],
  id: string,
  change: (paragraph: Working) => Working,
): readonly Working[] {
  return paragraphs.map((each) => (each.id === id ? change(each) : each));
}

export function moved(paragraphs: readonly Working[], id: string, by: -1 | 1): readonly Working[] {
  const at = paragraphs.findIndex((each) => each.id === id);
  const [here, there] = [paragraphs[at], paragraphs[at + by]];
  if (here === undefined || there === undefined) return paragraphs;
  return paragraphs.with(at, there).with(at + by, here);
}

/** Into the one before it: both texts and all sources; what is printed changes by nothing else. */
export function merged(paragraphs: readonly Working[], id: string): readonly Working[] {
  const at = paragraphs.findIndex((each) => each.id === id);
  const [before, here] = [paragraphs[at - 1], paragraphs[at]];
  if (before === undefined || here === undefined) return paragraphs;
  const one: Working = {
    ...before,
    picked: before.picked || here.picked,
    text: `${before.text.trim()} ${here.text.trim()}`.trim(),
    sources: [...before.sources, ...here.sources],
    changes: [...before.changes, ...here.changes],
    looked: [...before.looked, ...here.looked],
  };
  return [...paragraphs.slice(0, at - 1), one, ...paragraphs.slice(at + 1)];
}

/** The present texts of its sources become the originals; with `take` they replace what stood there, too. */
export function lookedAt(paragraph: Working, take: boolean): Working {
  const now = new Map(
    paragraph.changes.flatMap(({ key, now: text }) => (text === null ? [] : [[key, text]])),
  );
  const sources = paragraph.sources.map((source) => now.get(source.key) ?? source);
  return {
    ...paragraph,
    sources,
    text: take ? originalText(sources) : paragraph.text,
    changes: paragraph.changes.filter(({ now: text }) => text === null),
    looked: [...paragraph.looked, ...now.keys()],
  };
}

export function taken(paragraphs: readonly Working[], source: GatheredText): readonly Working[] {
  const made = { id: freshId(paragraphs), picked: true, text: source.text, sources: [source] };
  return [...paragraphs, { ...made, changes: [], looked: [] }];
}

export const written = (paragraphs: readonly Working[]): readonly Working[] => [
  ...paragraphs,
  { id: freshId(paragraphs), picked: true, text: '', sources: [], changes: [], looked: [] },
];

/** The first number that no paragraph has. */
function freshId(paragraphs: readonly Working[]): string {
  const used = new Set(paragraphs.map(({ id }) => id));
  let number = paragraphs.length + 1;
  while (used.has(`p-${number}`)) number += 1;
  return `p-${number}`;
}

/** What came from below and stands in no paragraph. */
export function unused(narrative: Narrative, paragraphs: readonly Working[]): Narrative['available'] {
  const used = new Set(paragraphs.flatMap(({ sources }) => sources.map(({ key }) => key)));
  return narrative.available.filter(({ key }) => !used.has(key));
}
