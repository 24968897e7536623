import { z } from 'zod';
import {
  acknowledge,
  confirmReceipt,
  getObligation,
  listObligations,
  submitReport,
  acceptReport,
  returnReport,
} from '#acts';
import { CampaignId, ObligationId, UnitId } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { flag, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf, wholeList } from '../../http/shapes.ts';
import { expectedRevision, obligationParams as params } from '../shapes.ts';
import * as shapes from './shapes.ts';

const tag = 'obligations';
const conflicts = ['obligation.notFound', 'obligation.conflict'];
const versionParams = z.strictObject({
  id: ObligationId,
  no: z.coerce.number<string>().int().min(1).max(100_000),
});

export const obligationRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/obligations',
      tag,
      summary: 'Việc phải làm theo hạn: lọc theo chiến dịch, kỳ, đơn vị, trạng thái, quá hạn, tên',
      scope: 'read',
      query: z.strictObject({
        campaign: CampaignId.optional(),
        period: z.string().max(60).optional(),
        unit: UnitId.optional(),
        collector: UnitId.optional(),
        status: shapes.Status.optional(),
        overdue: flag.optional(),
        q: z.string().max(200).optional(),
        ...page,
      }),
      response: listOf(shapes.ListedObligation),
      problems: ['api.badCursor'],
    },
    ({ ctx, query: { campaign, period, unit, collector, ...rest } }) =>
      listObligations(ctx, {
        campaignId: campaign,
        periodKey: period,
        unitId: unit,
        collectorUnitId: collector,
        ...rest,
      }),
  ),
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}',
      tag,
      summary: 'Một việc: biểu mẫu, nhiệm vụ, các bản báo cáo, gia hạn, vì sao hạn này',
      scope: 'read',
      params,
      response: shapes.ObligationDetails,
      problems: ['obligation.notFound'],
    },
    ({ ctx, params: { id } }) => getObligation(ctx, id),
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/acknowledgement',
      tag,
      summary: 'Xác nhận đã nhận và nắm nội dung',
      scope: 'reports:write',
      params,
      body: shapes.AcknowledgeBody,
      response: shapes.Decided,
      problems: conflicts,
    },
    ({ ctx, params: { id }, body }) => acknowledge(ctx, { obligationId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/reports',
      tag,
      summary: 'Nộp báo cáo (bản mới nếu đã nộp); số viết kiểu Việt Nam “1.234,5” hoặc số JSON',
      scope: 'reports:write',
      params,
      body: shapes.ReportBody,
      response: shapes.SubmissionReceipt,
      status: 201,
      problems: [
        ...conflicts,
        'obligation.submittedConflict',
        'campaign.notRunning',
        'obligation.consolidated',
        'obligation.noReportOwed',
      ],
    },
    ({ ctx, params: { id }, body: { expectedRevision: expected, ...input } }) =>
      submitReport(ctx, { obligationId: id, input, expectedRevision: expected }),
  ),
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}/reports',
      tag,
      summary: 'Các bản báo cáo đã nộp',
      scope: 'read',
      params,
      response: wholeList(shapes.ReportVersion),
      problems: ['obligation.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await getObligation(ctx, id);
      return found.ok ? ok({ items: found.value.versions }) : found;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/obligations/{id}/reports/{no}',
      tag,
      summary: 'Một bản báo cáo',
      scope: 'read',
      params: versionParams,
      response: shapes.ReportVersion,
      problems: ['obligation.notFound', 'report.notFound'],
    },
    async ({ ctx, params: { id, no } }) => {
      const found = await getObligation(ctx, id);
      if (!found.ok) return found;
      const version = found.value.versions.find((one) => one.no === no);
      return version === undefined ? refuse(problem('report.notFound', ['no'], { no })) : ok(version);
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/reports/{no}/acceptance',
      tag,
      summary: 'Duyệt một bản báo cáo: số liệu được tính từ đây',
      scope: 'reports:decide',
      params: versionParams,
      body: z.strictObject({ expectedRevision }),
      response: shapes.Decided,
      problems: [...conflicts, 'obligation.ownWorkForbidden'],
    },
    ({ ctx, params: { id, no }, body }) => acceptReport(ctx, { obligationId: id, no, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/reports/{no}/return',
      tag,
      summary: 'Trả lại để làm lại, nêu lý do và hạn mới',
      scope: 'reports:decide',
      params: versionParams,
      body: z.strictObject({
        reason: z.string().max(4000),
        reworkDueAt: z.iso.datetime().nullable().default(null),
        expectedRevision,
      }),
      response: shapes.Decided,
      problems: [...conflicts, 'obligation.ownWorkForbidden'],
    },
    ({ ctx, params: { id, no }, body }) => returnReport(ctx, { obligationId: id, no, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/reports/{no}/receipts',
      tag,
      summary: 'Nơi nhận báo cáo xác nhận đã có bản này',
      scope: 'reports:decide',
      params: versionParams,
      body: z.strictObject({ unitId: UnitId.optional() }),
      response: shapes.Confirmed,
      status: 201,
      problems: ['obligation.notFound'],
    },
    async ({ ctx, params: { id, no }, body }) => {
      const confirmed = await confirmReceipt(ctx, { obligationId: id, no, ...body });
      return confirmed.ok ? ok({ items: confirmed.value }) : confirmed;
    },
  ),
];
