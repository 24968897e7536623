import { z } from 'zod';
import {
  cancelCampaign,
  closeCampaign,
  getCampaign,
  listCampaigns,
  moveClock,
  previewCampaign,
  startCampaign,
} from '#acts';
import { ok } from '#model/problem';
import { page } from '../../http/lists.ts';
import { show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import * as shapes from './shapes.ts';

const params = shapes.campaignParams;
const tag = 'campaigns';

export const campaignRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/campaigns/preview',
      tag,
      summary: 'Xem trước kế hoạch: ai, bao nhiêu, hạn nào và vì sao; không ghi gì',
      scope: 'read',
      body: shapes.PreviewBody,
      response: shapes.PlanSummary,
      changes: false,
      problems: ['definition.notFound', 'organisation.notFound'],
    },
    async ({ ctx, body }) => {
      const preview = await previewCampaign(ctx, body);
      return preview.ok ? ok({ ...preview.value, warnings: preview.value.warnings.map(show) }) : preview;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns',
      tag,
      summary: 'Bắt đầu một chiến dịch (thật hoặc diễn tập) từ một bản định nghĩa đã ban hành',
      scope: 'campaigns:write',
      body: shapes.StartBody,
      response: shapes.StartedCampaign,
      status: 201,
      problems: ['definition.notFound', 'organisation.notFound', 'campaign.liveStartsNow'],
    },
    async ({ ctx, body, idempotencyKey }) => {
      const started = await startCampaign(ctx, { ...body, idempotencyKey: idempotencyKey ?? undefined });
      return started.ok ? ok({ ...started.value, warnings: (started.warnings ?? []).map(show) }) : started;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns',
      tag,
      summary: 'Các chiến dịch có đơn vị của tôi, mới nhất trước',
      scope: 'read',
      query: z.strictObject({
        status: z.enum(['running', 'closed', 'cancelled']).optional(),
        mode: z.enum(['live', 'rehearsal']).optional(),
        ...page,
      }),
      response: listOf(shapes.ListedCampaign),
      problems: ['api.badCursor'],
    },
    async ({ ctx, query }) => {
      const found = await listCampaigns(ctx, query);
      if (!found.ok) return found;
      const { items, nextCursor } = found.value;
      return ok({ items: items.map((item) => ({ ...item, counts: { ...item.counts } })), nextCursor });
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}',
      tag,
      summary: 'Một chiến dịch: văn bản, kỳ báo cáo, biểu mẫu, số đếm',
      scope: 'read',
      params,
      response: shapes.CampaignDetails,
      problems: ['campaign.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await getCampaign(ctx, id);
      return found.ok
        ? ok({ ...found.value, counts: { ...found.value.counts }, warnings: found.value.warnings.map(show) })
        : found;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/close',
      tag,
      summary: 'Kết thúc chiến dịch hoặc một kỳ; báo cáo đến sau là báo cáo bổ sung',
      scope: 'campaigns:write',
      params,
      body: shapes.CloseBody,
      response: shapes.CampaignView,
      problems: ['campaign.notFound', 'campaign.conflict', 'campaign.notRunning'],
    },
    ({ ctx, params: { id }, body }) => closeCampaign(ctx, { campaignId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/cancel',
      tag,
      summary: 'Hủy chiến dịch: không ai còn phải làm gì, những gì đã viết vẫn đọc được',
      scope: 'campaigns:write',
      params,
      body: shapes.CloseBody.omit({ periodKey: true }),
      response: shapes.CampaignView,
      problems: ['campaign.notFound', 'campaign.conflict', 'campaign.notRunning'],
    },
    ({ ctx, params: { id }, body }) => cancelCampaign(ctx, { campaignId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/clock',
      tag,
      summary: 'Cho đồng hồ diễn tập đi tới một thời điểm, qua n sự kiện, hoặc đến hết',
      scope: 'clock:write',
      params,
      body: shapes.ClockBody,
      response: shapes.CampaignView,
      status: 202,
      problems: [
        'campaign.notFound',
        'campaign.conflict',
        'clock.live',
        'clock.oneTarget',
        'clock.backwards',
        'clock.openEnded',
      ],
    },
    ({ ctx, params: { id }, body }) => moveClock(ctx, { campaignId: id, ...body }),
  ),
];
