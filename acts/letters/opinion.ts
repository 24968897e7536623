import {
  audit,
  campaignById,
  colleaguesOf,
  incomingById,
  type IncomingRow,
  inTransaction,
  lockRegistering,
  lockTaskWork,
  openWorkOf,
  putOpinion,
  putTaskWork,
  type Transaction,
} from '#db';
import { civilDateOf, formatDate, lastDayOnTime } from '#engine';
import {
  actorTaskSubject,
  nodeSubject,
  obligationSubject,
  ok,
  problem,
  refuse,
  type Result,
  type TaskSubject,
} from '#model';
import { mayActAs, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { isUuid } from '../scene.ts';

export interface OpinionInput {
  readonly id: string;
  readonly opinion: string;
  readonly leadPersonId: string | null;
  readonly coordinatorPersonIds: readonly string[];
  /** Within the unit. */
  readonly dueOn: string | null;
  /** Said knowingly: the date lies after the unit's own deadline. */
  readonly afterDeadline: boolean;
  readonly expectedRevision: number;
}

/** Phiếu giải quyết: the leader says who leads, who takes part and by when; what is open of it becomes theirs. */
export async function writeOpinion(
  ctx: ActContext,
  input: OpinionInput,
): Promise<Result<{ readonly row: IncomingRow; readonly assigned: number }>> {
  const forbidden = missingScope(ctx.principal, 'tasks:assign');
  if (forbidden) return refuse(forbidden);
  const notFound = refuse(problem('incoming.notFound', ['id'], { id: input.id }));
  if (!isUuid(input.id)) return notFound;
  return inTransaction(ctx.pool, async (tx) => {
    const row = await incomingById(tx, input.id);
    if (row === null || !(await mayActAs({ ...ctx, pool: tx }, row.unitId))) return notFound;
    await lockRegistering(tx, row);
    const campaign = await campaignById(tx, row.campaignId);
    if (campaign === null) throw new Error(`register entry ${row.id} without campaign`);
    const people = new Set((await colleaguesOf(tx, row.unitId)).map(({ id }) => id));
    const { leadPersonId, coordinatorPersonIds, dueOn } = input;
    const named = [...(leadPersonId === null ? [] : [leadPersonId]), ...coordinatorPersonIds];
    if (named.some((id) => !people.has(id))) return refuse(problem('incoming.notOfUnit', ['leadPersonId']));
    if (leadPersonId === null && coordinatorPersonIds.length > 0)
      return refuse(problem('incoming.leadNeeded', ['leadPersonId']));
    const work = await openWorkOf(tx, row);
    const late = work.firstDueAt === null ? null : lastDayOnTime(work.firstDueAt);
    if (dueOn !== null && late !== null && dueOn > late && !input.afterDeadline)
      return refuse(problem('incoming.afterDeadline', ['dueOn'], { date: formatDate(late) }));
    if (dueOn !== null && dueOn < civilDateOf(campaign.now))
      return refuse(problem('incoming.datePast', ['dueOn']));
    const opinion = { ...input, at: campaign.now, by: ctx.principal.id };
    if (!(await putOpinion(tx, { id: row.id, expected: input.expectedRevision }, opinion)))
      return refuse(problem('incoming.conflict', ['expectedRevision']));
    const subjects = subjectsOf(row, work);
    const assigned =
      leadPersonId === null ? 0 : await assign(tx, ctx, { input, leadPersonId, row, subjects });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'incoming.decided',
      campaignId: row.campaignId,
      unitId: row.unitId,
      subject: row.id,
      before: { opinion: row.opinion, leadPersonId: row.leadPersonId, dueOn: row.dueOn },
      after: { opinion: input.opinion, leadPersonId, coordinatorPersonIds, dueOn, assigned },
    });
    const written = await incomingById(tx, row.id);
    if (written === null) throw new Error('a row that was just written');
    return ok({ row: written, assigned });
  });
}

const subjectsOf = (
  row: IncomingRow,
  work: Awaited<ReturnType<typeof openWorkOf>>,
): readonly TaskSubject[] => [
  ...work.obligationIds.map(obligationSubject),
  ...work.actorTaskIds.map(actorTaskSubject),
  ...work.passOn.map((periodKey) =>
    nodeSubject('disseminate', { campaignId: row.campaignId, periodKey, unitId: row.unitId }),
  ),
];

async function assign(
  tx: Transaction,
  { principal }: ActContext,
  given: {
    readonly input: OpinionInput;
    readonly leadPersonId: string;
    readonly row: IncomingRow;
    readonly subjects: readonly TaskSubject[];
  },
): Promise<number> {
  const { input, leadPersonId, row, subjects } = given;
  for (const subject of subjects) {
    const work = {
      subject,
      unitId: row.unitId,
      personId: leadPersonId,
      coordinatorPersonIds: input.coordinatorPersonIds,
      dueOn: input.dueOn,
      opinion: input.opinion,
      assignedBy: principal.id,
    };
    const put = async () => putTaskWork(tx, work, (await lockTaskWork(tx, work))?.revision ?? null);
    // somebody took a free task meanwhile: the leader's word stands over it
    if ((await put()) === null && (await put()) === null) throw new Error(`${subject} is taken and free`);
  }
  return subjects.length;
}
