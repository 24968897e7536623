import {
  incomingRows,
  type IncomingRow,
  outgoingRows,
  type OutgoingRow,
  type RegisterFilter,
  type WaitingArrival,
  waitingArrivals,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { missingScope } from '../authorise.ts';
import { type Page, pageSize } from '../campaigns.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { bodyName } from './default-office.ts';
import { ownUnit } from './own-unit.ts';
import { soughtBy } from './sought.ts';

export interface RegisterQuery {
  readonly unitId?: string | undefined;
  readonly mode?: 'live' | 'rehearsal' | undefined;
  readonly year?: number | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A register is its own house's book: read by those of the unit who write letters. */
async function filterOf(ctx: ActContext, query: RegisterQuery): Promise<Result<RegisterFilter>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const own = await ownUnit(ctx, query.unitId);
  if (!own.ok) return own;
  const cursor = decodeCursor(query.cursor, 3);
  if (cursor === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const after =
    cursor === undefined ? null : { year: Number(cursor[0]), number: Number(cursor[1]), id: cursor[2] ?? '' };
  return ok({
    unitId: own.value,
    mode: query.mode ?? null,
    year: query.year ?? null,
    ...soughtBy(query.q),
    after,
    limit: pageSize(query.limit) + 1,
  });
}

interface Numbered {
  readonly id: string;
  readonly year: number | null;
}

function pageOf<T extends Numbered>(
  rows: readonly T[],
  limit: number,
  numberOf: (row: T) => number,
): Page<T> {
  const items = rows.slice(0, limit - 1);
  const last = items.at(-1);
  const more = rows.length === limit && last !== undefined;
  return {
    items,
    nextCursor: more ? encodeCursor([String(last.year ?? 0), String(numberOf(last)), last.id]) : null,
  };
}

/** Sổ đăng ký văn bản đến, newest number first. */
export async function listIncoming(
  ctx: ActContext,
  query: RegisterQuery & { readonly undecided?: boolean | undefined },
): Promise<Result<Page<IncomingRow>>> {
  const filter = await filterOf(ctx, query);
  if (!filter.ok) return filter;
  const rows = await incomingRows(ctx.pool, { ...filter.value, undecided: query.undecided ?? null });
  return ok(pageOf(rows, filter.value.limit, ({ arrivalNumber }) => arrivalNumber));
}

/** Sổ đăng ký văn bản đi; `open`: what is under way and has no number yet. */
export async function listOutgoing(
  ctx: ActContext,
  query: RegisterQuery & { readonly open?: boolean | undefined },
): Promise<Result<Page<OutgoingRow>>> {
  const filter = await filterOf(ctx, query);
  if (!filter.ok) return filter;
  const rows = await outgoingRows(ctx.pool, { ...filter.value, open: query.open ?? false });
  return ok(pageOf(rows, filter.value.limit, ({ number, draftedAt }) => number ?? Date.parse(draftedAt)));
}

const MOST_WAITING = 200;

export type ListedArrival = Omit<WaitingArrival, 'fromKind'>;

/** What arrived and stands in no register yet. */
export async function listArrivals(
  ctx: ActContext,
  query: { readonly unitId?: string | undefined },
): Promise<Result<readonly ListedArrival[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const own = await ownUnit(ctx, query.unitId);
  if (!own.ok) return own;
  const waiting = await waitingArrivals(ctx.pool, own.value, MOST_WAITING);
  return ok(
    waiting.map(({ fromKind, ...arrival }) => ({
      ...arrival,
      fromName: bodyName({ name: arrival.fromName, kind: fromKind }),
    })),
  );
}
