import { randomUUID } from 'node:crypto';
import {
  audit,
  endSessionsOf,
  findOfficial,
  findOfficials,
  inTransaction,
  insertOfficial,
  lockPeople,
  moveOpenWork,
  type Official,
  type Transaction,
  updateOfficial,
} from '#db';
import { actorOf, ok, problem, refuse, type Result } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { nobodyLeft } from './administrators.ts';
import { passedOn } from './giving.ts';
import { postForUpdate, takeOver } from './hand-over.ts';
import { newPost, type PostInput } from './posts.ts';
import { endAndTell } from './tell.ts';

export interface OfficialQuery {
  readonly unitId?: string | undefined;
  readonly q?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Who holds a post in the caller's subtree, or held his last one there; disabled people too. */
export async function listOfficials(
  ctx: ActContext,
  query: OfficialQuery = {},
): Promise<Result<{ items: Official[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, 'people:write');
  if (forbidden) return refuse(forbidden);
  const after = decodeCursor(query.cursor, 2);
  if (after === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 500);
  const [name, id] = after ?? [];
  const rows = await findOfficials(ctx.pool, {
    ...query,
    scope: ctx.principal.unitId,
    q: query.q?.trim() || undefined,
    after: name === undefined || id === undefined ? undefined : { name, id },
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null });
}

export interface NewOfficialInput {
  /** `sub` at the identity provider; null: none yet, one is made up (example people of a trial installation). */
  readonly subject: string | null;
  readonly name: string;
  readonly email: string | null;
  /** Offered by the sign-in of the embedded default. */
  readonly example: boolean;
  /** A new post, or one that there is: it is taken over from its holder, with his open work. */
  readonly post: PostInput | { readonly postId: string; readonly expectedRevision: number };
}

/** A person comes with a post: without one he would belong nowhere and could do nothing. */
export async function addOfficial(ctx: ActContext, input: NewOfficialInput): Promise<Result<Official>> {
  const forbidden = missingScope(ctx.principal, 'people:write') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const inside = { ...ctx, pool: tx };
    const id = randomUUID();
    const { name, email, example, post } = input;
    const subject = input.subject ?? id;
    if (!(await insertOfficial(tx, { id, subject, name, email, example })))
      return refuse(problem('people.accountTaken', ['subject'], { subject }));
    const given = 'unitId' in post ? await newPost(inside, post) : await postForUpdate(tx, ctx, post);
    if (!given.ok) return given;
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'person.created',
      unitId: given.value.unitId,
      subject: id,
      after: { subject, name, email, postId: given.value.id },
    });
    await takeOver(tx, inside, { post: given.value, toPersonId: id, reason: '' });
    return ok(await person(tx, ctx, id));
  });
}

export interface OfficialChangeInput {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** His sessions, delegations and open work end with him; his posts wait for somebody to take them over. */
  readonly disabled: boolean;
  readonly expectedRevision: number;
}

export async function changeOfficial(ctx: ActContext, input: OfficialChangeInput): Promise<Result<Official>> {
  const forbidden = missingScope(ctx.principal, 'people:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    await lockPeople(tx, { ids: [input.id], forUpdate: true });
    const before = await findOfficial(tx, { id: input.id, scope: ctx.principal.unitId });
    if (before === null) return refuse(problem('people.notFound'));
    if (before.elsewhere) return refuse(problem('people.heldElsewhere', [], { name: before.name }));
    if (before.revision !== input.expectedRevision) {
      const { revision: actual } = before;
      return refuse(problem('people.conflict', [], { expected: input.expectedRevision, actual }));
    }
    if (input.disabled && ctx.principal.id === actorOf(input.id))
      return refuse(problem('people.notYourself', ['disabled']));
    await updateOfficial(tx, input);
    const disabling = input.disabled && before.disabledAt === null;
    const ended = disabling ? await dismiss(tx, ctx, before) : {};
    const last = disabling ? await nobodyLeft(tx, ctx, before.posts) : null;
    if (last) return refuse(last);
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: disabling
        ? 'person.disabled'
        : before.disabledAt !== null && !input.disabled
          ? 'person.enabled'
          : 'person.changed',
      unitId: before.posts[0]?.unitId ?? ctx.principal.unitId,
      subject: input.id,
      before: { name: before.name, email: before.email, disabled: before.disabledAt !== null },
      after: { name: input.name, email: input.email, disabled: input.disabled, ...ended },
    });
    return ok(await person(tx, ctx, input.id));
  });
}

/** Out at once, on every machine. */
async function dismiss(tx: Transaction, ctx: ActContext, { id, subject }: Official) {
  const sessions = await endSessionsOf(tx, subject);
  const delegationsEnded = await endAndTell(tx, ctx, { personId: id });
  return { sessions, delegationsEnded, work: await moveOpenWork(tx, { from: id, to: null }) };
}

async function person(tx: Transaction, { principal }: ActContext, id: string): Promise<Official> {
  const found = await findOfficial(tx, { id, scope: principal.unitId });
  if (found === null) throw new Error('the person is gone');
  return found;
}
