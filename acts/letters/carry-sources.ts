import { isDeepStrictEqual } from 'node:util';
import type { LetterSources } from '#db';
import type { Directive } from '#model';

const LISTS = ['legalBasis', 'addressees', 'paragraphs', 'recipients'] as const;
type ListField = (typeof LISTS)[number];
const isList = (field: string): field is ListField => LISTS.some((each) => each === field);

interface Edited {
  readonly before: Directive;
  readonly after: Directive;
  readonly sources: LetterSources;
  /** Who wrote what is new. */
  readonly name: string;
}

/** Where each part comes from after an edit: what stayed keeps its source, wherever it moved; what is new is its writer's. */
export function carrySources({ before, after, sources, name }: Edited): LetterSources {
  const edited = { code: 'edited', params: { name } };
  const carried: Record<string, LetterSources[string]> = {};
  for (const [field, value] of Object.entries(after)) {
    const old = Object.getOwnPropertyDescriptor(before, field)?.value as unknown;
    if (isList(field)) {
      for (const [at, source] of entriesOf(field, { before, after, sources, edited }))
        carried[`${field}.${at}`] = source;
    }
    const whole = sources[field];
    if (isDeepStrictEqual(value, old)) {
      if (whole !== undefined) carried[field] = whole;
    } else if (!isList(field)) carried[field] = edited;
  }
  return carried;
}

function entriesOf(
  field: ListField,
  { before, after, sources, edited }: Omit<Edited, 'name'> & { readonly edited: LetterSources[string] },
): [number, LetterSources[string]][] {
  const left = before[field].map((entry, at) => ({
    entry,
    source: sources[`${field}.${at}`] ?? sources[field],
  }));
  return [...after[field].entries()].flatMap(([at, entry]): [number, LetterSources[string]][] => {
    const found = left.findIndex((each) => isDeepStrictEqual(each.entry, entry));
    const [same] = found === -1 ? [] : left.splice(found, 1);
    if (same === undefined) return [[at, edited]];
    return same.source === undefined ? [] : [[at, same.source]];
  });
}
