import { audit, findServiceKeys, inTransaction, type ListedServiceKey, revokeServiceKey } from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isUuid } from '../scene.ts';

/** Keys of the caller's subtree, newest first, the revoked ones too; never a secret. */
export async function listServiceKeys(
  ctx: ActContext,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<Result<{ items: ListedServiceKey[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, 'keys:write');
  if (forbidden) return refuse(forbidden);
  const after = decodeCursor(query.cursor, 2);
  if (after === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 500);
  const [createdAt, id] = after ?? [];
  const rows = await findServiceKeys(ctx.pool, {
    scope: ctx.principal.unitId,
    after: createdAt === undefined || id === undefined ? undefined : { createdAt, id },
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return ok({ items, nextCursor: more ? encodeCursor([last.createdAt, last.id]) : null });
}

/** For good, and at once: the next request with it is refused. */
export async function revokeKey(ctx: ActContext, id: string): Promise<Result<ListedServiceKey>> {
  const forbidden = missingScope(ctx.principal, 'keys:write');
  if (forbidden) return refuse(forbidden);
  const scope = ctx.principal.unitId;
  return inTransaction(ctx.pool, async (tx) => {
    const one = isUuid(id) ? { scope, id, limit: 1 } : null;
    const [before] = one === null ? [] : await findServiceKeys(tx, one);
    if (before === undefined) return refuse(problem('serviceKey.notFound'));
    if (!(await revokeServiceKey(tx, id, ctx.principal.id)))
      return refuse(problem('serviceKey.alreadyRevoked'));
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'serviceKey.revoked',
      unitId: before.unitId,
      subject: id,
      before: { name: before.name, scopes: before.scopes },
    });
    const [after] = await findServiceKeys(tx, { scope, id, limit: 1 });
    return ok(after ?? before);
  });
}
