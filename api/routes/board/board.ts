import { z } from 'zod';
import { boardUnits, campaignBoard, campaignTimeline } from '#acts';
import { Key, UnitId } from '#model';
import { ok } from '#model/problem';
import { sendCsv } from '../../http/csv.ts';
import { itemsOf, page } from '../../http/lists.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { campaignParams as params } from '../campaigns/shapes.ts';
import { boardLines } from './board-lines.ts';
import { Board, BoardUnit, Figure, Timeline } from './shapes.ts';

const place = { period: z.string().max(60), parent: UnitId.optional() };
const behind = {
  ...place,
  figure: Figure,
  level: Key.optional(),
  branch: UnitId.optional(),
  q: z.string().max(200).optional(),
};
const behindOf = ({ period, parent, level, ...rest }: z.output<z.ZodObject<typeof behind>>) => ({
  periodKey: period,
  parentUnitId: parent,
  nodeId: level,
  ...rest,
});

const problems = ['campaign.notFound', 'period.notFound', 'organisation.notFound'] as const;

export const boardRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/board',
      tag: 'board',
      summary:
        'Bảng theo dõi: phải nộp, đã nhận, đúng hạn, muộn, còn thiếu, bị trả lại; theo kỳ, cấp và nhánh đơn vị',
      scope: 'read',
      params,
      query: z.strictObject(place),
      response: Board,
      problems,
    },
    ({ ctx, params: { id }, query: { period, parent } }) =>
      campaignBoard(ctx, { campaignId: id, periodKey: period, parentUnitId: parent }),
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/board/units',
      tag: 'board',
      summary: 'Tên các đơn vị sau một con số của bảng theo dõi',
      scope: 'read',
      params,
      query: z.strictObject({ ...behind, ...page }),
      response: listOf(BoardUnit),
      problems: [...problems, 'api.badCursor'],
    },
    ({ ctx, params: { id }, query: { cursor, limit, ...rest } }) =>
      boardUnits(ctx, { campaignId: id, ...behindOf(rest), cursor, limit }),
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/campaigns/{id}/board/export',
      tag: 'board',
      summary: 'Tên các đơn vị sau một con số, thành tệp CSV',
      scope: 'read',
      params,
      query: z.strictObject(behind),
      response: z.string(),
      content: { response: 'text/csv' },
      problems,
    },
    async ({ ctx, params: { id }, query, res }) => {
      const read = (cursor?: string) =>
        boardUnits(ctx, { campaignId: id, ...behindOf(query), limit: 200, cursor });
      const first = await read();
      if (!first.ok) return first;
      await sendCsv(res, `theo-doi-${query.figure}.csv`, boardLines(itemsOf(first.value, read)));
      return ok(null);
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/timeline',
      tag: 'board',
      summary: 'Diễn biến từ văn bản đầu đến bản tổng hợp cuối, với chuỗi căn cứ',
      scope: 'read',
      params,
      response: Timeline,
      problems: ['campaign.notFound'],
    },
    ({ ctx, params: { id } }) => campaignTimeline(ctx, id),
  ),
];
