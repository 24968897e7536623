import { z } from 'zod';
import { Key } from './ids.ts';
import { Decimal } from './report-form.ts';

/** A stored figure. Empty is absent from the record: it is not zero and not nil (C12). */
export const Value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: Decimal }),
  z.object({ kind: z.literal('ratio'), numerator: Decimal, denominator: Decimal }),
  z.object({ kind: z.literal('text'), text: z.string().max(8000) }),
  z.object({ kind: z.literal('list'), items: z.array(z.string().max(500)).max(500) }),
  z.object({ kind: z.literal('yesNo'), yes: z.boolean() }),
]);
export type Value = z.infer<typeof Value>;
export const Values = z.record(Key, Value);
export type Values = z.infer<typeof Values>;

/**
 * What an official or a system sends for one indicator: Vietnamese text (`1.234,5`), a JSON number,
 * a boolean, a list, or the two parts of a ratio. `engine/numbers` turns it into a `Value` or says why not.
 */
export const RawValue = z.union([
  z.string().max(8000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(500),
  z.object({ numerator: z.union([z.string(), z.number()]), denominator: z.union([z.string(), z.number()]) }),
  z.null(),
]);
export type RawValue = z.infer<typeof RawValue>;

export const ReportInput = z.strictObject({
  /** Báo cáo không phát sinh: counts as reported, with zeros. */
  nil: z.boolean().default(false),
  values: z.record(Key, RawValue).default({}),
  sections: z.record(Key, z.string().max(20_000)).default({}),
  /** Ids from the upload of attachments. */
  attachments: z.array(z.uuid()).max(40).default([]),
  note: z.string().max(4000).default(''),
});
export type ReportInput = z.infer<typeof ReportInput>;
