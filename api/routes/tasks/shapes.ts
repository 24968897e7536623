import { z } from 'zod';
import { BULK_ACTS, CivilDate, ROLES, TaskKind, TaskQuery, Text, WorkAct } from '#model';
import { day, expectedRevision, instant, many, maybe } from '../shapes.ts';
import { type Sent, ShownProblem } from '../../http/shapes.ts';

const person = z.strictObject({ id: z.string(), name: z.string() });

export const Task = z.strictObject({
  subject: z.string().describe('Tên của việc, dùng khi giao việc'),
  kind: TaskKind,
  campaignId: z.string(),
  campaignTitle: z.string(),
  mode: z.enum(['live', 'rehearsal']),
  documentCode: maybe(z.string()).describe(
    'Số, ký hiệu của văn bản giao việc; số chưa cấp viết “…”: …/UBND-KT',
  ),
  subjectText: z.string(),
  periodKey: z.string(),
  periodLabel: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  fromUnitId: maybe(z.string()),
  fromUnitName: maybe(z.string()),
  obligationId: maybe(z.string()),
  letterId: maybe(z.string()),
  incomingId: maybe(z.string()),
  count: maybe(z.int()).describe('decide, extension: bao nhiêu đang chờ; consolidate: 1 khi chờ ký'),
  dueAt: maybe(instant),
  dueDate: maybe(day),
  dueBound: maybe(z.enum(['before', 'by'])),
  workingDaysLeft: maybe(z.int()).describe('Âm: đã quá hạn'),
  overdue: z.boolean(),
  status: maybe(z.string()),
  openedAt: instant,
  doneAt: maybe(instant),
  assignee: maybe(person),
  coordinators: many(person),
  dueOn: maybe(day),
  opinion: z.string(),
  assignedBy: maybe(z.string()),
  assignedForName: maybe(z.string()),
  workRevision: maybe(z.int()),
});
export type Task = z.output<typeof Task>;

export const Counts = z.strictObject({
  total: z.int(),
  overdue: z.int(),
  dueThisWeek: z.int().describe('Chưa quá hạn và đến hạn trước hết Chủ nhật tuần này'),
  mine: z.int(),
  unassigned: z.int(),
  byKind: z.partialRecord(TaskKind, z.int()),
});
export type Counts = z.output<typeof Counts>;

export const Colleague = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  roles: many(z.enum(ROLES)),
});
export type Colleague = z.output<typeof Colleague>;

export const SavedFilter = z.strictObject({ id: z.string(), name: z.string(), query: TaskQuery });
export type SavedFilter = z.output<typeof SavedFilter>;

/** Whom a task is given to. */
export const given = {
  personId: z.string().min(1).max(100).optional(),
  coordinatorIds: z.array(z.string().min(1).max(100)).max(20).optional(),
  dueOn: CivilDate.nullable().optional(),
  opinion: z.string().max(2000).optional(),
};

export const BulkItem = z.strictObject({
  ...given,
  subject: z.string().min(1).max(300).optional(),
  obligationId: z.string().max(60).optional(),
  no: z.int().min(1).max(100_000).optional(),
  expectedRevision: expectedRevision.nullable().optional(),
});

export const WorkBody = z.strictObject({
  act: WorkAct,
  expectedRevision: expectedRevision
    .nullable()
    .describe('workRevision được đọc trước đó; null: chưa ai nhận'),
  ...given,
});
export type WorkBody = Sent<typeof WorkBody>;

/** As many as one call takes. */
export const MOST_AT_ONCE = 500;

export const BulkBody = z.strictObject({
  act: z.enum(BULK_ACTS).describe('assign, release: theo subject; remind, accept, return: theo obligationId'),
  items: z.array(BulkItem).min(1).max(MOST_AT_ONCE),
  ...given,
  reason: z.string().max(4000).optional().describe('Lý do trả lại, hoặc lời đôn đốc'),
  reworkDueAt: z.iso.datetime().nullable().optional(),
});
export type BulkBody = Sent<typeof BulkBody>;

export const BulkAnswer = z.strictObject({
  done: z.int(),
  refused: z.int(),
  rows: many(
    z.strictObject({
      subject: maybe(z.string()),
      obligationId: maybe(z.string()),
      problem: maybe(ShownProblem),
      revision: maybe(z.int()).describe('Sau thao tác: workRevision, hoặc revision của nhiệm vụ'),
    }),
  ),
});
export type BulkAnswer = z.output<typeof BulkAnswer>;

export const FilterBody = z.strictObject({ name: Text(80), query: TaskQuery });
export type FilterBody = Sent<typeof FilterBody>;
