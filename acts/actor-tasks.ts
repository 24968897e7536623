import {
  type ActorTaskRow,
  acknowledgeActorTaskRow,
  actorTaskById,
  audit,
  campaignById,
  emitEvent,
  inTransaction,
  listActorTaskRows,
  lockActorTask,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import { type Page, pageSize } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { isUuid } from './scene.ts';

export interface ActorTaskQuery {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Tasks given to units that are no addressees of the directive. */
export async function listActorTasks(
  ctx: ActContext,
  query: ActorTaskQuery = {},
): Promise<Result<Page<ActorTaskRow>>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const cursor = decodeCursor(query.cursor, 1);
  if (cursor === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  if (query.campaignId !== undefined && !isUuid(query.campaignId)) return ok({ items: [], nextCursor: null });
  const limit = pageSize(query.limit);
  const rows = await listActorTaskRows(ctx.pool, {
    scope: ctx.principal.unitId,
    campaignId: query.campaignId ?? null,
    unitId: query.unitId ?? null,
    open: query.open ?? null,
    after: cursor?.[0] ?? null,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null });
}

export async function getActorTask(ctx: ActContext, id: string): Promise<Result<ActorTaskRow>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const found = isUuid(id) ? await actorTaskById(ctx.pool, id, ctx.principal.unitId) : null;
  return found === null ? refuse(problem('actorTask.notFound', ['actorTaskId'], { id })) : ok(found);
}

export async function acknowledgeActorTask(
  ctx: ActContext,
  input: { readonly actorTaskId: string },
): Promise<Result<ActorTaskRow>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  const notFound = problem('actorTask.notFound', ['actorTaskId'], { id: input.actorTaskId });
  if (!isUuid(input.actorTaskId)) return refuse(notFound);
  return inTransaction(ctx.pool, async (tx) => {
    const task = await lockActorTask(tx, input.actorTaskId, ctx.principal.unitId);
    const campaign = task === null ? null : await campaignById(tx, task.campaignId);
    if (task === null || campaign === null) return refuse(notFound);
    if (!(await mayActAs({ ...ctx, pool: tx }, task.unitId)))
      return refuse(problem('api.forbidden', [], { scope: 'reports:write' }));
    if (task.acknowledgedAt !== null) return refuse(problem('actorTask.alreadyAcknowledged'));
    const done = { at: campaign.now, by: ctx.principal.id };
    await acknowledgeActorTaskRow(tx, task.id, done);
    const about = { campaignId: campaign.id, unitId: task.unitId };
    await emitEvent(tx, {
      ...about,
      at: done.at,
      kind: 'actorTask.acknowledged',
      data: { taskId: task.taskId },
    });
    await audit(tx, {
      ...about,
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'actorTask.acknowledged',
      subject: task.id,
      after: { taskId: task.taskId },
    });
    const { principal } = ctx;
    return ok({
      ...task,
      acknowledgedAt: done.at,
      acknowledgedBy: done.by,
      acknowledgedByName: principal.name,
      acknowledgedForName: principal.actingFor?.name ?? null,
    });
  });
}
