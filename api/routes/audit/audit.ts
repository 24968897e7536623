import { z } from 'zod';
import { listAudit, verifyAudit } from '#acts';
import { CampaignId, UnitId } from '#model';
import { ok } from '#model/problem';
import { listOf, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { instant, many, maybe } from '../shapes.ts';

const Row = z.strictObject({
  id: z.int(),
  at: instant,
  actor: z.string(),
  actorUnitId: maybe(z.string()),
  act: z.string(),
  campaignId: maybe(z.string()),
  unitId: maybe(z.string()),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
});
const Head = z.strictObject({ chain: z.int(), seq: z.int(), hash: z.string().max(100) });
const Verification = z.strictObject({
  intact: z.boolean(),
  rows: z.int(),
  firstBroken: maybe(
    z.strictObject({
      id: maybe(z.int()),
      chain: z.int(),
      seq: z.int(),
      reason: z.enum(['altered', 'unlinked', 'gap', 'missingTail', 'differsFromHead']),
    }),
  ),
  heads: many(Head),
});

const path = '/api/audit/verification';
const tag = 'audit';

export const auditRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/audit',
      tag,
      summary: 'Nhật ký: ai, lúc nào, làm gì, trước và sau; mới nhất trước',
      scope: 'audit:read',
      query: z.strictObject({
        campaign: CampaignId.optional(),
        unit: UnitId.optional(),
        actor: z.string().max(200).optional(),
        ...page,
      }),
      response: listOf(Row),
      problems: ['api.badCursor'],
    },
    async ({ ctx, query: { campaign, unit, actor, cursor, limit } }) => {
      const found = await listAudit(ctx, {
        campaignId: campaign,
        unitId: unit,
        actor,
        limit,
        cursor: fromCursor(cursor),
      });
      return found.ok
        ? ok({ items: [...found.value.items], nextCursor: toCursor(found.value.nextCursor) })
        : found;
    },
  ),
  route(
    {
      method: 'get',
      path,
      tag,
      summary: 'Kiểm tra chuỗi băm của nhật ký',
      scope: 'audit:read',
      response: Verification,
    },
    ({ ctx }) => verifyAudit(ctx),
  ),
  route(
    {
      method: 'post',
      path,
      tag,
      summary: 'Kiểm tra với các đầu chuỗi đã lưu riêng từ trước: thấy cả phần cuối bị cắt',
      scope: 'audit:read',
      body: z.strictObject({ heads: z.array(Head).max(1000) }),
      response: Verification,
      changes: false,
    },
    ({ ctx, body }) => verifyAudit(ctx, body.heads),
  ),
];
