import { z } from 'zod';
import { type DraftView, extensionSlack, readReportDraft, saveReportDraft, taskSurroundings } from '#acts';
import { Directive, DraftChange, RawValue, ReportInput } from '#model';
import { ok } from '#model/problem';
import { ShownProblem, show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { day, instant, json, many, maybe, obligationParams as params } from '../shapes.ts';

const tag = 'obligations';

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
const Draft = z.strictObject({ ...draft, uploadBytes: z.int().describe('Cỡ tệp lớn nhất') });
const Saved = z.strictObject({
  ...draft,
  replaced: many(
    z.strictObject({ field: z.string(), name: z.string(), at: instant, value: RawValue }),
  ).describe('Phần người khác vừa viết trong cùng ô mà lần lưu này ghi đè'),
});

const Surroundings = z.strictObject({
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
      values: json,
      sections: z.record(z.string(), z.string()),
    }),
  ),
  notices: many(z.strictObject({ kind: z.string(), at: instant })),
});

const Slack = z.strictObject({
  lastDay: maybe(day),
  dueBound: z.enum(['before', 'by']),
  collectorUnitName: maybe(z.string()),
  parentDueAt: maybe(instant),
  parentLastDay: maybe(day),
  workingDays: maybe(z.int()),
  today: day,
  calendarId: maybe(z.string()),
});

const owed = [
  'obligation.notFound',
  'obligation.noReportOwed',
  'obligation.consolidated',
  'campaign.notRunning',
];

/** A report while it is written, and what an official wants to know beside it. */
export const draftRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}/draft',
      tag,
      summary: 'Bản nháp báo cáo của đơn vị mình, kèm những gì còn thiếu để nộp được',
      scope: 'reports:write',
      params,
      response: Draft,
      problems: owed,
    },
    async ({ ctx, services, params: { id } }) => {
      const read = await readReportDraft(ctx, id);
      return read.ok ? ok({ ...shown(read.value), uploadBytes: services.limits.uploadBytes }) : read;
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/obligations/{id}/draft',
      tag,
      summary:
        'Lưu nháp những ô vừa sửa; ô khác giữ nguyên, cùng một ô thì người lưu sau thay người lưu trước',
      scope: 'reports:write',
      params,
      body: z.strictObject({
        ...DraftChange.shape,
        basedOn: z.int().min(0).max(100_000).describe('Số của bản đã nộp đang thấy; 0: chưa nộp bản nào'),
        seenRevision: z.int().min(0).default(0).describe('revision của bản nháp đang thấy'),
      }),
      response: Saved,
      problems: [...owed, 'obligation.submittedConflict', 'report.indicatorUnknown', 'report.sectionUnknown'],
    },
    async ({ ctx, params: { id }, body: { basedOn, seenRevision, ...change } }) => {
      const saved = await saveReportDraft(ctx, { obligationId: id, change, basedOn, seenRevision });
      return saved.ok ? ok({ ...shown(saved.value), replaced: saved.value.replaced }) : saved;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}/surroundings',
      tag,
      summary:
        'Quanh một việc: cấp trên, cấp dưới, còn mấy ngày làm việc, văn bản đã nhận, nộp lúc này thì sao',
      scope: 'read',
      params,
      response: Surroundings,
      problems: ['obligation.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await taskSurroundings(ctx, id);
      if (!found.ok) return found;
      const { submitting, ...rest } = found.value;
      const refusal = submitting?.refusal ?? null;
      return ok({
        ...rest,
        submitting: submitting && { ...submitting, refusal: refusal && show(refusal) },
      });
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}/extension-slack',
      tag,
      summary: 'Cấp tổng hợp phải nộp ngày nào, còn bao nhiêu ngày làm việc sau hạn của đơn vị',
      scope: 'read',
      params,
      response: Slack,
      problems: ['obligation.notFound'],
    },
    ({ ctx, params: { id } }) => extensionSlack(ctx, id),
  ),
];

function shown({ missing, content, ...view }: DraftView) {
  const { revision, basedOn, updatedAt, updatedByName, fields } = view;
  const about = { revision, basedOn, updatedAt, updatedByName, fields };
  return { ...about, content, missing: missing.map(show) };
}
