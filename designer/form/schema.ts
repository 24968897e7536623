import { z } from 'zod';

/** What a form can make of a schema, without the wrappers around it. */
export type Described = { readonly nullable: boolean; readonly optional: boolean } & (
  | { readonly kind: 'text'; readonly max: number | null }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'object'; readonly shape: Readonly<Record<string, z.ZodType>> }
  | {
      readonly kind: 'variants';
      readonly by: string;
      readonly variants: ReadonlyMap<string, z.ZodObject>;
    }
  | { readonly kind: 'list'; readonly element: z.ZodType }
  | { readonly kind: 'other' }
);

interface Bare {
  readonly schema: z.ZodType;
  readonly nullable: boolean;
  readonly optional: boolean;
}

/** zod's own types speak of its core; every schema of ours is of the classic kind. */
const classic = (schema: unknown): z.ZodType => schema as z.ZodType;

/** The schema inside defaults, nullable and optional. */
export function bare(schema: z.ZodType): Bare {
  let at: Bare = { schema, nullable: false, optional: false };
  for (;;) {
    const { schema: here } = at;
    if (here instanceof z.ZodDefault || here instanceof z.ZodPrefault || here instanceof z.ZodReadonly)
      at = { ...at, schema: classic(here.def.innerType) };
    else if (here instanceof z.ZodNullable)
      at = { ...at, nullable: true, schema: classic(here.def.innerType) };
    else if (here instanceof z.ZodOptional)
      at = { ...at, optional: true, schema: classic(here.def.innerType) };
    else return at;
  }
}

export function describeSchema(schema: z.ZodType): Described {
  const { schema: here, nullable, optional } = bare(schema);
  const wrapped = { nullable, optional };
  if (here instanceof z.ZodPipe) {
    // trimmed text: what comes out of the pipe has the limits
    return { ...describeSchema(classic(here.def.out)), ...wrapped };
  }
  if (here instanceof z.ZodNumber) {
    const whole = here.def.checks?.length !== 0 && here.safeParse(0.5).success === false;
    return { kind: 'number', whole, ...limitsOf(here), ...wrapped };
  }
  if (here.def.type === 'string') return { kind: 'text', max: longest(here), ...wrapped };
  if (here instanceof z.ZodEnum) return { kind: 'choice', options: here.options.map(String), ...wrapped };
  if (here instanceof z.ZodBoolean) return { kind: 'switch', ...wrapped };
  if (here instanceof z.ZodLiteral) return { kind: 'literal', value: [...here.values][0], ...wrapped };
  if (here instanceof z.ZodArray) return { kind: 'list', element: classic(here.def.element), ...wrapped };
  if (here instanceof z.ZodObject) return { kind: 'object', shape: shapeOf(here), ...wrapped };
  if (here instanceof z.ZodDiscriminatedUnion) {
    const by = here.def.discriminator;
    return { kind: 'variants', by, variants: variantsOf(here, by), ...wrapped };
  }
  return { kind: 'other', ...wrapped };
}

export const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.ZodType>> =>
  // the fields of a classic object are classic
  schema.shape as Readonly<Record<string, z.ZodType>>;

function variantsOf(union: z.ZodDiscriminatedUnion, by: string): ReadonlyMap<string, z.ZodObject> {
  const variants = new Map<string, z.ZodObject>();
  for (const option of union.options) {
    if (!(option instanceof z.ZodObject)) continue;
    const literal = shapeOf(option)[by];
    if (literal instanceof z.ZodLiteral)
      for (const value of literal.values) variants.set(String(value), option);
  }
  return variants;
}

/** Some fields of an object, in the order of `names`. */
export function pick(schema: z.ZodObject, names: readonly string[]): z.ZodObject {
  const shape = shapeOf(schema);
  return z.object(
    Object.fromEntries(
      names.flatMap((name) => {
        const field = shape[name];
        return field === undefined ? [] : [[name, field]];
      }),
    ),
  );
}

interface Check {
  readonly check: string;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly maximum?: number;
}

/** zod publishes the limits of a schema only as a list of checks. */
const checksOf = (schema: z.ZodType): readonly Check[] =>
  (schema.def.checks ?? []).map((each) => each._zod.def as unknown as Check);

function limitsOf(schema: z.ZodType): { readonly min: number; readonly max: number } {
  let min = Number.MIN_SAFE_INTEGER;
  let max = Number.MAX_SAFE_INTEGER;
  for (const { check, value, inclusive } of checksOf(schema)) {
    if (value === undefined) continue;
    if (check === 'greater_than') min = Math.max(min, inclusive === true ? value : value + 1);
    if (check === 'less_than') max = Math.min(max, inclusive === true ? value : value - 1);
  }
  return { min, max };
}

const longest = (schema: z.ZodType): number | null =>
  checksOf(schema).find(({ check }) => check === 'max_length')?.maximum ?? null;
