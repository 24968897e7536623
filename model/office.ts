import { z } from 'zod';
import { ROLES } from './principal.ts';
import { DocumentSystem } from './directive.ts';

/** One step of an approval: anybody (`any`) or everybody (`all`) of those named, by role in the unit or by person. */
export const ApprovalStep = z.strictObject({
  mode: z.enum(['any', 'all']),
  roles: z.array(z.enum(ROLES)).max(6).default([]),
  personIds: z.array(z.string().max(100)).max(20).default([]),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** Chuyên viên drafts → these steps → văn thư issues. */
export const ApprovalChain = z.strictObject({
  steps: z.array(ApprovalStep).max(5),
  /** Whether whoever drafted a letter may also approve it. */
  selfApproval: z.boolean(),
});
export type ApprovalChain = z.infer<typeof ApprovalChain>;

/** What a unit's letters look like and how they leave the house. */
export const Office = z.strictObject({
  /** Name as it stands at the head of a letter; null: the unit's name. */
  issuingBody: z.string().max(200).nullable().default(null),
  parentBody: z.string().max(200).nullable().default(null),
  /** Part of the notation after the type: `UBND-KT` in `15/UBND-KT`. */
  notation: z.string().min(1).max(30),
  system: DocumentSystem.default('state'),
  /** Địa danh, e.g. `Bắc Kạn`. */
  place: z.string().max(100),
  signatureTitles: z.array(z.string().max(120)).max(4).default([]),
  signatureAuthority: z
    .array(z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']))
    .max(3)
    .default([]),
  signerName: z.string().max(120).nullable().default(null),
  approval: ApprovalChain.default({
    steps: [{ mode: 'any', roles: ['leader'], personIds: [] }],
    selfApproval: false,
  }),
});
export type Office = z.infer<typeof Office>;
