import { z } from 'zod';
import { getUnit, myCapacities } from '#acts';
import { ok } from '#model/problem';
import type { Provider } from '../../auth/providers.ts';
import { type Route, route } from '../../http/route.ts';
import { many } from '../shapes.ts';

const Me = z.strictObject({
  kind: z.enum(['person', 'service']),
  id: z.string(),
  name: z.string(),
  unit: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }).nullable(),
  roles: many(z.string()),
  scopes: many(z.string()),
  embedded: z.boolean(),
  actingFor: z.strictObject({ personId: z.string(), name: z.string() }).nullable(),
  capacities: many(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      unitName: z.string(),
      actingFor: z.string().nullable(),
      until: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
});

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
      const { kind, id, name, unitId, roles, scopes, postId, actingFor } = ctx.principal;
      const found = unitId === null ? null : await getUnit(ctx, unitId);
      const unit =
        found?.ok === true ? { id: found.value.id, name: found.value.name, kind: found.value.kind } : null;
      const embedded = provider?.settings.embedded ?? false;
      const capacities = (await myCapacities(ctx)).map((one) => ({
        id: one.id,
        title: one.title,
        unitName: one.unitName,
        actingFor: one.actingFor?.name ?? null,
        until: one.until,
        current: one.id === (actingFor?.delegationId ?? postId),
      }));
      const forWhom = actingFor && { personId: actingFor.personId, name: actingFor.name };
      return ok({ kind, id, name, unit, roles, scopes, embedded, actingFor: forWhom, capacities });
    },
  ),
];
