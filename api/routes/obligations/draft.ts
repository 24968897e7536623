import { type DraftView, extensionSlack, readReportDraft, saveReportDraft, taskSurroundings } from '#acts';
import { ok } from '#model/problem';
import { show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { obligationParams as params } from '../shapes.ts';
import { Draft, DraftBody, SavedDraft, Slack, Surroundings } from './draft-shapes.ts';

const tag = 'obligations';

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
      body: DraftBody,
      response: SavedDraft,
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
