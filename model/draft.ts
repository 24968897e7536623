import { z } from 'zod';
import { Key } from './ids.ts';
import { RawValue, ReportInput } from './report.ts';

/** What is being written: the same fields as a report that is sent, complete or not. */
export type DraftContent = ReportInput;

/**
 * Only the fields that changed, so that two officials who write different ones lose nothing. `values`: null
 * empties the field. `attachments`: true chooses a file for the report, false leaves it out.
 */
export const DraftChange = z.strictObject({
  nil: z.boolean().optional(),
  values: z.record(Key, RawValue).optional(),
  sections: z.record(Key, z.string().max(20_000)).optional(),
  note: z.string().max(4000).optional(),
  attachments: z.record(z.uuid(), z.boolean()).optional(),
});
export type DraftChange = z.infer<typeof DraftChange>;

/** Who wrote a field last; `revision` is that of the draft it came with. */
export const DraftMark = z.strictObject({ by: z.string(), at: z.string(), revision: z.int() });
export type DraftMark = z.infer<typeof DraftMark>;

/** A draft as it is kept; `fields` by name: `values.<id>`, `sections.<id>`, `attachments.<id>`, `note`, `nil`. */
export const DraftBody = z.strictObject({ ...ReportInput.shape, fields: z.record(z.string(), DraftMark) });
export type DraftBody = z.infer<typeof DraftBody>;
