import {
  absenceOverlaps,
  audit,
  databaseNow,
  type Delegation,
  findDelegation,
  findDelegations,
  findPost,
  findSubstitutes,
  inTransaction,
  insertDelegation,
  type ListedPost,
  lockPeople,
  lockPost,
  type Queryable,
  type Substitute,
} from '#db';
import { civilDateOf } from '#engine';
import { ok, personIdOf, problem, refuse, type Result } from '#model';
import { maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { type DelegationInput, periodOf, rightsOf } from './delegation-terms.ts';
import { ownGain, passedOn } from './giving.ts';
import { endAndTell, tellDelegated } from './tell.ts';

export interface DelegationQuery {
  /** `mine`: given by me or to me; `unit`: posts of my subtree (administrators). */
  readonly of: 'mine' | 'unit';
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export type ShownDelegation = Delegation & { readonly mayEnd: boolean };

/** Latest first; those that are over, too. */
export async function listDelegations(
  ctx: ActContext,
  query: DelegationQuery,
): Promise<Result<{ items: ShownDelegation[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, query.of === 'mine' ? 'read' : 'people:write');
  if (forbidden) return refuse(forbidden);
  const after = decodeCursor(query.cursor, 2);
  if (after === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 500);
  const [fromAt, id] = after ?? [];
  const mine = query.of === 'mine';
  const rows = await findDelegations(ctx.pool, {
    personId: mine ? (personOf(ctx) ?? '') : null,
    scope: mine ? null : ctx.principal.unitId,
    after: fromAt === undefined || id === undefined ? undefined : { fromAt, id },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const items = await Promise.all(shown.map((one) => withMayEnd(ctx, one)));
  const last = shown.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([last.fromAt, last.id]) : null });
}

/** Who may stand in for the holder of a post, or take part of its work. */
export async function listSubstitutes(
  ctx: ActContext,
  { postId, q }: { readonly postId: string; readonly q?: string | undefined },
): Promise<Result<{ items: Substitute[] }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const giving = await postToGive(ctx, postId);
  if (!giving.ok) return giving;
  const { under, holder } = giving.value;
  return ok({
    items: await findSubstitutes(ctx.pool, {
      under,
      except: holder.id,
      q: q?.trim() || undefined,
      limit: 30,
    }),
  });
}

/**
 * By the holder of the post, or by the administrator above it in his name. The receiver works in the post's
 * unit or below it; an administrator may name anybody of his own subtree. It ends by itself.
 */
export async function delegate(ctx: ActContext, input: DelegationInput): Promise<Result<ShownDelegation>> {
  const forbidden = missingScope(ctx.principal, 'read') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const inside = { ...ctx, pool: tx };
    await lockPost(tx, input.postId);
    const giving = await postToGive(inside, input.postId);
    if (!giving.ok) return giving;
    const { post, holder, under } = giving.value;
    const gain = ownGain(ctx, { personId: input.toPersonId, roles: post.roles });
    if (gain) return refuse(gain);
    const rights = rightsOf(post.roles, input);
    if (!rights.ok) return rights;
    const today = civilDateOf(await databaseNow(tx));
    const period = periodOf(input, today);
    if (!period.ok) return period;
    await lockPeople(tx, { ids: [holder.id, input.toPersonId] });
    const [receiver] = await findSubstitutes(tx, {
      under,
      except: holder.id,
      personId: input.toPersonId,
      limit: 1,
    });
    if (receiver === undefined) return refuse(problem('delegation.receiverNotFound', ['toPersonId']));
    const { kind, postId, toPersonId, reason } = input;
    if (kind === 'absence' && (await absenceOverlaps(tx, { postId, ...period.value })))
      return refuse(problem('delegation.overlaps', ['fromDate']));
    const terms = { kind, toPersonId, scopes: rights.value, reason, ...period.value };
    const id = await insertDelegation(tx, {
      ...terms,
      postId,
      fromPersonId: holder.id,
      createdBy: ctx.principal.id,
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'delegation.given',
      unitId: post.unitId,
      subject: id,
      after: { ...terms, postId, fromPersonId: holder.id },
    });
    const delegation = await known(tx, id);
    await tellDelegated(tx, ctx, { delegation, fromDate: input.fromDate, toDate: input.toDate });
    return ok(await withMayEnd(inside, delegation));
  });
}

/** Before its time: by the giver, by the receiver, who gives it back, or by the administrator above the post. */
export async function endDelegation(ctx: ActContext, id: string): Promise<Result<ShownDelegation>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const inside = { ...ctx, pool: tx };
    const found = await findDelegation(tx, id);
    if (found === null || !(await isTheirs(inside, found))) return refuse(problem('delegation.notFound'));
    const ended = await endAndTell(tx, ctx, { id });
    if (ended.length === 0) return refuse(problem('delegation.over'));
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'delegation.ended',
      unitId: found.post.unitId,
      subject: id,
      before: { toAt: found.toAt },
    });
    return ok(await withMayEnd(inside, await known(tx, id)));
  });
}

interface Giving {
  readonly post: ListedPost;
  readonly holder: NonNullable<ListedPost['holder']>;
  /** Where the receiver must work. */
  readonly under: string | null;
}

async function postToGive(ctx: ActContext, postId: string): Promise<Result<Giving>> {
  const post = await findPost(ctx.pool, { id: postId, scope: null });
  const own = post?.holder !== null && post?.holder.id === personOf(ctx);
  const asAdministrator =
    post !== null && ctx.principal.scopes.includes('people:write') && (await maySee(ctx, post.unitId));
  if (post === null || post.closedAt !== null || !(own || asAdministrator))
    return refuse(problem('post.notFound'));
  if (post.holder === null) return refuse(problem('post.vacant'));
  return ok({ post, holder: post.holder, under: asAdministrator ? ctx.principal.unitId : post.unitId });
}

async function withMayEnd(ctx: ActContext, delegation: Delegation): Promise<ShownDelegation> {
  return { ...delegation, mayEnd: delegation.state !== 'over' && (await isTheirs(ctx, delegation)) };
}

async function isTheirs(ctx: ActContext, { from, to, post }: Delegation): Promise<boolean> {
  const me = personOf(ctx);
  if (me !== null && (me === from.id || me === to.id)) return true;
  return ctx.principal.scopes.includes('people:write') && maySee(ctx, post.unitId);
}

const personOf = ({ principal }: ActContext): string | null => personIdOf(principal);

async function known(db: Queryable, id: string): Promise<Delegation> {
  const found = await findDelegation(db, id);
  if (found === null) throw new Error('the delegation is gone');
  return found;
}
