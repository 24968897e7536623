import { inTransaction } from '#db';
import { type BulkAct, type CivilDate, ok, type Problem, problem, refuse, type Result } from '#model';
import type { ActContext } from '../context.ts';
import { acceptReport, returnReport } from '../reports.ts';
import { remind } from './reminders.ts';
import { tasksNamed } from './list.ts';
import { notFound, putWorkOn, workerOf } from './work.ts';

/** Whom a task is given to: the same for all, or said with the item (as when an act is taken back). */
interface Given {
  readonly personId?: string | undefined;
  readonly coordinatorIds?: readonly string[] | undefined;
  readonly dueOn?: CivilDate | null | undefined;
  readonly opinion?: string | undefined;
}

export interface BulkItem extends Given {
  /** `assign`, `release`: the task's. */
  readonly subject?: string | undefined;
  /** The others: whose obligation. */
  readonly obligationId?: string | undefined;
  /** Version decided on. */
  readonly no?: number | undefined;
  /** Of the work (`assign`; null: nobody had it) or of the obligation. */
  readonly expectedRevision?: number | null | undefined;
}

export interface BulkInput extends Given {
  readonly act: BulkAct;
  readonly items: readonly BulkItem[];
  /** `return`, and the word of a reminder. */
  readonly reason?: string | undefined;
  readonly reworkDueAt?: string | null | undefined;
}

export interface BulkRow {
  readonly item: BulkItem;
  /** Null: done. */
  readonly problem: Problem | null;
  /** After it: of the work, or of the obligation. Null: nobody has the task, or nothing was done. */
  readonly revision: number | null;
}

/**
 * The same act on many, each in a savepoint of its own: what is refused is told row by row and takes nothing
 * else back. All of it is one transaction, so a repetition by its key finds the whole answer or nothing.
 */
export async function bulk(ctx: ActContext, input: BulkInput): Promise<Result<readonly BulkRow[]>> {
  return inTransaction<Result<readonly BulkRow[]>>(ctx.pool, async (tx) => {
    const inside = { ...ctx, pool: tx };
    const work = await workFor(inside, input);
    if (!work.ok) return work;
    const rows = new Map<BulkItem, BulkRow>();
    // in one order, whatever was clicked first: two that work on the same rows wait for each other, once
    for (const item of input.items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
      const result = await work.value(item);
      const refusal = result.ok ? null : (result.problems[0] ?? incomplete(input));
      rows.set(item, { item, problem: refusal, revision: result.ok ? result.value : null });
    }
    return ok(input.items.flatMap((item) => rows.get(item) ?? []));
  });
}

const nameOf = ({ obligationId, subject }: BulkItem): string => obligationId ?? subject ?? '';

const incomplete = ({ act }: BulkInput): Problem => problem('bulk.incomplete', ['items'], { act });

/** What is done with one row, a savepoint each (`inTransaction` inside one); gives the revision after it. */
type RowAct = (item: BulkItem) => Promise<Result<number | null>>;

async function workFor(ctx: ActContext, input: BulkInput): Promise<Result<RowAct>> {
  const { act } = input;
  if (act !== 'assign' && act !== 'release') return ok((item) => onObligation(ctx, { ...input, act }, item));
  const reader = await workerOf(ctx, act);
  if (!reader.ok) return reader;
  // the desk is looked at once, not once for every row
  const subjects = input.items.flatMap(({ subject }) => subject ?? []);
  const tasks = await tasksNamed(ctx.pool, reader.value, subjects);
  return ok(async (item) => {
    const { subject } = item;
    if (subject === undefined) return refuse(incomplete(input));
    const task = tasks.get(subject);
    if (task === undefined) return refuse(notFound({ subject }));
    const { personId, coordinatorIds, dueOn, opinion } = { ...input, ...item };
    const given = { personId, coordinatorIds, dueOn, opinion };
    const put = await putWorkOn(
      ctx,
      { subject, act, expectedRevision: item.expectedRevision ?? null, ...given },
      task,
    );
    return put.ok ? ok(put.value?.revision ?? null) : put;
  });
}

async function onObligation(
  ctx: ActContext,
  input: BulkInput & { readonly act: 'remind' | 'accept' | 'return' },
  { obligationId, no, expectedRevision }: BulkItem,
): Promise<Result<number | null>> {
  if (obligationId === undefined) return refuse(incomplete(input));
  if (input.act === 'remind') {
    const reminded = await remind(ctx, { obligationId, text: input.reason });
    return reminded.ok ? ok(null) : reminded;
  }
  if (no === undefined) return refuse(incomplete(input));
  const decision = { obligationId, no, expectedRevision: expectedRevision ?? undefined };
  const { reason = '', reworkDueAt = null } = input;
  const decided =
    input.act === 'accept'
      ? await acceptReport(ctx, decision)
      : await returnReport(ctx, { ...decision, reason, reworkDueAt });
  return decided.ok ? ok(decided.value.revision) : decided;
}
