import { z } from 'zod';
import { bulk, BULK_ACTS } from '#acts';
import { ok } from '#model/problem';
import { many, maybe } from '../shapes.ts';
import { show, ShownProblem } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { BulkItem, given } from './shapes.ts';

const MOST = 500;

export const bulkRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/bulk',
      tag: 'tasks',
      summary: `Một thao tác trên nhiều việc (nhiều nhất ${MOST}); kết quả từng dòng, dòng bị từ chối không ảnh hưởng dòng khác`,
      scope: 'reports:write',
      body: z.strictObject({
        act: z
          .enum(BULK_ACTS)
          .describe('assign, release: theo subject; remind, accept, return: theo obligationId'),
        items: z.array(BulkItem).min(1).max(MOST),
        ...given,
        reason: z.string().max(4000).optional().describe('Lý do trả lại, hoặc lời đôn đốc'),
        reworkDueAt: z.iso.datetime().nullable().optional(),
      }),
      response: z.strictObject({
        done: z.int(),
        refused: z.int(),
        rows: many(
          z.strictObject({
            subject: maybe(z.string()),
            obligationId: maybe(z.string()),
            problem: maybe(ShownProblem),
            revision: maybe(z.int()).describe('Sau thao tác: workRevision, hoặc revision của nhiệm vụ'),
          }),
        ),
      }),
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
