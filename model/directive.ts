import { z } from 'zod';
import { Key, Text, UnitId } from './ids.ts';

/** State: `1680/SCT-QLTM`, `28/CT-TTg`. Party: `1101-CV/TU` (hyphen first, slash second). `Đ` and `&` are significant. */
export const DocumentSystem = z.enum(['state', 'party', 'front']);
export type DocumentSystem = z.infer<typeof DocumentSystem>;

/** A date that a draft may know only in part: "ngày … tháng 11 năm 2024". */
export const PartialDate = z
  .object({
    year: z.int().min(1945).max(2200),
    month: z.int().min(1).max(12).nullable(),
    day: z.int().min(1).max(31).nullable(),
  })
  .refine((date) => date.month !== null || date.day === null, {
    error: 'a day needs its month',
    path: ['day'],
  })
  .refine(
    (date) =>
      date.day === null ||
      date.month === null ||
      date.day <= new Date(Date.UTC(date.year, date.month, 0)).getUTCDate(),
    {
      error: 'impossible date',
      path: ['day'],
    },
  );
export type PartialDate = z.infer<typeof PartialDate>;

export const LegalBasis = z.object({
  /** Full code as written, null where the source gives none. Checked against the system's grammar. */
  documentCode: z.string().max(60).nullable(),
  type: z.string().max(60).nullable().default(null),
  title: z.string().max(1000).default(''),
  issuedDate: PartialDate.nullable().default(null),
  body: z.string().max(200),
  system: DocumentSystem.default('state'),
  relation: z.enum(['implements', 'coordinatesAtRequest', 'policyBackground']),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

export const Purpose = z.enum([
  'forAction',
  'forReport',
  'forInformation',
  'forCoordination',
  'publication',
  'archive',
]);
export type Purpose = z.infer<typeof Purpose>;

export const Recipient = z.object({
  name: Text(200),
  purpose: Purpose,
  unit: UnitId.nullable().default(null),
  /** "Như trên": the addressees. Only they get tasks. */
  sameAsAddressees: z.boolean().default(false),
});
export type Recipient = z.infer<typeof Recipient>;

export const Signature = z.object({
  /** TM. KT. TL. TUQ. Q., stacked from the outside in; may be empty. */
  authority: z
    .array(z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']))
    .max(3)
    .default([]),
  /** One title per line: `ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  titles: z.array(z.string().max(120)).max(4).default([]),
  name: z.string().max(120).nullable().default(null),
});
export type Signature = z.infer<typeof Signature>;

export const Directive = z.object({
  /** Null until it is issued. */
  codeNumber: z
    .string()
    .regex(/^\d{1,11}$/)
    .nullable(),
  codeNotation: z.string().min(1).max(30),
  system: DocumentSystem.default('state'),
  documentType: Text(100),
  subject: Text(500),
  issuedDate: PartialDate.nullable(),
  place: z.string().max(100),
  issuingBody: Text(200),
  parentBody: z.string().max(200).nullable().default(null),
  draftingUnit: z.string().max(200).nullable().default(null),
  legalBasis: z.array(LegalBasis).max(60).default([]),
  /** Kính gửi, each bound to a node of the drawing (or to none). */
  addressees: z.array(z.object({ text: Text(300), node: Key.nullable().default(null) })).default([]),
  paragraphs: z.array(z.string().max(8000)).max(200).default([]),
  recipients: z.array(Recipient).default([]),
  electronicOnly: z.boolean().default(false),
  signature: Signature.nullable().default(null),
  urgency: z.enum(['ordinary', 'urgent', 'veryUrgent', 'express']).default('ordinary'),
  /**
   * Độ mật: MẬT, TỐI MẬT, TUYỆT MẬT. Absent where there is none, never null: letters that were stored before
   * there was a mark are read, compared and hashed as they are.
   */
  confidentiality: z.enum(['confidential', 'secret', 'topSecret']).optional(),
});
export type Directive = z.infer<typeof Directive>;
