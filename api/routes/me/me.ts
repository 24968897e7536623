import { z } from 'zod';
import { type ActContext, capacityOf, getUnit, myCapacities } from '#acts';
import { ok, problem, refuse } from '#model/problem';
import type { Provider } from '../../auth/providers.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { many } from '../shapes.ts';
import { Capacities, Capacity, CapacityBody, Me } from './shapes.ts';

const capacitiesOf = async (ctx: ActContext): Promise<z.input<typeof Capacity>[]> => {
  const current = capacityOf(ctx.principal);
  return (await myCapacities(ctx)).map((one) => ({
    id: one.id,
    postId: one.postId,
    title: one.title,
    unitId: one.unitId,
    unitName: one.unitName,
    roles: one.roles,
    scopes: one.scopes,
    actingFor: one.actingFor?.name ?? null,
    until: one.until,
    current: one.id === current,
  }));
};

/** Who is asking, and what they may. */
export const meRoutes = (provider: Provider | null): readonly Route[] => [
  route(
    {
      method: 'get',
      path: '/api/me',
      tag: 'me',
      summary: 'Tôi là ai: đơn vị, vai, quyền',
      scope: null,
      response: Me,
    },
    async ({ ctx }) => {
      const { kind, id, name, unitId, roles, scopes, actingFor } = ctx.principal;
      const found = unitId === null ? null : await getUnit(ctx, unitId);
      const unit =
        found?.ok === true ? { id: found.value.id, name: found.value.name, kind: found.value.kind } : null;
      const embedded = provider?.settings.embedded ?? false;
      const forWhom = actingFor && { personId: actingFor.personId, name: actingFor.name };
      const capacities = await capacitiesOf(ctx);
      return ok({ kind, id, name, unit, roles, scopes, embedded, actingFor: forWhom, capacities });
    },
  ),
  streamRoute(
    {
      method: 'post',
      path: '/api/me/capacity',
      tag: 'me',
      summary: 'Chọn chức vụ (của mình, hoặc của người mình thay) để làm việc trong phiên này',
      scope: null,
      body: CapacityBody,
      response: Capacities,
      content: { response: 'application/json' },
      problems: ['capacity.notFound'],
    },
    async ({ ctx, req, body, good, send }) => {
      const capacities = await capacitiesOf(ctx);
      // a system has none to choose from
      if (!capacities.some(({ id }) => id === body.capacityId)) return refuse(problem('capacity.notFound'));
      req.session.capacity = body.capacityId;
      await new Promise<void>((done, fail) =>
        req.session.save((error: unknown) => (error ? fail(error as Error) : done())),
      );
      const chosen = capacities.map((one) => ({ ...one, current: one.id === body.capacityId }));
      send(good({ capacities: chosen }));
      return ok(null);
    },
  ),
];
