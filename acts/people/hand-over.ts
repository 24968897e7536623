import {
  audit,
  closePost,
  findOfficial,
  findPost,
  inTransaction,
  type ListedPost,
  lockPeople,
  lockPost,
  moveOpenWork,
  putHolder,
  type Transaction,
} from '#db';
import { ok, type Problem, problem, refuse, type Result } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { nobodyLeft } from './administrators.ts';
import { ownGain, passedOn } from './giving.ts';
import { endAndTell, tellHolder } from './tell.ts';

export interface HandOverInput {
  readonly postId: string;
  /** Null: the post is left vacant. */
  readonly toPersonId: string | null;
  readonly expectedRevision: number;
  /** Number of the decision, or why. */
  readonly reason: string;
}

export interface HandedOver {
  readonly post: ListedPost;
  /** Subjects of the open work that went with it. */
  readonly moved: readonly string[];
}

/** From its holder, if any, to another at once; his open work in that unit goes with the post. */
export async function handOverPost(ctx: ActContext, input: HandOverInput): Promise<Result<HandedOver>> {
  const forbidden = missingScope(ctx.principal, 'people:write') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  const scope = ctx.principal.unitId;
  return inTransaction(ctx.pool, async (tx) => {
    const found = await postForUpdate(tx, ctx, input);
    if (!found.ok) return found;
    if (input.toPersonId !== null) {
      await lockPeople(tx, { ids: [input.toPersonId] });
      const to = await findOfficial(tx, { id: input.toPersonId, scope });
      if (to === null) return refuse(problem('people.notFound', ['toPersonId']));
      if (to.disabledAt !== null)
        return refuse(problem('people.disabled', ['toPersonId'], { name: to.name }));
      const gain = ownGain(ctx, { personId: to.id, roles: found.value.roles });
      if (gain) return refuse(gain);
      if (found.value.holder?.id === to.id) return refuse(problem('post.unchanged', [], { name: to.name }));
    } else if (found.value.holder === null) return refuse(problem('post.vacant'));
    return takeOver(tx, ctx, { ...input, post: found.value });
  });
}

interface TakeOver {
  readonly post: ListedPost;
  readonly toPersonId: string | null;
  readonly reason: string;
}

/** What changes hands; who may take part has been looked at. */
export async function takeOver(
  tx: Transaction,
  ctx: ActContext,
  { post, toPersonId, reason }: TakeOver,
): Promise<Result<HandedOver>> {
  const from = post.holder?.id ?? null;
  const ended = await endAndTell(tx, ctx, { postId: post.id });
  await putHolder(tx, { postId: post.id, personId: toPersonId });
  const last = toPersonId === null ? await nobodyLeft(tx, ctx, [post]) : null;
  if (last) return refuse(last);
  const moved = from === null ? [] : await moveOpenWork(tx, { from, to: toPersonId, unitId: post.unitId });
  await audit(tx, {
    actor: ctx.principal.id,
    actorUnitId: ctx.principal.unitId,
    act: 'post.handedOver',
    unitId: post.unitId,
    subject: post.id,
    before: { personId: from },
    after: { personId: toPersonId, reason, work: moved, delegationsEnded: ended },
  });
  await tellHolder(tx, ctx, { postId: post.id, from: post.holder, work: moved.length });
  return ok({ post: await reread(tx, post.id), moved });
}

/** Abolished: vacant, its work back with the unit, its delegations ended. */
export async function abolish(
  tx: Transaction,
  ctx: ActContext,
  post: ListedPost,
): Promise<{ readonly work: readonly string[]; readonly delegationsEnded: readonly string[] }> {
  const delegationsEnded = await endAndTell(tx, ctx, { postId: post.id });
  await putHolder(tx, { postId: post.id, personId: null });
  const from = post.holder?.id;
  const work = from === undefined ? [] : await moveOpenWork(tx, { from, to: null, unitId: post.unitId });
  await closePost(tx, post.id);
  return { work, delegationsEnded };
}

/** Locked until the end of the act; refused where it is unknown, out of scope, closed, or not as it was read. */
export async function postForUpdate(
  tx: Transaction,
  ctx: ActContext,
  { postId, expectedRevision }: { readonly postId: string; readonly expectedRevision: number },
): Promise<Result<ListedPost>> {
  const known = await lockPost(tx, postId);
  const post = known ? await findPost(tx, { id: postId, scope: ctx.principal.unitId }) : null;
  if (post === null) return refuse(problem('post.notFound'));
  const refusal: Problem | null =
    post.closedAt !== null
      ? problem('post.closed')
      : post.revision !== expectedRevision
        ? problem('post.conflict', [], { expected: expectedRevision, actual: post.revision })
        : null;
  return refusal === null ? ok(post) : refuse(refusal);
}

export async function reread(tx: Transaction, id: string): Promise<ListedPost> {
  const post = await findPost(tx, { id, scope: null });
  if (post === null) throw new Error('the post is gone');
  return post;
}
