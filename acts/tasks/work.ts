import {
  audit,
  colleaguesOf,
  deleteTaskWork,
  inTransaction,
  lockTaskWork,
  type NewTaskWork,
  putTaskWork,
  type TaskReader,
  type TaskWork,
  type Transaction,
} from '#db';
import { lastDayOnTime } from '#engine';
import { type CivilDate, ok, type Problem, problem, refuse, type Result, type WorkAct } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { tasksNamed } from './list.ts';
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
  const reader = await workerOf(ctx, input.act);
  if (!reader.ok) return reader;
  const find = async (tx: Transaction) =>
    (await tasksNamed(tx, reader.value, [input.subject])).get(input.subject);
  return inTransaction(ctx.pool, async (tx) => {
    const task = await find(tx);
    if (task === undefined) return refuse(notFound(input));
    const put = await putWorkOn({ ...ctx, pool: tx }, input, task);
    if (!put.ok && isConflict(put.problems[0]?.code)) return refuse(conflictOf(await find(tx)));
    if (!put.ok) return put;
    const now = await find(tx);
    return now === undefined ? refuse(notFound(input)) : ok(now);
  });
}

/** Whose desk it is, where the caller may say who works there. */
export async function workerOf(ctx: ActContext, act: WorkAct): Promise<Result<TaskReader>> {
  const forbidden = missingScope(ctx.principal, act === 'assign' ? 'tasks:assign' : 'reports:write');
  if (forbidden) return refuse(forbidden);
  return ctx.principal.kind === 'person' ? readerOf(ctx) : refuse(problem('task.peopleOnly'));
}

/** The same on a task that was just read; null: nobody has it now. */
export async function putWorkOn(
  ctx: ActContext,
  input: WorkInput,
  task: Task,
): Promise<Result<TaskWork | null>> {
  return inTransaction(ctx.pool, async (tx) => {
    const before = await lockTaskWork(tx, task);
    if ((before?.revision ?? null) !== input.expectedRevision) return refuse(conflictOf(task));
    const next = await wished({ ctx, tx, input, task, before });
    if (!next.ok) return next;
    const written = await write(tx, next.value, before);
    if (written === 'conflict') return refuse(conflictOf(task));
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: DONE[input.act],
      campaignId: task.campaignId,
      unitId: task.unitId,
      subject: input.subject,
      before: before === null ? null : traced(before),
      after: written === null ? null : traced(written),
    });
    return ok(written);
  });
}

export const notFound = ({ subject }: Pick<WorkInput, 'subject'>): Problem =>
  problem('task.notFound', ['subject'], { subject });

const isConflict = (code: string | undefined): boolean => code?.endsWith('Conflict') ?? false;

const traced = ({ personId, coordinatorPersonIds, dueOn, opinion }: TaskWork) => ({
  personId,
  coordinatorPersonIds,
  dueOn,
  opinion,
});

/** Who was quicker, as far as `task` knows. */
const conflictOf = (task: Task | undefined): Problem =>
  task === undefined || task.assignee === null
    ? problem('task.changedConflict', ['expectedRevision'])
    : problem('task.takenConflict', ['expectedRevision'], { name: task.assignee.name });

async function write(
  tx: Transaction,
  next: NewTaskWork | null,
  before: TaskWork | null,
): Promise<TaskWork | null | 'conflict'> {
  if (next !== null) return (await putTaskWork(tx, next, before?.revision ?? null)) ?? 'conflict';
  if (before !== null) await deleteTaskWork(tx, before);
  return null;
}

/** Null: nobody is to have it. */
async function wished(scene: Scene): Promise<Result<NewTaskWork | null>> {
  const { ctx, input, before } = scene;
  const mine = before !== null && meOf(ctx).includes(before.personId);
  switch (input.act) {
    case 'claim': {
      if (before !== null) return refuse(conflictOf(scene.task));
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
  {
    personId,
    coordinatorIds,
  }: { readonly personId: string | undefined; readonly coordinatorIds: readonly string[] },
): Promise<Result<NewTaskWork>> {
  if (personId === undefined) return refuse(problem('task.personRequired', ['personId']));
  const colleagues = await colleaguesOf(tx, task.unitId);
  const stranger = [personId, ...coordinatorIds].find((id) => !colleagues.some((one) => one.id === id));
  if (stranger !== undefined)
    return refuse(
      problem('task.notAColleague', [stranger === personId ? 'personId' : 'coordinatorIds'], {
        unit: task.unitName,
      }),
    );
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
  const last = lastDayOnTime(task.dueAt);
  return dueOn <= last ? null : problem('task.dateAfterDeadline', ['dueOn'], { dueOn, last });
}
