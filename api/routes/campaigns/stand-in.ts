import { standIn } from '#acts';
import { type Route, route } from '../../http/route.ts';
import * as shapes from './shapes.ts';

export const standInRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/stand-in',
      tag: 'campaigns',
      summary: 'Diễn tập: làm thay các đơn vị (chuyển xuống, nộp báo cáo mẫu, duyệt, ký), từng lượt nhỏ',
      scope: 'clock:write',
      params: shapes.campaignParams,
      body: shapes.StandInBody,
      response: shapes.StoodIn,
      problems: ['campaign.notFound', 'campaign.notRunning', 'rehearsal.live'],
    },
    ({ ctx, params: { id }, body }) => standIn(ctx, { campaignId: id, ...body }),
  ),
];
