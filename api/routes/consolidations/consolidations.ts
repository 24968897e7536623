import { z } from 'zod';
import {
  consolidations,
  getConsolidation,
  provenance,
  provisionalConsolidation,
  signConsolidation,
} from '#acts';
import { Key } from '#model';
import { ok } from '#model/problem';
import { type Route, route } from '../../http/route.ts';
import { nodeParams } from '../campaigns/shapes.ts';
import * as shapes from './shapes.ts';
import { wholeList } from '../../http/shapes.ts';

const tag = 'consolidations';
const base = '/api/campaigns/{id}/periods/{period}/units/{unitId}' as const;
const revision = z.coerce.number<string>().int().min(1).max(1_000_000);
const revisionParams = nodeParams.extend({ revision });
const refOf = ({ id, period, unitId }: z.output<typeof nodeParams>) => ({
  campaignId: id,
  periodKey: period,
  unitId,
});
const problems = ['consolidation.notFound'];

export const consolidationRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: `${base}/consolidations`,
      tag,
      summary: 'Các bản tổng hợp của một đơn vị trong một kỳ',
      scope: 'read',
      params: nodeParams,
      response: wholeList(shapes.ConsolidationSummary),
      problems,
    },
    async ({ ctx, params }) => {
      const found = await consolidations(ctx, refOf(params));
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  route(
    {
      method: 'get',
      path: `${base}/consolidations/{revision}`,
      tag,
      summary: 'Một bản tổng hợp: số liệu, độ phủ, khác gì bản trước',
      scope: 'read',
      params: revisionParams,
      response: shapes.Consolidation,
      problems,
    },
    ({ ctx, params }) => getConsolidation(ctx, { ...refOf(params), revision: params.revision }),
  ),
  route(
    {
      method: 'get',
      path: `${base}/provisional`,
      tag,
      summary: 'Số tạm tính tại thời điểm này, nêu rõ còn thiếu ai',
      scope: 'read',
      params: nodeParams,
      response: shapes.Provisional,
      problems,
    },
    ({ ctx, params }) => provisionalConsolidation(ctx, refOf(params)),
  ),
  route(
    {
      method: 'get',
      path: `${base}/cells/{report}/{indicator}`,
      tag,
      summary: 'Một ô số liệu từ đâu ra: phần của từng đơn vị',
      scope: 'read',
      params: nodeParams.extend({ report: Key, indicator: Key }),
      query: z.strictObject({ revision: revision.optional() }),
      response: shapes.Cell,
      problems: [...problems, 'consolidation.cellNotFound'],
    },
    ({ ctx, params, query }) =>
      provenance(ctx, {
        ...refOf(params),
        reportId: params.report,
        indicator: params.indicator,
        revision: query.revision,
      }),
  ),
  route(
    {
      method: 'post',
      path: `${base}/consolidations/{revision}/signature`,
      tag,
      summary: 'Ký bản tổng hợp đã đọc; bản đã ký không bao giờ thay đổi',
      scope: 'consolidations:sign',
      params: revisionParams,
      body: shapes.SignatureBody,
      response: shapes.Consolidation,
      status: 201,
      problems: [...problems, 'consolidation.conflict', 'consolidation.alreadySigned', 'narrative.conflict'],
    },
    ({ ctx, params, body }) =>
      signConsolidation(ctx, {
        ...refOf(params),
        revision: params.revision,
        ownPart: withoutFiles(body.ownPart),
        narrative: body.narrative,
      }),
  ),
];

const withoutFiles = (part: z.output<typeof shapes.SignedPart> | undefined) =>
  part &&
  Object.fromEntries(Object.entries(part).map(([report, input]) => [report, { ...input, attachments: [] }]));
