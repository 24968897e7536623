import { z } from 'zod';
import { CivilDate, ReportForm, ReportInput, TimeOfDay, Values } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { CampaignView, DueStep, Task } from '../campaigns/shapes.ts';
import { day, expectedRevision, instant, many, maybe } from '../shapes.ts';

export const Status = z.enum([
  'dormant',
  'open',
  'acknowledged',
  'submitted',
  'returned',
  'accepted',
  'cancelled',
]);
const unit = z.string();

const row = {
  id: z.string(),
  campaignId: z.string(),
  periodKey: z.string(),
  seq: z.int(),
  unitId: unit,
  unitName: z.string(),
  chain: z.string(),
  disseminatorUnitId: unit,
  collectorUnitId: maybe(unit),
  recipientUnitIds: many(unit),
  recipientMode: z.enum(['all', 'any']),
  kind: z.enum(['report', 'acknowledge']),
  reportId: maybe(z.string()),
  dueKey: z.string(),
  acceptance: z.enum(['official', 'automatic']),
  consolidates: z.boolean(),
  taskIds: many(z.string()),
  targets: z.record(z.string(), z.string()),
  status: Status,
  onlyIf: maybe(z.string()),
  openedAt: instant,
  dueAt: maybe(instant),
  dueDate: maybe(day),
  dueBound: maybe(z.enum(['before', 'by'])),
  dueByWorkingDays: z.boolean(),
  dueWhy: many(DueStep),
  remindAt: many(instant),
  reminded: z.int(),
  escalateAt: maybe(instant),
  escalatedAt: maybe(instant),
  overdueAt: maybe(instant),
  reworkDueAt: maybe(instant),
  reworkOverdueAt: maybe(instant),
  acknowledgedAt: maybe(instant),
  acknowledgedBy: maybe(z.string()),
  acknowledgedOnBehalfOf: maybe(z.string()).describe('Người được thay, khi tiếp nhận thay'),
  firstCompleteAt: maybe(instant),
  countedAt: maybe(instant),
  countedAgainst: maybe(instant),
  acceptedAt: maybe(instant),
  version: z.int(),
  acceptedVersion: maybe(z.int()),
  returnReason: maybe(z.string()),
  closed: z.boolean(),
  revision: z.int(),
  // C7: the two axes, on the campaign's clock
  done: z.boolean(),
  timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
};
export const ListedObligation = z.strictObject({ ...row, campaignTitle: z.string() });
export type ListedObligation = z.output<typeof ListedObligation>;

export const ReportVersion = z.strictObject({
  id: z.string(),
  obligationId: z.string(),
  no: z.int(),
  kind: z.enum(['ordinary', 'nil', 'consolidated', 'supplementary']),
  complete: z.boolean(),
  values: Values,
  sections: z.record(z.string(), z.string()),
  note: z.string(),
  consolidationId: maybe(z.string()),
  late: z.boolean(),
  workingDaysLate: z.int(),
  hash: z.string().describe('SHA-256 của nội dung: biên nhận'),
  receivedAt: instant,
  submittedBy: z.string(),
  submittedByName: maybe(z.string()),
  onBehalfOfName: maybe(z.string()).describe('Người được thay, khi nộp thay'),
  state: z.enum(['submitted', 'accepted', 'returned', 'superseded']),
  decidedAt: maybe(instant),
  decidedBy: maybe(z.string()),
  decidedByName: maybe(z.string()),
  decidedForName: maybe(z.string()).describe('Người được thay, khi duyệt hoặc trả lại thay'),
  reason: maybe(z.string()),
  attachmentIds: many(z.string()),
});
export type ReportVersion = z.output<typeof ReportVersion>;

export const Attachment = z.strictObject({
  id: z.string(),
  obligationId: z.string(),
  reportVersionId: maybe(z.string()),
  kind: z.string(),
  fileName: z.string(),
  extension: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: instant,
  uploadedBy: z.string(),
});
export type Attachment = z.output<typeof Attachment>;

const extension = {
  id: z.string(),
  obligationId: z.string(),
  oldDueAt: instant,
  askedDueAt: instant,
  askedDate: day,
  reason: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  askedByName: maybe(z.string()),
  askedForName: maybe(z.string()),
  state: z.enum(['asked', 'granted', 'refused', 'countered']),
  grantedDueAt: maybe(instant),
  beyondParent: z.boolean(),
  decidedAt: maybe(instant),
  decidedBy: maybe(z.string()),
  decidedByName: maybe(z.string()),
  decidedForName: maybe(z.string()),
  decisionReason: maybe(z.string()),
};
export const Extension = z.strictObject(extension);
export type Extension = z.output<typeof Extension>;
export const DecidedExtension = z.strictObject({ ...extension, status: Status, revision: z.int() });
export type DecidedExtension = z.output<typeof DecidedExtension>;
export const Decided = z.strictObject({ status: Status, revision: z.int() });
export type Decided = z.output<typeof Decided>;
const ReceiptOfRecord = z.strictObject({
  unitId: unit,
  receivedAt: instant,
  receivedBy: z.string(),
});

export const ObligationDetails = z.strictObject({
  ...row,
  campaign: CampaignView,
  periodLabel: z.string(),
  form: maybe(ReportForm),
  tasks: many(Task),
  letter: maybe(
    z.strictObject({
      codeNumber: z.string().optional(),
      codeNotation: z.string().optional(),
      issuedDate: z.string().optional(),
      subject: z.string().optional(),
      addedTasks: many(z.string()),
    }),
  ),
  versions: many(ReportVersion),
  attachments: many(Attachment),
  extensions: many(Extension),
  receipts: many(ReceiptOfRecord),
  complete: z.boolean(),
});
export type ObligationDetails = z.output<typeof ObligationDetails>;

export const SubmissionReceipt = z.strictObject({
  no: z.int(),
  kind: z.enum(['ordinary', 'nil', 'consolidated', 'supplementary']),
  late: z.boolean(),
  workingDaysLate: z.int(),
  receivedAt: instant,
  hash: z.string(),
  status: Status,
  revision: z.int(),
});
export type SubmissionReceipt = z.output<typeof SubmissionReceipt>;

export const Confirmed = z.strictObject({ items: many(ReceiptOfRecord) });

export const AcknowledgeBody = z.strictObject({ expectedRevision: expectedRevision.optional() });
export type AcknowledgeBody = Sent<typeof AcknowledgeBody>;

export const ReportBody = z.strictObject({
  ...ReportInput.shape,
  expectedRevision: expectedRevision.optional(),
});
export type ReportBody = Sent<typeof ReportBody>;

export const ExtensionBody = z.strictObject({
  date: CivilDate,
  time: TimeOfDay.nullable().default(null),
  reason: z.string().max(4000),
  expectedRevision: expectedRevision.optional(),
});
export type ExtensionBody = Sent<typeof ExtensionBody>;

export const DecisionBody = z.strictObject({
  decision: z.enum(['grant', 'refuse', 'counter']),
  date: CivilDate.optional(),
  time: TimeOfDay.nullable().optional(),
  beyondParent: z.boolean().default(false),
  reason: z.string().max(4000).optional(),
  // of the obligation: whoever decides has seen what came in meanwhile
  expectedRevision,
});
export type DecisionBody = Sent<typeof DecisionBody>;
