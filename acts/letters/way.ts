import {
  colleaguesOf,
  findUnit,
  inTransaction,
  type LetterState,
  putLetterState,
  type Transaction,
} from '#db';
import { validateDirective } from '#engine/directive';
import { signerProblems } from '#engine/letter-signer';
import {
  ok,
  positionOf,
  type Principal,
  type Problem,
  problem,
  refuse,
  type Result,
  type Scope,
  scopesOf,
} from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { standingOf, stepAfter, stuckStep } from './approval.ts';
import { officeOf } from './office.ts';
import {
  approvalOf,
  inDocument,
  type LetterAsk,
  type LetterScene,
  lockOwnLetter,
  takeStep,
} from './scene.ts';

export interface Moved {
  readonly state: LetterState;
  readonly step: number;
  readonly revision: number;
}

type Deciding = (tx: Transaction, scene: LetterScene) => Promise<Result<Moved>>;

function onLetter(
  ctx: ActContext,
  ask: LetterAsk & { scope: Scope },
  decide: Deciding,
): Promise<Result<Moved>> {
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnLetter(tx, ctx, ask);
    return scene.ok ? decide(tx, scene.value) : scene;
  });
}

const wrongState = (): Problem => problem('letter.wrongState');

/** To the first step of the unit's approval as it stands now; without steps straight to the records office. */
export function submitLetter(ctx: ActContext, ask: LetterAsk): Promise<Result<Moved>> {
  return onLetter(ctx, { ...ask, scope: 'letters:write' }, async (tx, scene) => {
    const { letter } = scene;
    if (letter.state !== 'draft' && letter.state !== 'returned') return refuse(wrongState());
    const wrong = [
      ...validateDirective(letter.document).filter(({ severity }) => severity === 'error'),
      ...signerProblems(letter.document),
    ];
    if (wrong.length > 0) return refuse(...inDocument(wrong));
    const unit = await findUnit(tx, letter.unitId);
    if (unit === null) throw new Error(`unit ${letter.unitId} is gone`);
    const chain = (await officeOf(tx, unit)).office.approval;
    const holders = await colleaguesOf(tx, letter.unitId);
    const stuck = stuckStep({ chain, writers: letter.writers, holders });
    if (stuck !== null) return refuse(problem('letter.nobodyApproves', [], { step: stuck + 1 }));
    const state = chain.steps.length === 0 ? 'approved' : 'submitted';
    await putLetterState(tx, letter.id, { state, step: 0, chain });
    await takeStep(tx, ctx, { ...scene, letter: { ...letter, step: 0 }, act: 'submitted' });
    return ok({ state, step: 0, revision: letter.revision + 1 });
  });
}

/** A leader's post approves with a leader's scope; whoever is named besides needs no more than to write. */
export const approvalScope = ({ roles }: Principal): Scope =>
  scopesOf(roles).includes('letters:approve') ? 'letters:approve' : 'letters:write';

export function approveLetter(
  ctx: ActContext,
  ask: LetterAsk & { readonly comment: string },
): Promise<Result<Moved>> {
  return onLetter(ctx, { ...ask, scope: approvalScope(ctx.principal) }, async (tx, scene) => {
    const { letter } = scene;
    if (letter.state !== 'submitted') return refuse(wrongState());
    const approval = await approvalOf(tx, letter);
    const standing = standingOf(approval, ctx.principal);
    if (standing === 'notNamed')
      return refuse(problem('letter.notApproverForbidden', [], { step: letter.step + 1 }));
    if (standing === 'ownWork') return refuse(problem('letter.ownWorkForbidden'));
    if (standing === 'already') return refuse(problem('letter.alreadyApproved'));
    const step = stepAfter(approval, positionOf(ctx.principal));
    const state = step >= letter.chain.steps.length ? 'approved' : 'submitted';
    await putLetterState(tx, letter.id, { state, step });
    await takeStep(tx, ctx, { ...scene, act: 'approved', comment: ask.comment });
    return ok({ state, step, revision: letter.revision + 1 });
  });
}

/** Back to whoever wrote it: by an approver whose turn it is, or by the records office before issuing. */
export function returnLetter(
  ctx: ActContext,
  ask: LetterAsk & { readonly reason: string },
): Promise<Result<Moved>> {
  return onLetter(ctx, { ...ask, scope: 'letters:write' }, async (tx, scene) => {
    const { letter } = scene;
    if (ask.reason.trim() === '') return refuse(problem('letter.reasonNeeded', ['reason']));
    if (letter.state !== 'submitted' && letter.state !== 'approved') return refuse(wrongState());
    if (!(await mayReturn(tx, ctx, scene)))
      return refuse(problem('letter.notApproverForbidden', [], { step: letter.step + 1 }));
    await putLetterState(tx, letter.id, { state: 'returned', step: 0 });
    await takeStep(tx, ctx, { ...scene, act: 'returned', comment: ask.reason.trim() });
    return ok({ state: 'returned', step: 0, revision: letter.revision + 1 });
  });
}

export async function mayReturn(
  tx: Parameters<typeof approvalOf>[0],
  { principal }: ActContext,
  { letter }: Pick<LetterScene, 'letter'>,
): Promise<boolean> {
  if (letter.state === 'approved')
    return (
      missingScope(principal, 'letters:issue') === null || missingScope(principal, 'letters:approve') === null
    );
  const standing = standingOf(await approvalOf(tx, letter), principal);
  return (
    (standing === 'may' || standing === 'already') &&
    missingScope(principal, approvalScope(principal)) === null
  );
}

/** On its way: back into the writer's hands. A draft: given up, so that another may be begun. */
export function withdrawLetter(
  ctx: ActContext,
  ask: LetterAsk & { readonly reason: string },
): Promise<Result<Moved>> {
  return onLetter(ctx, { ...ask, scope: 'letters:write' }, async (tx, scene) => {
    const { letter } = scene;
    if (letter.state === 'issued' || letter.state === 'withdrawn') return refuse(wrongState());
    const state = letter.state === 'submitted' || letter.state === 'approved' ? 'draft' : 'withdrawn';
    await putLetterState(tx, letter.id, { state, step: 0 });
    await takeStep(tx, ctx, { ...scene, act: 'withdrawn', comment: ask.reason.trim() });
    return ok({ state, step: 0, revision: letter.revision + 1 });
  });
}
