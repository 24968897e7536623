import { z } from 'zod';
import { CivilDate, TaskKind, TaskQuery } from '#model';
import { day, expectedRevision, instant, many, maybe } from '../shapes.ts';

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

export const Counts = z.strictObject({
  total: z.int(),
  overdue: z.int(),
  dueThisWeek: z.int().describe('Chưa quá hạn và đến hạn trước hết Chủ nhật tuần này'),
  mine: z.int(),
  unassigned: z.int(),
  byKind: z.partialRecord(TaskKind, z.int()),
});

export const Colleague = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  roles: many(z.string()),
});

export const SavedFilter = z.strictObject({ id: z.string(), name: z.string(), query: TaskQuery });

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
