import { bulk } from '#acts';
import { ok } from '#model/problem';
import { show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { BulkAnswer, BulkBody, MOST_AT_ONCE } from './shapes.ts';

export const bulkRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/bulk',
      tag: 'tasks',
      summary: `Một thao tác trên nhiều việc (nhiều nhất ${MOST_AT_ONCE}); kết quả từng dòng, dòng bị từ chối không ảnh hưởng dòng khác`,
      scope: 'reports:write',
      body: BulkBody,
      response: BulkAnswer,
    },
    async ({ ctx, body }) => {
      const worked = await bulk(ctx, body);
      if (!worked.ok) return worked;
      const rows = worked.value.map(({ item, problem, revision }) => ({
        subject: item.subject ?? null,
        obligationId: item.obligationId ?? null,
        problem: problem && show(problem),
        revision,
      }));
      const refused = rows.filter(({ problem }) => problem !== null).length;
      return ok({ done: rows.length - refused, refused, rows });
    },
  ),
];
