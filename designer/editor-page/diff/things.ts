import type { ThingKind } from './change.ts';

/** Lists of things that are told one by one; everything else is a field, told as a whole. */
export const LISTS: Readonly<Partial<Record<ThingKind, Readonly<Record<string, ThingKind>>>>> = {
  drawing: {
    parameters: 'parameter',
    events: 'event',
    reports: 'report',
    targets: 'target',
    nodes: 'node',
  },
  report: { indicators: 'indicator', sections: 'section', attachments: 'attachment' },
  node: {
    subgroups: 'subgroup',
    sharedTasks: 'sharedTask',
    tasks: 'task',
    actorTasks: 'actorTask',
    obligations: 'obligation',
    information: 'information',
  },
  letter: {
    legalBasis: 'legalBasis',
    addressees: 'addressee',
    recipients: 'recipient',
    paragraphs: 'paragraph',
  },
};

/** Parts of a thing without a name of their own: their fields are told as the thing's. */
export const PARTS: Readonly<Partial<Record<ThingKind, readonly string[]>>> = {
  node: ['dissemination', 'consolidation'],
};

/** Says nothing to people: positions, and the number of the file format. */
export const SILENT: ReadonlySet<string> = new Set(['layout', 'formatVersion']);

/**
 * What makes two entries of a list the same thing. By what they carry, since a list holds one kind only:
 * an obligation is one report of one sub-group, a target one indicator over one level.
 */
export function identityOf(entry: object): string {
  const { id, key, report, indicator, node, members, documentCode, title, text, name, kind, extensions } =
    entry as Readonly<Record<string, unknown>>; // plain data: absent ones are undefined
  if (typeof id === 'string') return id;
  if (typeof key === 'string') return key;
  if (report !== undefined) return written([report, indicator, node, members]);
  if (documentCode !== undefined) return written([documentCode, documentCode === null ? title : null]);
  if (typeof text === 'string') return text;
  if (typeof name === 'string') return name;
  if (extensions !== undefined && typeof kind === 'string') return kind;
  return written(entry);
}

/** The database gives the keys of an object back in an order of its own. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => a.localeCompare(b)))
      : each,
  );
