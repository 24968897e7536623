import { z } from 'zod';
import { collectTable, readNarrative, saveSection } from '#acts';
import { Key } from '#model';
import { type Route, route } from '../../http/route.ts';
import { nodeParams } from '../campaigns/shapes.ts';
import { CollectTable, NarrativeBody, SectionNarrative } from './table-shapes.ts';

const tag = 'consolidations';
const base = '/api/campaigns/{id}/periods/{period}/units/{unitId}' as const;
const sectionParams = nodeParams.extend({ report: Key, section: Key });
const sectionOf = ({ id, period, unitId, report, section }: z.output<typeof sectionParams>) => ({
  campaignId: id,
  periodKey: period,
  unitId,
  reportId: report,
  sectionId: section,
});

/** What a consolidating unit works on: its children's figures, and the narrative it makes of their texts. */
export const collectRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: `${base}/table`,
      tag,
      summary: 'Bảng các đơn vị phải báo cáo về đây: tình trạng, số liệu, tổng tạm tính, độ phủ',
      scope: 'read',
      params: nodeParams,
      response: CollectTable,
      problems: ['consolidation.notFound'],
    },
    ({ ctx, params: { id, period, unitId } }) =>
      collectTable(ctx, { campaignId: id, periodKey: period, unitId }),
  ),
  route(
    {
      method: 'get',
      path: `${base}/narrative/{report}/{section}`,
      tag,
      summary: 'Một mục phần lời: các đoạn gom từ đơn vị, đã chọn và sửa, kèm nguồn',
      scope: 'read',
      params: sectionParams,
      response: SectionNarrative,
      problems: ['consolidation.notFound', 'narrative.notFound'],
    },
    ({ ctx, params }) => readNarrative(ctx, sectionOf(params)),
  ),
  route(
    {
      method: 'put',
      path: `${base}/narrative/{report}/{section}`,
      tag,
      summary: 'Lưu một mục phần lời',
      scope: 'reports:decide',
      params: sectionParams,
      body: NarrativeBody,
      response: SectionNarrative,
      problems: [
        'consolidation.notFound',
        'narrative.notFound',
        'narrative.conflict',
        'narrative.sourceUnknown',
        'narrative.idTwice',
      ],
    },
    ({ ctx, params, body }) => saveSection(ctx, { ...sectionOf(params), ...body }),
  ),
];
