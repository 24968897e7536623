import {
  type AuditHead,
  type AuditRow,
  type AuditVerification,
  beyondScope,
  countAuditUpTo,
  findAudit,
  inTransaction,
  takeVerification,
  verifyAuditTrail,
} from '#db';
import { isCivilDate } from '#engine';
import { type CivilDate, ok, type Problem, problem, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

export interface AuditQuery {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  /** With all units below `unitId`. */
  readonly below?: boolean | undefined;
  /** `person:<id>`, `service:<id>` or `engine`: done by, or on behalf of. */
  readonly actor?: string | undefined;
  /** Part of a person's name. */
  readonly person?: string | undefined;
  readonly act?: string | undefined;
  /** Civil days in Viet Nam, both included. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: number | undefined;
  readonly limit?: number | undefined;
}

/** The trail, newest first: rows about units of the principal's subtree, or done by them. */
export async function listAudit(
  ctx: ActContext,
  query: AuditQuery = {},
): Promise<Result<{ items: AuditRow[]; nextCursor: number | null }>> {
  const refusal = refusalOf(ctx, query);
  if (refusal) return refuse(refusal);
  const { cursor, limit: asked, ...filter } = query;
  const limit = Math.min(asked ?? 50, 500);
  const rows = await findAudit(ctx.pool, {
    ...filter,
    scope: ctx.principal.unitId,
    beforeId: cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}

function refusalOf({ principal }: ActContext, query: Pick<AuditQuery, 'from' | 'to'>): Problem | null {
  const forbidden = missingScope(principal, 'audit:read');
  if (forbidden) return forbidden;
  for (const name of ['from', 'to'] as const) {
    const value = query[name];
    if (value !== undefined && !isCivilDate(value))
      return problem('schedule.impossibleDate', [name], { value });
  }
  return null;
}

/** Refused where more entries than `most` would stand in a file. */
export async function auditFits(
  ctx: ActContext,
  query: Omit<AuditQuery, 'cursor' | 'limit'>,
  most: number,
): Promise<Result<null>> {
  const refusal = refusalOf(ctx, query);
  if (refusal) return refuse(refusal);
  const counted = await countAuditUpTo(ctx.pool, { ...query, scope: ctx.principal.unitId, limit: most + 1 });
  return counted > most ? refuse(problem('audit.tooMany', [], { most })) : ok(null);
}

/** Recomputes the hash chains, one call at a time: it reads the whole trail. `known` heads from an earlier answer also reveal a cut-off end. */
export async function verifyAudit(
  ctx: ActContext,
  known: readonly AuditHead[] = [],
): Promise<Result<AuditVerification>> {
  const forbidden = missingScope(ctx.principal, 'audit:read');
  if (forbidden) return refuse(forbidden);
  // a chain holds acts of all units; what is told of it is whether it holds, and its hashes
  return inTransaction(ctx.pool, async (tx) => {
    if (!(await takeVerification(tx))) return refuse(problem('audit.verificationInProgress'));
    return ok(await beyondScope(tx, () => verifyAuditTrail(tx, known)));
  });
}
