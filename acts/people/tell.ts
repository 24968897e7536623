import {
  databaseNow,
  type Delegation,
  endDelegations,
  findDelegation,
  findPost,
  firstUnitOf,
  insertNotice,
  type ListedPost,
  type Transaction,
} from '#db';
import { actorOf, type CivilDate } from '#model';
import type { ActContext } from '../context.ts';

/** A notice of no campaign to one person, in the unit where he works when he signs in; not of what he did himself. */
async function tell(
  tx: Transaction,
  { principal }: ActContext,
  told: {
    readonly key: string;
    readonly personId: string;
    readonly kind: string;
    readonly body: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  if (principal.id === actorOf(told.personId)) return;
  const unitId = await firstUnitOf(tx, told.personId);
  if (unitId === null) return;
  await insertNotice(tx, {
    ...told,
    key: `${told.key}/${told.personId}`,
    campaignId: null,
    obligationId: null,
    unitId,
    at: await databaseNow(tx),
  });
}

const labelOf = ({ title, unitName }: { readonly title: string; readonly unitName: string }): string =>
  [title, unitName].filter((part) => part !== '').join(', ');

/** Tells whom something was delegated to. */
export function tellDelegated(
  tx: Transaction,
  ctx: ActContext,
  given: { readonly delegation: Delegation; readonly fromDate: CivilDate; readonly toDate: CivilDate },
): Promise<void> {
  const { delegation, fromDate, toDate } = given;
  const { id, kind, from, to, post, reason } = delegation;
  return tell(tx, ctx, {
    key: `delegation/${id}/given`,
    personId: to.id,
    kind: 'delegated',
    body: { kind, giver: from.name, post: labelOf(post), fromDate, toDate, reason },
  });
}

/** What is not over ends before its time; receiver and giver are told, and the ids of those that ended are returned. */
export async function endAndTell(
  tx: Transaction,
  ctx: ActContext,
  which: Parameters<typeof endDelegations>[1],
): Promise<readonly string[]> {
  const ended = await endDelegations(tx, which);
  for (const id of ended) {
    const found = await findDelegation(tx, id);
    if (found === null) continue;
    const { kind, from, to, post } = found;
    const body = { kind, giver: from.name, receiver: to.name, post: labelOf(post), by: ctx.principal.name };
    for (const personId of [to.id, from.id])
      await tell(tx, ctx, { key: `delegation/${id}/ended`, personId, kind: 'delegationEnded', body });
  }
  return ended;
}

/** Tells the new holder of a post; `from`: who held it before. */
export async function tellHolder(
  tx: Transaction,
  ctx: ActContext,
  {
    postId,
    from,
    work,
  }: { readonly postId: string; readonly from: ListedPost['holder']; readonly work: number },
): Promise<void> {
  const post = await findPost(tx, { id: postId, scope: null });
  if (post === null || post.holder === null) return;
  await tell(tx, ctx, {
    key: `post/${postId}/${post.revision}`,
    personId: post.holder.id,
    kind: 'postHandedOver',
    body: { post: labelOf(post), giver: from?.name ?? '', work },
  });
}
