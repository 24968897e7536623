import { type AuditHead, type AuditRow, type AuditVerification, findAudit, verifyAuditTrail } from '#db';
import { ok, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

export interface AuditQuery {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly actor?: string | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: number | undefined;
  readonly limit?: number | undefined;
}

/** The trail, newest first: rows about units of the principal's subtree, or done by them. */
export async function listAudit(
  ctx: ActContext,
  query: AuditQuery = {},
): Promise<Result<{ items: AuditRow[]; nextCursor: number | null }>> {
  const forbidden = missingScope(ctx.principal, 'audit:read');
  if (forbidden) return refuse(forbidden);
  const limit = Math.min(query.limit ?? 50, 500);
  const rows = await findAudit(ctx.pool, {
    scope: ctx.principal.unitId,
    campaignId: query.campaignId,
    unitId: query.unitId,
    actor: query.actor,
    beforeId: query.cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}

/** Recomputes the hash chains; `known` heads from an earlier answer also reveal a cut-off end. */
export async function verifyAudit(
  ctx: ActContext,
  known: readonly AuditHead[] = [],
): Promise<Result<AuditVerification>> {
  const forbidden = missingScope(ctx.principal, 'audit:read');
  return forbidden ? refuse(forbidden) : ok(await verifyAuditTrail(ctx.pool, known));
}
