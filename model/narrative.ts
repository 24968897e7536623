import { z } from 'zod';
import { Key } from './ids.ts';

/** A text that came from below: the unit that wrote it, and the report through which it arrived. */
export const GatheredText = z.strictObject({
  /** `<obligation>/<unit>`: one unit's text of one section, whichever version of the report it stands in. */
  key: z.string().min(1).max(200),
  unitId: z.string().max(120),
  unitName: z.string().max(300),
  /** Unit whose consolidation carried the text here; null where the unit reports here itself. */
  viaUnitName: z.string().max(300).nullable(),
  /** Version of the report that it was read in. */
  version: z.int().min(1),
  text: z.string(),
});
export type GatheredText = z.infer<typeof GatheredText>;

/** One paragraph of a consolidation's narrative. Without sources it is the unit's own. */
export const NarrativeParagraph = z.strictObject({
  id: Key,
  /** Left out, it stays here to be looked at and is not part of the report. */
  picked: z.boolean(),
  text: z.string(),
  /** The texts as they were when they were taken over: several where paragraphs were merged. */
  sources: z.array(GatheredText).readonly(),
});
export type NarrativeParagraph = z.infer<typeof NarrativeParagraph>;

/** What a person sends of a paragraph: the originals of its sources are the server's to know. */
export const NarrativeEdit = z.strictObject({
  id: Key,
  picked: z.boolean(),
  /** Null: the words of its sources, unchanged; hundreds of them need not travel with every save. */
  text: z.string().max(20_000).nullable(),
  sources: z.array(z.string().min(1).max(200)).max(200),
  /** Of the sources: those that were looked at anew, whose present text becomes the original. */
  looked: z.array(z.string().min(1).max(200)).max(200).default([]),
});
export type NarrativeEdit = z.infer<typeof NarrativeEdit>;

/** The text that sources make where nobody has changed a word. */
export const originalText = (sources: readonly Pick<GatheredText, 'text'>[]): string =>
  sources.map(({ text }) => text).join('\n');

/** True where the words are no longer (only) those of the units they came from. */
export const isEdited = ({ text, sources }: Pick<NarrativeParagraph, 'text' | 'sources'>): boolean =>
  text.trim() !== originalText(sources).trim();

/** As it stands in the report: what one unit wrote is said with its name, an edited text is the consolidating unit's. */
export function printedParagraph(paragraph: Pick<NarrativeParagraph, 'text' | 'sources'>): string {
  const [only, ...more] = paragraph.sources;
  const text = paragraph.text.trim();
  return only !== undefined && more.length === 0 && !isEdited(paragraph) ? `${only.unitName}: ${text}` : text;
}

/** The section as it is signed: what is picked, in order. */
export const printedNarrative = (paragraphs: readonly NarrativeParagraph[]): string =>
  paragraphs
    .filter(({ picked, text }) => picked && text.trim() !== '')
    .map(printedParagraph)
    .join('\n');

/** The narratives of a consolidation as they were signed: report form → section → paragraphs. */
export type SignedNarrative = Readonly<
  Record<string, Readonly<Record<string, readonly NarrativeParagraph[]>>>
>;
