import { inTransaction } from '#db';
import { type CivilDate, ok, type Problem, problem, refuse, type Result } from '#model';
import type { ActContext } from '../context.ts';
import { acceptReport, returnReport } from '../reports.ts';
import { remind } from './reminders.ts';
import { putWork } from './work.ts';

export const BULK_ACTS = ['assign', 'release', 'remind', 'accept', 'return'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Whom a task is given to: the same for all, or said with the item (as when an act is taken back). */
export interface Given {
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
    const rows = new Map<BulkItem, BulkRow>();
    // in one order, whatever was clicked first: two that work on the same rows wait for each other, once
    for (const item of input.items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)))
      rows.set(item, await rowOf({ ...ctx, pool: tx }, input, item));
    return ok(input.items.flatMap((item) => rows.get(item) ?? []));
  });
}

const nameOf = ({ obligationId, subject }: BulkItem): string => obligationId ?? subject ?? '';

async function rowOf(ctx: ActContext, input: BulkInput, item: BulkItem): Promise<BulkRow> {
  const result = await one(ctx, input, item);
  if (result.ok) return { item, problem: null, revision: result.value };
  return { item, problem: result.problems[0] ?? incomplete(input), revision: null };
}

const incomplete = ({ act }: BulkInput): Problem => problem('bulk.incomplete', ['items'], { act });

/** Every act is a savepoint of its own (`inTransaction` inside one). */
async function one(ctx: ActContext, input: BulkInput, item: BulkItem): Promise<Result<number | null>> {
  const { subject, obligationId, no } = item;
  if (input.act === 'assign' || input.act === 'release') {
    if (subject === undefined) return refuse(incomplete(input));
    const { personId, coordinatorIds, dueOn, opinion } = { ...input, ...item };
    const work = { subject, act: input.act, expectedRevision: item.expectedRevision ?? null };
    const put = await putWork(ctx, { ...work, personId, coordinatorIds, dueOn, opinion });
    return put.ok ? ok(put.value.workRevision) : put;
  }
  if (obligationId === undefined) return refuse(incomplete(input));
  if (input.act === 'remind') {
    const reminded = await remind(ctx, { obligationId, text: input.reason });
    return reminded.ok ? ok(null) : reminded;
  }
  if (no === undefined) return refuse(incomplete(input));
  const decision = { obligationId, no, expectedRevision: item.expectedRevision ?? undefined };
  const { reason = '', reworkDueAt = null } = input;
  const decided =
    input.act === 'accept'
      ? await acceptReport(ctx, decision)
      : await returnReport(ctx, { ...decision, reason, reworkDueAt });
  return decided.ok ? ok(decided.value.revision) : decided;
}
