import { z } from 'zod';
import { type Sent, ShownProblem } from '../../http/shapes.ts';
import { CampaignId, Directive, Key, ReportForm, UnitId } from '#model';
import { day, instant, json, many, maybe, LARGEST } from '../shapes.ts';

export const campaignParams = z.strictObject({ id: CampaignId });
const parameter = z.union([z.string().max(4000), z.number()]);
const Parameters = z.record(Key, parameter);
const text = (max: number) => z.string().trim().min(1).max(max);
const Override = z.strictObject({ reason: text(2000) });

const view = {
  id: z.string(),
  title: z.string(),
  mode: z.enum(['live', 'rehearsal']),
  status: z.enum(['running', 'closed', 'cancelled']),
  definitionId: z.string(),
  version: z.int(),
  rootUnitId: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  override: maybe(z.object({ reason: z.string() })),
  now: instant.describe('“Bây giờ” của chiến dịch: đồng hồ thật, hoặc đồng hồ diễn tập'),
  clockTarget: maybe(instant),
  startedAt: instant,
  startedBy: z.string(),
  closedAt: maybe(instant),
  revision: z.int(),
};
export const CampaignView = z.strictObject(view);
export type CampaignView = z.output<typeof CampaignView>;
const count = z.int();
const progress = {
  counts: z.strictObject({
    units: count,
    planned: count,
    opened: count,
    outstanding: count,
    submitted: count,
    returned: count,
    accepted: count,
    acknowledged: count,
    overdue: count.describe('Quá hạn đang có hiệu lực mà chưa nộp'),
    dormant: count,
    done: count.describe('Đã duyệt, hoặc đã xác nhận nếu chỉ phải xác nhận'),
  }),
  nextDueAt: maybe(instant).describe('Hạn sớm nhất của việc chưa nộp và chưa quá hạn'),
};
export const ListedCampaign = z.strictObject({ ...view, rootName: z.string(), ...progress });
export type ListedCampaign = z.output<typeof ListedCampaign>;
export const StartedCampaign = z.strictObject({ ...view, warnings: many(ShownProblem) });
export type StartedCampaign = z.output<typeof StartedCampaign>;

export const Task = z.strictObject({
  id: z.string(),
  text: z.string(),
  role: z.enum(['lead', 'coordinate', 'joint']),
  kind: z.enum(['do', 'prohibition']),
  proof: z.enum(['report', 'acknowledgement', 'relay']),
  window: maybe(z.strictObject({ from: maybe(instant), to: maybe(instant) })),
});

export const DueStep = z.strictObject({
  rule: z.enum([
    'date',
    'period',
    'lead',
    'leadHours',
    'event',
    'rolled',
    'none',
    'extension',
    'rework',
    'recurrence',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const CampaignDetails = z.strictObject({
  ...view,
  directive: maybe(Directive),
  tasks: z.record(z.string(), Task),
  warnings: many(ShownProblem),
  reports: many(ReportForm),
  events: many(z.strictObject({ key: z.string(), label: z.string() })),
  declared: many(
    z.strictObject({
      event: z.string(),
      unitId: z.string(),
      date: day,
      declaredAt: instant,
      declaredBy: z.string(),
    }),
  ),
  periods: many(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      opensAt: instant,
      openedAt: maybe(instant),
      closedAt: maybe(instant),
      reportIds: many(z.string()),
      from: maybe(day),
      to: maybe(day),
    }),
  ),
  ...progress,
});
export type CampaignDetails = z.output<typeof CampaignDetails>;

const Due = z.strictObject({
  dueAt: maybe(instant),
  date: maybe(day),
  bound: maybe(z.enum(['before', 'by'])),
  lastDate: maybe(day),
  remindAt: many(instant),
  escalateAt: maybe(instant),
  byWorkingDays: z.boolean(),
  event: maybe(z.string()),
  why: many(DueStep),
});

export const PlanSummary = z.strictObject({
  startAt: instant,
  rootUnitId: z.string(),
  counts: z.strictObject({
    units: count,
    obligations: count,
    acknowledgements: count,
    nodes: count,
    actorTasks: count,
    information: count,
  }),
  groups: many(
    z.strictObject({ nodeId: z.string(), name: z.string(), units: z.int(), examples: many(z.string()) }),
  ),
  periods: many(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      opensAt: instant,
      reportIds: many(z.string()),
      dues: many(Due.extend({ dueKey: z.string(), units: z.int() })),
    }),
  ),
  recurring: many(z.string()),
  warnings: many(ShownProblem),
});
export type PlanSummary = z.output<typeof PlanSummary>;

const planned = {
  definitionId: z.uuid(),
  version: z.int().min(1).max(LARGEST).optional(),
  rootUnitId: z.string().min(1).max(120),
  startAt: z.iso
    .datetime()
    .optional()
    .describe('Chỉ cho diễn tập; chiến dịch thật bắt đầu ngay (rehearsal only)'),
  parameters: Parameters.default({}),
  directive: Directive.optional(),
  override: Override.optional(),
};
export const PreviewBody = z.strictObject(planned);
export type PreviewBody = Sent<typeof PreviewBody>;
export const StartBody = z.strictObject({
  ...planned,
  mode: z.enum(['live', 'rehearsal']),
  title: text(300).optional(),
});
export type StartBody = Sent<typeof StartBody>;

export const CloseBody = z.strictObject({
  periodKey: z.string().max(60).optional(),
  reason: z.string().max(2000).optional(),
  expectedRevision: z.int().min(1).max(LARGEST).optional(),
});
export type CloseBody = Sent<typeof CloseBody>;
export const ClockBody = z.strictObject({
  to: z.iso.datetime().optional(),
  events: z.int().min(1).max(10_000).optional(),
  toEnd: z.literal(true).optional(),
  expectedRevision: z.int().min(1).max(LARGEST).optional(),
});
export type ClockBody = Sent<typeof ClockBody>;

export const StandInBody = z.strictObject({
  share: z.int().min(0).max(100).default(100).describe('Trong 100 đơn vị có bao nhiêu đơn vị trả lời'),
  by: z.iso.datetime().describe('Ai đến lúc này đã trả lời thì trả lời ngay'),
});
export type StandInBody = Sent<typeof StandInBody>;
export const StoodIn = z.strictObject({
  disseminated: count,
  acknowledged: count,
  reported: count,
  accepted: count,
  signed: count,
  refused: count.describe('Không làm thay được, ví dụ báo cáo cần tệp'),
  more: z.boolean(),
});
export type StoodIn = z.output<typeof StoodIn>;

export const StreamedEvent = z.strictObject({
  cursor: z.string(),
  at: instant,
  kind: z.string(),
  unitId: maybe(z.string()),
  obligationId: maybe(z.string()),
  data: json,
});
export type StreamedEvent = z.output<typeof StreamedEvent>;

/** One unit in one period: where it passes on and collects. */
export const nodeParams = z.strictObject({
  id: CampaignId,
  period: z.string().min(1).max(60),
  unitId: UnitId,
});
