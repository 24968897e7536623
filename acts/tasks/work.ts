import {
  audit,
  colleaguesOf,
  deleteTaskWork,
  inTransaction,
  lockTaskWork,
  type NewTaskWork,
  putTaskWork,
  type TaskWork,
  type Transaction,
} from '#db';
import { civilDateOf } from '#engine';
import { type CivilDate, ok, type Problem, problem, refuse, type Result, type WorkAct } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { findTask } from './list.ts';
import { meOf, readerOf, takerOf } from './reader.ts';
import type { Task } from './view.ts';

export interface WorkInput {
  readonly subject: string;
  readonly act: WorkAct;
  /** `workRevision` as it was read; null: nobody had the task. */
  readonly expectedRevision: number | null;
  /** To whom: assign, delegate, hand over. */
  readonly personId?: string | undefined;
  readonly coordinatorIds?: readonly string[] | undefined;
  /** Within the unit; not after the task's own deadline. */
  readonly dueOn?: CivilDate | null | undefined;
  readonly opinion?: string | undefined;
}

interface Scene {
  readonly ctx: ActContext;
  readonly tx: Transaction;
  readonly input: WorkInput;
  readonly task: Task;
  readonly before: TaskWork | null;
}

const DONE: Readonly<Record<WorkAct, string>> = {
  claim: 'task.claimed',
  release: 'task.released',
  assign: 'task.assigned',
  delegate: 'task.delegated',
  handOver: 'task.handedOver',
};

/** Who of the unit does a task: says so, gives it back, gives it on. Only the unit's own people, on its own desk. */
export async function putWork(ctx: ActContext, input: WorkInput): Promise<Result<Task>> {
  const forbidden = missingScope(ctx.principal, input.act === 'assign' ? 'tasks:assign' : 'reports:write');
  if (forbidden) return refuse(forbidden);
  if (ctx.principal.kind !== 'person') return refuse(problem('task.peopleOnly'));
  const reader = await readerOf(ctx);
  if (!reader.ok) return reader;
  return inTransaction(ctx.pool, async (tx) => {
    const notFound = problem('task.notFound', ['subject'], { subject: input.subject });
    const task = await findTask(tx, reader.value, input.subject);
    if (task === null) return refuse(notFound);
    const before = await lockTaskWork(tx, task);
    if ((before?.revision ?? null) !== input.expectedRevision) return refuse(conflict(task));
    const next = await wished({ ctx, tx, input, task, before });
    if (!next.ok) return next;
    const written = await write(tx, next.value, { task, before });
    if (!written.ok) return written;
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: DONE[input.act],
      campaignId: task.campaignId,
      unitId: task.unitId,
      subject: input.subject,
      before: before === null ? null : traced(before),
      after: written.value === null ? null : traced(written.value),
    });
    const now = await findTask(tx, reader.value, input.subject);
    return now === null ? refuse(notFound) : ok(now);
  });
}

const traced = ({ personId, coordinatorPersonIds, dueOn, opinion }: TaskWork) => ({
  personId,
  coordinatorPersonIds,
  dueOn,
  opinion,
});

const conflict = ({ assignee }: Task): Problem =>
  assignee === null
    ? problem('task.freeConflict', ['expectedRevision'])
    : problem('task.takenConflict', ['expectedRevision'], { name: assignee.name });

async function write(
  tx: Transaction,
  next: NewTaskWork | null,
  { task, before }: Pick<Scene, 'task' | 'before'>,
): Promise<Result<TaskWork | null>> {
  if (next !== null) {
    const written = await putTaskWork(tx, next, before?.revision ?? null);
    return written === null ? refuse(conflict(task)) : ok(written);
  }
  if (before !== null) await deleteTaskWork(tx, before);
  return ok(null);
}

/** Null: nobody is to have it. */
async function wished(scene: Scene): Promise<Result<NewTaskWork | null>> {
  const { ctx, input, before } = scene;
  const mine = before !== null && meOf(ctx).includes(before.personId);
  switch (input.act) {
    case 'claim': {
      if (before !== null) return refuse(conflict(scene.task));
      return given(scene, { personId: takerOf(ctx) ?? '', coordinatorIds: [] });
    }
    case 'release':
      if (before === null) return refuse(problem('task.nobodyHasIt'));
      if (!mine && missingScope(ctx.principal, 'tasks:assign')) return refuse(problem('task.notYours'));
      return ok(null);
    case 'assign':
      return given(scene, { personId: input.personId, coordinatorIds: input.coordinatorIds ?? [] });
    case 'delegate':
    case 'handOver': {
      if (before === null || !mine) return refuse(problem('task.notYours'));
      const stays = input.act === 'delegate' ? [before.personId] : [];
      const others = [...before.coordinatorPersonIds, ...stays].filter((id) => id !== input.personId);
      return given(scene, { personId: input.personId, coordinatorIds: [...new Set(others)] });
    }
  }
}

async function given(
  { ctx, tx, input, task, before }: Scene,
  { personId, coordinatorIds }: { readonly personId: string | undefined; readonly coordinatorIds: readonly string[] },
): Promise<Result<NewTaskWork>> {
  if (personId === undefined) return refuse(problem('task.personRequired', ['personId']));
  const colleagues = await colleaguesOf(tx, task.unitId);
  const stranger = [personId, ...coordinatorIds].find((id) => !colleagues.some((one) => one.id === id));
  if (stranger !== undefined)
    return refuse(problem('task.notAColleague', [stranger === personId ? 'personId' : 'coordinatorIds'], { unit: task.unitName }));
  const dueOn = input.dueOn === undefined ? (before?.dueOn ?? null) : input.dueOn;
  const tooLate = input.act === 'assign' ? afterDeadline(task, dueOn) : null;
  if (tooLate) return refuse(tooLate);
  return ok({
    subject: task.subject,
    unitId: task.unitId,
    personId,
    coordinatorPersonIds: coordinatorIds.filter((id) => id !== personId),
    dueOn,
    opinion: input.opinion ?? before?.opinion ?? '',
    assignedBy: ctx.principal.id,
  });
}

/** A date within the unit leaves its deadline whole; of a task that is overdue already, any date is a help. */
function afterDeadline(task: Task, dueOn: CivilDate | null): Problem | null {
  if (dueOn === null || task.dueAt === null || task.overdue) return null;
  const last = civilDateOf(new Date(Date.parse(task.dueAt) - 1).toISOString());
  return dueOn <= last ? null : problem('task.dateAfterDeadline', ['dueOn'], { dueOn, last });
}
