import { z } from 'zod';
import { getUnit } from '#acts';
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
      const { kind, id, name, unitId, roles, scopes } = ctx.principal;
      const found = unitId === null ? null : await getUnit(ctx, unitId);
      const unit =
        found?.ok === true ? { id: found.value.id, name: found.value.name, kind: found.value.kind } : null;
      return ok({ kind, id, name, unit, roles, scopes, embedded: provider?.settings.embedded ?? false });
    },
  ),
];
