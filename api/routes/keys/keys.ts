import { z } from 'zod';
import { type ActContext, createServiceKey, listServiceKeys, revokeKey } from '#acts';
import { ok } from '#model/problem';
import { type Answered, refusalDocument } from '../../http/answered.ts';
import { once } from '../../http/idempotency.ts';
import { page } from '../../http/lists.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { uuidParams } from '../shapes.ts';
import { IssuedKey, KeyBody, ServiceKey } from './shapes.ts';

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
      response: listOf(ServiceKey),
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
      body: KeyBody,
      response: IssuedKey,
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
      response: ServiceKey,
      problems: ['serviceKey.notFound', 'serviceKey.alreadyRevoked'],
    },
    ({ ctx, params }) => revokeKey(ctx, params.id),
  ),
];
