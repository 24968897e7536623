import {
  audit,
  findPost,
  findPosts,
  type Holding,
  holdersOf,
  inTransaction,
  insertPost,
  type ListedPost,
  updatePost,
} from '#db';
import { ok, problem, refuse, type Result, type Role, scopesOf } from '#model';
import { maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { nobodyLeft } from './administrators.ts';
import { ownGain, passedOn } from './giving.ts';
import { abolish, postForUpdate, reread } from './hand-over.ts';

export interface PostQuery {
  readonly unitId?: string | undefined;
  readonly q?: string | undefined;
  readonly vacant?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Posts of the caller's subtree that are not abolished. */
export async function listPosts(
  ctx: ActContext,
  query: PostQuery = {},
): Promise<Result<{ items: ListedPost[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, 'people:write');
  if (forbidden) return refuse(forbidden);
  const after = decodeCursor(query.cursor, 2);
  if (after === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 500);
  const [unitName, id] = after ?? [];
  const rows = await findPosts(ctx.pool, {
    ...query,
    scope: ctx.principal.unitId,
    q: query.q?.trim() || undefined,
    after: unitName === undefined || id === undefined ? undefined : { unitName, id },
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return ok({ items, nextCursor: more ? encodeCursor([last.unitName, last.id]) : null });
}

/** With everybody who ever held it. */
export async function getPost(
  ctx: ActContext,
  id: string,
): Promise<Result<ListedPost & { readonly holders: readonly Holding[] }>> {
  const forbidden = missingScope(ctx.principal, 'people:write');
  if (forbidden) return refuse(forbidden);
  const post = await findPost(ctx.pool, { id, scope: ctx.principal.unitId });
  if (post === null) return refuse(problem('post.notFound'));
  return ok({ ...post, holders: await holdersOf(ctx.pool, id) });
}

export interface PostInput {
  readonly unitId: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

/** A vacant post. Roles are given within one's own subtree only, and never by whoever acts for another. */
export async function createPost(ctx: ActContext, input: PostInput): Promise<Result<ListedPost>> {
  const forbidden = missingScope(ctx.principal, 'people:write') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  return newPost(ctx, input);
}

/** Part of an act that has been allowed. */
export async function newPost(ctx: ActContext, input: PostInput): Promise<Result<ListedPost>> {
  const { unitId, title } = input;
  if (!(await maySee(ctx, unitId)))
    return refuse(problem('organisation.notFound', ['unitId'], { id: unitId }));
  const roles = [...new Set(input.roles)];
  return inTransaction(ctx.pool, async (tx) => {
    const id = await insertPost(tx, { unitId, title, roles });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'post.created',
      unitId,
      subject: id,
      after: { title, roles },
    });
    return ok(await reread(tx, id));
  });
}

export interface PostChange {
  readonly postId: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Abolishes it for good: its holder leaves, his open work there goes back to the unit. */
  readonly closed: boolean;
  readonly expectedRevision: number;
}

export async function changePost(ctx: ActContext, input: PostChange): Promise<Result<ListedPost>> {
  const forbidden = missingScope(ctx.principal, 'people:write') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  const roles = [...new Set(input.roles)];
  return inTransaction(ctx.pool, async (tx) => {
    const found = await postForUpdate(tx, ctx, input);
    if (!found.ok) return found;
    const post = found.value;
    const own = post.id === ctx.principal.postId;
    if (own && (input.closed || !scopesOf(roles).includes('people:write')))
      return refuse(problem('post.actedIn'));
    const gain = ownGain(ctx, { personId: post.holder?.id, roles, has: scopesOf(post.roles) });
    if (gain) return refuse(gain);
    await updatePost(tx, { id: post.id, title: input.title, roles });
    const closing = input.closed ? { closed: true, ...(await abolish(tx, ctx, post)) } : {};
    const last = await nobodyLeft(tx, ctx, [post]);
    if (last) return refuse(last);
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: input.closed ? 'post.closed' : 'post.changed',
      unitId: post.unitId,
      subject: post.id,
      before: { title: post.title, roles: post.roles, personId: post.holder?.id ?? null },
      after: { title: input.title, roles, ...closing },
    });
    return ok(await reread(tx, post.id));
  });
}
