import { z } from 'zod';
import { Directive, DraftChange, RawValue, ReportInput, Values } from '#model';
import { day, instant, many, maybe } from '../shapes.ts';
import { type Sent, ShownProblem } from '../../http/shapes.ts';

const draft = {
  content: ReportInput,
  revision: z.int().describe('0: chưa lưu lần nào'),
  basedOn: z.int().describe('Số của bản đã nộp mà bản nháp này nối tiếp'),
  updatedAt: maybe(instant),
  updatedByName: maybe(z.string()),
  fields: z
    .record(z.string(), z.strictObject({ name: z.string(), at: instant, mine: z.boolean() }))
    .describe('Ai viết từng ô lần cuối: “values.<id>”, “sections.<id>”, “attachments.<id>”, “note”, “nil”'),
  missing: many(ShownProblem).describe('Những gì sẽ bị từ chối nếu nộp lúc này'),
};

export const Draft = z.strictObject({ ...draft, uploadBytes: z.int().describe('Cỡ tệp lớn nhất') });
export type Draft = z.output<typeof Draft>;

export const SavedDraft = z.strictObject({
  ...draft,
  replaced: many(
    z.strictObject({ field: z.string(), name: z.string(), at: instant, value: RawValue }),
  ).describe('Phần người khác vừa viết trong cùng ô mà lần lưu này ghi đè'),
});
export type SavedDraft = z.output<typeof SavedDraft>;

export const Surroundings = z.strictObject({
  now: instant,
  mine: z.boolean(),
  deadline: z.strictObject({
    at: maybe(instant),
    lastDay: maybe(day),
    workingDaysLeft: maybe(z.int()),
    overdue: z.boolean(),
    calendarId: maybe(z.string()),
  }),
  submitting: maybe(
    z.strictObject({ refusal: maybe(ShownProblem), late: z.boolean(), workingDaysLate: z.int() }),
  ),
  fromUnitName: z.string(),
  collectorUnitName: maybe(z.string()),
  acknowledgedByName: maybe(z.string()),
  acknowledgedForName: maybe(z.string()),
  above: many(z.strictObject({ unitId: z.string(), unitName: z.string() })),
  node: maybe(
    z.strictObject({
      disseminates: z.boolean(),
      disseminatedAt: maybe(instant),
      collects: z.boolean(),
      below: z.strictObject({ opened: z.int(), done: z.int(), overdue: z.int() }),
    }),
  ),
  directive: maybe(Directive),
  earlier: maybe(
    z.strictObject({
      periodLabel: z.string(),
      no: z.int(),
      values: Values,
      sections: z.record(z.string(), z.string()),
    }),
  ),
  notices: many(z.strictObject({ kind: z.string(), at: instant })),
});
export type Surroundings = z.output<typeof Surroundings>;

export const Slack = z.strictObject({
  lastDay: maybe(day),
  dueBound: z.enum(['before', 'by']),
  collectorUnitName: maybe(z.string()),
  parentDueAt: maybe(instant),
  parentLastDay: maybe(day),
  workingDays: maybe(z.int()),
  today: day,
  calendarId: maybe(z.string()),
});
export type Slack = z.output<typeof Slack>;

export const DraftBody = z.strictObject({
  ...DraftChange.shape,
  basedOn: z.int().min(0).max(100_000).describe('Số của bản đã nộp đang thấy; 0: chưa nộp bản nào'),
  seenRevision: z.int().min(0).default(0).describe('revision của bản nháp đang thấy'),
});
export type DraftBody = Sent<typeof DraftBody>;
