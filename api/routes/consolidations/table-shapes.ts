import { z } from 'zod';
import { GatheredText, Indicator, NarrativeEdit, NarrativeParagraph, ReportForm, Value } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { Status } from '../obligations/shapes.ts';
import { LARGEST, day, instant, many, maybe } from '../shapes.ts';
import { Coverage, Difference, OwnPart, TargetResult } from './shapes.ts';

const Version = z.strictObject({
  no: z.int(),
  kind: z.enum(['ordinary', 'nil', 'consolidated', 'supplementary']),
  state: z.enum(['submitted', 'accepted', 'returned', 'superseded']),
  values: z.record(z.string(), Value),
  receivedAt: instant,
  byName: maybe(z.string()),
  onBehalfOfName: maybe(z.string()),
  attachments: z.int(),
  hash: z.string(),
});

export const Row = z.strictObject({
  obligationId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  reportId: z.string(),
  consolidates: z.boolean().describe('Bản thân đơn vị này cũng tổng hợp từ cấp dưới'),
  status: Status,
  counts: z.boolean().describe('Số liệu đang được tính vào tổng'),
  timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
  lateDays: z.int().describe('Số ngày làm việc muộn, đến lúc nộp hoặc đến bây giờ'),
  dueAt: maybe(instant),
  reworkDueAt: maybe(instant),
  returnReason: maybe(z.string()),
  targets: z.record(z.string(), z.string()),
  version: z.int(),
  acceptedVersion: maybe(z.int()),
  revision: z.int(),
  shown: maybe(Version).describe(
    'Bản có số liệu hiện trong bảng: bản đã duyệt, nếu chưa có thì bản đang chờ',
  ),
  latest: maybe(Version.omit({ values: true })),
  askedExtension: maybe(
    z.strictObject({
      id: z.string(),
      askedDueAt: instant,
      askedDate: day,
      reason: z.string(),
      askedAt: instant,
      askedByName: maybe(z.string()),
    }),
  ),
  lastReminder: maybe(z.strictObject({ kind: z.string(), at: instant })),
  ownReport: z
    .boolean()
    .describe('Người gọi đã lập bản mới nhất: không được duyệt hay trả lại (obligation.ownWorkForbidden)'),
  ownRequest: z.boolean().describe('Người gọi đã xin gia hạn: không được quyết định đề nghị này'),
});
export type Row = z.output<typeof Row>;

export const Total = z.strictObject({
  aggregate: Indicator.shape.aggregate,
  value: maybe(Value),
  count: z.int(),
  own: maybe(Value).describe('Phần của chính đơn vị tổng hợp'),
});
export type Total = z.output<typeof Total>;

export const Revision = z.strictObject({
  revision: z.int(),
  state: z.enum(['draft', 'signed']),
  drawnAt: instant,
  signedAt: maybe(instant),
  signedByName: maybe(z.string()),
  signedOnBehalfOfName: maybe(z.string()),
  owed: z.int(),
  accepted: z.int(),
  differences: z.int(),
});
export type Revision = z.output<typeof Revision>;

export const Upward = z.strictObject({
  obligationId: z.string(),
  reportId: maybe(z.string()),
  collectorId: maybe(z.string()).describe('Đơn vị nhận bản tổng hợp này'),
  collectorName: maybe(z.string()),
  status: Status,
  dueAt: maybe(instant),
  reworkDueAt: maybe(instant),
  returnReason: maybe(z.string()),
  version: z.int(),
  acceptedVersion: maybe(z.int()),
  revision: maybe(z.int()).describe('Bản tổng hợp đã nộp lên gần nhất'),
  receivedAt: maybe(instant),
  hash: maybe(z.string()),
});
export type Upward = z.output<typeof Upward>;

export const CollectTable = z.strictObject({
  campaign: z.strictObject({
    id: z.string(),
    title: z.string(),
    mode: z.enum(['live', 'rehearsal']),
    status: z.enum(['running', 'closed', 'cancelled']),
    now: instant,
    documentCode: maybe(z.string()),
    subject: maybe(z.string()),
  }),
  unitId: z.string(),
  unitName: z.string(),
  periodKey: z.string(),
  periodLabel: z.string(),
  forms: many(ReportForm),
  rows: many(Row),
  totals: z.record(z.string(), z.record(z.string(), Total)),
  targets: z.record(z.string(), z.record(z.string(), TargetResult)),
  coverage: Coverage,
  differences: z.record(z.string(), many(Difference)),
  ownPart: maybe(OwnPart),
  revision: z.int(),
  signedRevision: z.int(),
  submittedRevision: z.int(),
  sign: z.enum(['automatic', 'official']),
  cutoffAt: maybe(instant).describe(
    'Chậm nhất lúc này bản dự thảo được lập; null: khi mọi báo cáo đã được duyệt',
  ),
  workingDays: many(day).describe('Các ngày làm việc sắp tới, để chọn hạn nộp lại'),
  revisions: many(Revision),
  upward: many(Upward),
});
export type CollectTable = z.output<typeof CollectTable>;

export const SectionNarrative = z.strictObject({
  reportId: z.string(),
  sectionId: z.string(),
  title: z.string(),
  revision: z.int().describe('0: chưa ai sửa; các đoạn là toàn bộ phần lời gom được'),
  updatedAt: maybe(instant),
  updatedByName: maybe(z.string()),
  paragraphs: many(
    NarrativeParagraph.extend({
      changes: many(z.strictObject({ key: z.string(), now: maybe(GatheredText) })).describe(
        'Nguồn đã khác so với khi lấy vào',
      ),
    }),
  ),
  available: many(GatheredText.extend({ behind: z.boolean() })),
  printed: z.string().describe('Nội dung mục như sẽ được ký'),
});
export type SectionNarrative = z.output<typeof SectionNarrative>;

export const NarrativeBody = z.strictObject({
  expectedRevision: z.int().min(0).max(LARGEST).describe('revision đã đọc; 0 nếu chưa ai sửa'),
  paragraphs: z.array(NarrativeEdit).max(1000),
});
export type NarrativeBody = Sent<typeof NarrativeBody>;
