import { z } from 'zod';
import { type ActContext, createServiceKey, listServiceKeys, revokeKey } from '#acts';
import { Text, UnitId } from '#model';
import { ok } from '#model/problem';
import { type Answered, refusalDocument } from '../../http/answered.ts';
import { once } from '../../http/idempotency.ts';
import { listOf, page } from '../../http/lists.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { scopes } from '../people/shapes.ts';
import { instant, many, maybe, uuidParams } from '../shapes.ts';

const Made = z.strictObject({
  id: z.string(),
  name: z.string(),
  unitId: maybe(z.string()),
  scopes: many(z.string()),
  createdAt: instant,
  secret: maybe(z.string()).describe('Chỉ hiện một lần; null khi gọi lại cùng Idempotency-Key (shown once)'),
});
const Key = z.strictObject({
  id: z.string(),
  name: z.string(),
  unitId: maybe(z.string()),
  unitName: maybe(z.string()),
  scopes: many(z.string()),
  createdAt: instant,
  createdByName: maybe(z.string()),
  lastUsedAt: maybe(instant).describe('Chính xác đến phút (to the minute)'),
  revokedAt: maybe(instant),
  revokedByName: maybe(z.string()),
});

/** Keys of other systems. A secret is nowhere but in the one answer that made it. */
export const keyRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/keys',
      tag: 'keys',
      summary: 'Khóa dịch vụ của đơn vị tôi và các đơn vị bên dưới, mới nhất trước',
      scope: 'keys:write',
      query: z.strictObject({ ...page }),
      response: listOf(Key),
      problems: ['api.badCursor'],
    },
    ({ ctx, query }) => listServiceKeys(ctx, query),
  ),
  streamRoute(
    {
      method: 'post',
      path: '/api/keys',
      tag: 'keys',
      summary: 'Cấp khóa cho một hệ thống: đơn vị trong phạm vi của tôi, quyền không rộng hơn của tôi',
      scope: 'keys:write',
      body: z.strictObject({
        name: Text(120),
        unitId: UnitId.nullable().describe('null: toàn hệ thống (the whole installation)'),
        scopes,
      }),
      response: Made,
      status: 201,
      content: { response: 'application/json' },
      problems: ['organisation.notFound', 'people.notPassedOn'],
    },
    async ({ ctx, req, res, body, idempotencyKey, good, send }) => {
      let fresh: Answered | null = null;
      const make = async (inside: ActContext): Promise<Answered> => {
        const made = await createServiceKey(inside, body);
        if (!made.ok) return refusalDocument(made, req);
        fresh = good(made.value);
        // what is kept for a repetition holds no secret
        return good({ ...made.value, secret: null });
      };
      const kept =
        idempotencyKey === null
          ? await make(ctx)
          : await once({ ctx, key: idempotencyKey, req, res, body }, make);
      send(fresh ?? kept);
      return ok(null);
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/keys/{id}/revocation',
      tag: 'keys',
      summary: 'Thu hồi khóa: lần gọi sau bị từ chối ngay',
      scope: 'keys:write',
      params: uuidParams,
      body: z.strictObject({}),
      response: Key,
      problems: ['serviceKey.notFound', 'serviceKey.alreadyRevoked'],
    },
    ({ ctx, params }) => revokeKey(ctx, params.id),
  ),
];
