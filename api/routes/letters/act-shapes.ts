import { z } from 'zod';
import { CampaignId, CivilDate, Directive, Office, Text, UnitId } from '#model';
import { LARGEST, expectedRevision, many } from '../shapes.ts';
import { Incoming } from './shapes.ts';
import { type Sent, ShownProblem } from '../../http/shapes.ts';

const comment = z.string().max(2000);
const addedTasks = z.array(Text(4000)).max(50);

export const DraftBody = z.strictObject({
  kind: z.enum(['dissemination', 'chase']),
  campaignId: CampaignId,
  periodKey: z.string().max(60),
  unitId: UnitId.optional(),
  addedTasks: addedTasks.optional(),
  unitIds: z.array(UnitId).min(1).max(4000).optional(),
});
export type DraftBody = Sent<typeof DraftBody>;

export const Drafted = z.strictObject({ id: z.string(), created: z.boolean() });
export type Drafted = z.output<typeof Drafted>;

export const LetterBody = z.strictObject({ document: Directive, addedTasks, expectedRevision });
export type LetterBody = Sent<typeof LetterBody>;

export const RegisterBody = z.strictObject({ campaignId: CampaignId, unitId: UnitId.optional() });
export type RegisterBody = Sent<typeof RegisterBody>;

export const Registered = z.strictObject({
  row: Incoming,
  created: z.boolean(),
  warnings: many(ShownProblem),
});
export type Registered = z.output<typeof Registered>;

export const OpinionBody = z.strictObject({
  opinion: z.string().max(4000).default(''),
  leadPersonId: z.string().max(100).nullable(),
  coordinatorPersonIds: z.array(z.string().max(100)).max(20).default([]),
  dueOn: CivilDate.nullable().default(null),
  afterDeadline: z.boolean().default(false),
  expectedRevision,
});
export type OpinionBody = Sent<typeof OpinionBody>;

export const Opined = z.strictObject({ row: Incoming, assigned: z.int() });
export type Opined = z.output<typeof Opined>;

export const OfficeBody = z.strictObject({ office: Office, expectedRevision: z.int().min(0).max(LARGEST) });
export type OfficeBody = Sent<typeof OfficeBody>;

export const SubmissionBody = z.strictObject({ expectedRevision });
export type SubmissionBody = Sent<typeof SubmissionBody>;

export const ApprovalBody = z.strictObject({ expectedRevision, comment: comment.default('') });
export type ApprovalBody = Sent<typeof ApprovalBody>;

export const ReturnBody = z.strictObject({ expectedRevision, reason: comment });
export type ReturnBody = Sent<typeof ReturnBody>;

export const IssueBody = z.strictObject({ expectedRevision });
export type IssueBody = Sent<typeof IssueBody>;

export const WithdrawalBody = z.strictObject({ expectedRevision, reason: comment.default('') });
export type WithdrawalBody = Sent<typeof WithdrawalBody>;
