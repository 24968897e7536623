import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Condition, DrawingNode, Key, Members, Selector } from '#model';
import { vi as form } from '../locales/areas/form.ts';
import { vi as inspector } from '../locales/areas/inspector.ts';
import { IDENTITY } from './fresh.ts';
import { bare, describeSchema, shapeOf } from './schema.ts';
import { GROUPS, insideWords } from './words.ts';

const words: Readonly<Record<string, unknown>> = { form, inspector };
const said = (key: string): boolean =>
  typeof key.split('.').reduce<unknown>(
    (at, part) => (at === undefined ? undefined : (at as Record<string, unknown>)[part]), // a tree of texts
    words,
  ) === 'string';

/** Keys that a form of this schema asks the locale for. */
function asked(schema: z.ZodType, labels: string): string[] {
  const described = describeSchema(bare(schema).schema);
  if (described.kind === 'object')
    return Object.entries(described.shape).flatMap(([field, of]) => fieldKeys(of, `${labels}.${field}`));
  if (described.kind === 'variants')
    return [...described.variants].flatMap(([value, variant]) => [
      `${labels}.${described.by}_${value}`,
      ...Object.entries(shapeOf(variant)).flatMap(([field, of]) => fieldKeys(of, `${labels}.${field}`)),
    ]);
  return [];
}

/** Fields with words of their own, whatever the schema is called. */
const OWN: ReadonlySet<z.ZodType> = new Set<z.ZodType>([Condition, Members, Selector]);

function fieldKeys(schema: z.ZodType, name: string): string[] {
  const { schema: inner } = bare(schema);
  if (IDENTITY.has(name.split('.').at(-1) ?? '') && inner === Key && !name.includes('calendar')) return [];
  const described = describeSchema(inner);
  if (described.kind === 'literal') return [];
  const options = described.kind === 'choice' && !name.endsWith('.bound') ? described.options : [];
  const element = described.kind === 'list' ? bare(described.element).schema : inner;
  const within = OWN.has(element) || GROUPS.has(element) ? [] : asked(element, insideWords(inner, name));
  return [name, ...options.map((each) => `${name}_${each}`), ...within];
}

describe('the words of the forms', () => {
  for (const [schema, labels] of GROUPS) {
    if (schema === Members) continue;
    it(`name every field and choice of ${labels}`, () => {
      expect(asked(schema, labels).filter((key) => !said(key))).toEqual([]);
    });
  }

  it('name every field and choice of a level', () => {
    const made = new Set(['inspector.level.id', 'inspector.level.parent']);
    const missing = asked(DrawingNode, 'inspector.level').filter((key) => !said(key) && !made.has(key));
    expect(missing).toEqual([]);
  });
});
