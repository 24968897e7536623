import { findUnit, findUnits, type ListedUnit, type UnitDetails } from '#db';
import { CivilDate, ok, problem, refuse, type Result } from '#model';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { missingScope } from './authorise.ts';

export interface UnitQuery {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly chain?: string | undefined;
  readonly under?: string | undefined;
  /** Civil date; left out = units of all times. */
  readonly at?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** The register of organisations is open to everybody who may read: letters are addressed across all scopes. */
export async function listUnits(
  ctx: ActContext,
  query: UnitQuery = {},
): Promise<Result<{ items: ListedUnit[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  if (query.at !== undefined && !CivilDate.safeParse(query.at).success) {
    return refuse(problem('organisation.impossibleDay', ['at'], { value: query.at.slice(0, 40) }));
  }
  const after = decodeCursor(query.cursor, 2);
  if (after === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 500);
  const [name, id] = after ?? [];
  const rows = await findUnits(ctx.pool, {
    ...query,
    q: query.q?.trim() ? query.q : undefined,
    after: name === undefined || id === undefined ? undefined : { name, id },
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null });
}

export async function getUnit(ctx: ActContext, id: string): Promise<Result<UnitDetails>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const unit = await findUnit(ctx.pool, id);
  return unit ? ok(unit) : refuse(problem('organisation.notFound', [], { id }));
}
