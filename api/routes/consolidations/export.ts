import { z } from 'zod';
import { fileConsolidation } from '#acts';
import { type ConsolidationInput, consolidationDocx, consolidationWorkbook, toPdf } from '#documents';
import { ok, type Result } from '#model/problem';
import { sendBytes } from '../../files/download.ts';
import { MEDIA_TYPES } from '../../files/kinds.ts';
import { type Route, streamRoute } from '../../http/route.ts';
import { nodeParams } from '../campaigns/shapes.ts';
import { exportInput, exportName } from './export-input.ts';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** Consolidations as files. */
export const exportRoutes: readonly Route[] = [
  streamRoute(
    {
      method: 'get',
      path: '/api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}/export',
      tag: 'consolidations',
      summary: 'Xuất bản tổng hợp (số bản, hoặc “provisional” là số tạm tính) thành .xlsx, .docx hoặc PDF',
      scope: 'read',
      params: nodeParams.extend({
        revision: z.union([z.literal('provisional'), z.coerce.number<string>().int().min(1).max(1_000_000)]),
      }),
      query: z.strictObject({ format: z.enum(FORMATS).default('xlsx') }),
      response: z.string(),
      content: { response: FORMATS.map((format) => MEDIA_TYPES[format]) },
      problems: [
        'consolidation.notFound',
        'documents.noOffice',
        'documents.tooSlow',
        'documents.notConverted',
      ],
    },
    async ({ ctx, params: { id, period, unitId, revision }, query: { format }, res }) => {
      const filed = await fileConsolidation(ctx, { campaignId: id, periodKey: period, unitId, revision });
      if (!filed.ok) return filed;
      const made = await fileOf(exportInput(filed.value), format);
      if (!made.ok) return made;
      const fileName = exportName(filed.value, format);
      return sendBytes(res, { fileName, mediaType: MEDIA_TYPES[format] }, made.value);
    },
  ),
];

async function fileOf(input: ConsolidationInput, format: Format): Promise<Result<Buffer>> {
  switch (format) {
    case 'xlsx':
      return ok(await consolidationWorkbook(input));
    case 'docx':
      return ok(await consolidationDocx(input));
    case 'pdf':
      return toPdf(await consolidationDocx(input));
  }
}
