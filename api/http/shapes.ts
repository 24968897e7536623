import { z } from 'zod';

/** A problem or warning as every answer shows it: the stable code and both sentences. */
export const ShownProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  vi: z.string(),
  en: z.string(),
});
export type ShownProblem = z.output<typeof ShownProblem>;

/** RFC 9457 with the stable `code`, both languages and every single problem. */
export const ProblemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
  instance: z.string(),
  problems: z.array(ShownProblem),
});
export type ProblemDocument = z.output<typeof ProblemDocument>;

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** What may be sent for a body: nothing changes it on the way. */
export type Sent<S extends z.ZodType> = Frozen<z.input<S>>;

/** A list read page by page. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).readonly(), nextCursor: z.string().nullable() });
export type Page<T> = z.output<ReturnType<typeof listOf<z.ZodType<T>>>>;

/** A list that is small enough to come whole. */
export const wholeList = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).readonly() });
export type Items<T> = z.output<ReturnType<typeof wholeList<z.ZodType<T>>>>;
