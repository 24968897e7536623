import {
  beyondScope,
  type Colleague,
  inTransaction,
  letterById,
  type LetterRow,
  type LetterStepRow,
  namesOfObligations,
  periodByKey,
  type Reach,
  reachOf,
  stepsOf,
  type Transaction,
  wasSentTo,
  findUnit,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { isUuid } from '../scene.ts';
import { standingOf, waitsFor } from './approval.ts';
import { officeOf, type OfficeTemplate } from './office.ts';
import { approvalOf } from './scene.ts';
import { approvalScope, mayReturn } from './way.ts';

/** What the reader may do with the letter now. */
interface MayDo {
  readonly edit: boolean;
  readonly submit: boolean;
  readonly approve: boolean;
  readonly return: boolean;
  readonly issue: boolean;
  readonly withdraw: boolean;
}

export interface LetterView extends LetterRow {
  readonly periodLabel: string;
  readonly steps: readonly LetterStepRow[];
  readonly reach: Reach;
  /** Whose approval the present step waits for. */
  readonly approvers: readonly Pick<Colleague, 'id' | 'name'>[];
  readonly may: MayDo;
}

/** Names shown of those it reaches; the count is of all. */
const MOST_NAMES = 60;
const NOTHING: MayDo = {
  edit: false,
  submit: false,
  approve: false,
  return: false,
  issue: false,
  withdraw: false,
};

/** Drafts are their own house's alone; an issued letter is read by whoever stands above and whoever it was sent to. */
async function seenLetter(tx: Transaction, ctx: ActContext, id: string): Promise<LetterRow | null> {
  if (!isUuid(id)) return null;
  const letter = await beyondScope(tx, () => letterById(tx, id));
  if (letter === null) return null;
  const inside = { ...ctx, pool: tx };
  if (await mayActAs(inside, letter.unitId)) return letter;
  if (letter.state !== 'issued') return null;
  if (await maySee(inside, letter.unitId)) return letter;
  const { unitId } = ctx.principal;
  return unitId !== null && (await wasSentTo(tx, letter, unitId)) ? letter : null;
}

export async function getLetter(ctx: ActContext, id: string): Promise<Result<LetterView>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const letter = await seenLetter(tx, ctx, id);
    if (letter === null) return refuse(problem('letter.notFound', ['id'], { id }));
    const own = await mayActAs({ ...ctx, pool: tx }, letter.unitId);
    const period = await periodByKey(tx, letter.campaignId, letter.periodKey);
    const reach =
      letter.kind === 'chase'
        ? await beyondScope(tx, () => namesOfObligations(tx, letter.obligationIds, MOST_NAMES))
        : await reachOf(tx, letter, MOST_NAMES);
    const approvers = own && letter.state === 'submitted' ? waitsFor(await approvalOf(tx, letter)) : [];
    return ok({
      ...letter,
      // how a letter came about stays in the house
      ...(own ? {} : { sources: {}, writers: [], draftedByName: null, draftedForName: null }),
      periodLabel: period?.label ?? letter.periodKey,
      steps: own ? await stepsOf(tx, letter.id) : [],
      reach: own ? reach : { count: reach.count, names: [] },
      approvers: approvers.map(({ id: personId, name }) => ({ id: personId, name })),
      may: own ? await mayDo(tx, ctx, letter) : NOTHING,
    });
  });
}

async function mayDo(tx: Transaction, ctx: ActContext, letter: LetterRow): Promise<MayDo> {
  const { principal } = ctx;
  const has = (scope: Parameters<typeof missingScope>[1]): boolean => missingScope(principal, scope) === null;
  const writable = letter.state === 'draft' || letter.state === 'returned';
  const onItsWay = letter.state === 'submitted' || letter.state === 'approved';
  const writes = has('letters:write');
  const approval = letter.state === 'submitted' ? await approvalOf(tx, letter) : null;
  return {
    edit: writable && writes,
    submit: writable && writes,
    approve: approval !== null && has(approvalScope(principal)) && standingOf(approval, principal) === 'may',
    return: onItsWay && writes && (await mayReturn(tx, ctx, { letter })),
    issue: letter.state === 'approved' && has('letters:issue'),
    withdraw: (writable || onItsWay) && writes,
  };
}

/** The letter as a file: kept bytes once issued, else what it would be now. */
export interface LetterFile {
  readonly letter: LetterRow;
  readonly template: OfficeTemplate | null;
}

export async function letterForFile(ctx: ActContext, id: string): Promise<Result<LetterFile>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const letter = await seenLetter(tx, ctx, id);
    const unit = letter === null ? null : await findUnit(tx, letter.unitId);
    if (letter === null || unit === null) return refuse(problem('letter.notFound', ['id'], { id }));
    return ok({ letter, template: (await officeOf(tx, unit)).template });
  });
}
