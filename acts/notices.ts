import { findNotices, type ListedNotice } from '#db';
import { ok, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

export interface NoticeQuery {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly kind?: string | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: number | undefined;
  readonly limit?: number | undefined;
}

/** What the units of the principal's subtree were told, newest first. */
export async function listNotices(
  ctx: ActContext,
  query: NoticeQuery = {},
): Promise<Result<{ items: ListedNotice[]; nextCursor: number | null }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const limit = Math.min(query.limit ?? 50, 500);
  const { cursor, ...filter } = query;
  const rows = await findNotices(ctx.pool, {
    ...filter,
    scope: ctx.principal.unitId,
    beforeId: cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}
