import { z } from 'zod';
import { Bound, CivilDate, Condition, Key, Selector, TimeOfDay, UnitId } from '#model';
import { freeKey } from '../drawing/keys.ts';
import { bare, describeSchema } from './schema.ts';

/** What a new entry is made from where its schema leaves it open. */
export interface Seed {
  /** Text of what may not stay empty, and what keys are made of. */
  readonly name: string;
  readonly day: CivilDate;
  /** Keys that the neighbours have. */
  readonly taken: readonly string[];
  /** The first of what a key of that field may name; undefined where there is none yet, null where it names nothing. */
  readonly reference: (field: string) => string | null | undefined;
}

/** Fields by which others refer to an entry: made, never typed. */
export const IDENTITY: ReadonlySet<string> = new Set(['id', 'key']);

/** How much earlier than the level above, while nobody said otherwise. */
const USUAL: Readonly<Record<string, number>> = { workingDays: 3, hours: 24 };

/** Sooner in the day than most, and after the office has opened. */
const MORNING: TimeOfDay = '08:00';

/**
 * A value to begin with. Usually the schema accepts it; where nobody can guess (a unit, a report in a
 * drawing without reports) it does not, and whoever adds it has to ask the schema.
 */
export function fresh(schema: z.ZodType, seed: Seed, field = ''): unknown {
  const whole = schema.safeParse(undefined);
  if (whole.success) return whole.data;
  const { schema: inner, nullable } = bare(schema);
  if (nullable) return null;
  const known = knownValue(inner, seed, field);
  if (known !== undefined) return known;
  const described = describeSchema(inner);
  switch (described.kind) {
    case 'text':
      return inner.safeParse('').success
        ? ''
        : inner.safeParse('0').success
          ? textOrZero(inner, seed)
          : seed.name;
    case 'number':
      return Math.min(Math.max(USUAL[field] ?? 0, described.min), described.max);
    case 'choice':
      return described.options[0];
    case 'switch':
      return false;
    case 'literal':
      return described.value;
    case 'list':
      return inner.safeParse([]).success ? [] : [fresh(described.element, seed, field)];
    case 'object':
      return entries(described.shape, seed);
    case 'variants': {
      const [first] = described.variants.values();
      return first === undefined ? undefined : fresh(first, seed, field);
    }
    case 'other':
      // a value, or a parameter in its place: the value
      return inner instanceof z.ZodUnion ? fresh(firstOf(inner), seed, field) : undefined;
  }
}

/** The options of a union of ours are schemas of the classic kind. */
const firstOf = (union: z.ZodUnion): z.ZodType => union.options[0] as z.ZodType;

/** A figure written as text begins at nought; everything else takes the name. */
const textOrZero = (schema: z.ZodType, { name }: Seed): string =>
  schema.safeParse(name).success ? name : '0';

function knownValue(schema: z.ZodType, seed: Seed, field: string): unknown {
  if (schema === Key) return key(seed, field);
  // nobody can guess a unit
  if (schema === UnitId) return '';
  if (schema === CivilDate) return seed.day;
  if (schema === TimeOfDay) return MORNING;
  if (schema === Bound) return 'before' satisfies Bound;
  if (schema === Selector)
    return { kind: 'ofKind', unitKinds: [], within: 'parent', where: [] } satisfies Selector;
  if (schema === Condition) return { attribute: '$type', op: 'eq', value: '' } satisfies Condition;
  return undefined;
}

function key({ name, taken, reference }: Seed, field: string): string {
  const named = IDENTITY.has(field) ? null : reference(field);
  return named === null ? freeKey(name, taken) : (named ?? '');
}

function entries(shape: Readonly<Record<string, z.ZodType>>, seed: Seed): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(shape)) {
    const value = fresh(schema, seed, field);
    if (value !== undefined) made[field] = value;
  }
  return made;
}

/** Another variant: what both have in common is kept, the rest begins anew. */
export function switched(
  variant: z.ZodObject,
  before: Readonly<Record<string, unknown>>,
  seed: Seed,
): unknown {
  const described = describeSchema(variant);
  if (described.kind !== 'object') return fresh(variant, seed);
  const made = entries(described.shape, seed);
  for (const [field, schema] of Object.entries(described.shape)) {
    const { kind } = describeSchema(schema);
    if (kind === 'literal' || !(field in before)) continue;
    if (schema.safeParse(before[field]).success) made[field] = before[field];
  }
  return made;
}
