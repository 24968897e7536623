import {
  audit,
  type CampaignRow,
  campaignById,
  colleaguesOf,
  emitEvent,
  insertStep,
  type LetterAct,
  type LetterRow,
  type LetterStepRow,
  lockLetter,
  type Queryable,
  stepsOf,
  type Transaction,
} from '#db';
import { ok, type Problem, problem, refuse, type Result, type Scope } from '#model';
import { mayActAs, maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { isUuid } from '../scene.ts';
import type { Approval } from './approval.ts';

/** A letter with its row locked: what an act on it stands on. */
export interface LetterScene {
  readonly letter: LetterRow;
  readonly campaign: CampaignRow;
}

export interface LetterAsk {
  readonly letterId: string;
  readonly expectedRevision: number;
}

/** Other units' letters are unknown here, issued ones too: acting on a letter is for its own unit. */
export async function lockOwnLetter(
  tx: Transaction,
  ctx: ActContext,
  { letterId, expectedRevision, scope }: LetterAsk & { readonly scope: Scope },
): Promise<Result<LetterScene>> {
  const forbidden = missingScope(ctx.principal, scope);
  if (forbidden) return refuse(forbidden);
  const inside = { ...ctx, pool: tx };
  const letter = isUuid(letterId) ? await lockLetter(tx, letterId) : null;
  if (letter === null || !(await maySee(inside, letter.unitId)))
    return refuse(problem('letter.notFound', ['id'], { id: letterId }));
  if (!(await mayActAs(inside, letter.unitId)))
    return refuse(problem('letter.notFound', ['id'], { id: letterId }));
  if (letter.revision !== expectedRevision)
    return refuse(
      problem('letter.conflict', ['expectedRevision'], {
        expected: expectedRevision,
        actual: letter.revision,
      }),
    );
  const campaign = await campaignById(tx, letter.campaignId);
  if (campaign === null) throw new Error(`letter ${letter.id} without campaign`);
  return ok({ letter, campaign });
}

/** Problems of a letter's text, seen from the request that names the letter. */
export const inDocument = (problems: readonly Problem[]): Problem[] =>
  problems.map((each) => ({ ...each, path: ['document', ...each.path] }));

export async function approvalOf(tx: Queryable, letter: LetterRow): Promise<Approval> {
  const steps = await stepsOf(tx, letter.id);
  const since = steps.findLastIndex(({ act }) => act === 'submitted');
  const approved = steps
    .slice(since + 1)
    .filter(({ act, step }: LetterStepRow) => act === 'approved' && step === letter.step)
    .map(({ by, onBehalfOf }) => onBehalfOf ?? by);
  return {
    chain: letter.chain,
    step: letter.step,
    writers: letter.writers,
    approvedBy: approved,
    holders: await colleaguesOf(tx, letter.unitId),
  };
}

/** The trace of a step: the letter's own way, an event, the audit trail (last: it holds a chain). */
export async function takeStep(
  tx: Transaction,
  { principal }: ActContext,
  told: LetterScene & { readonly act: LetterAct; readonly comment?: string; readonly after?: unknown },
): Promise<void> {
  const { letter, campaign, act, comment = '' } = told;
  const step = { letterId: letter.id, step: letter.step, act, comment, at: campaign.now, by: principal.id };
  await insertStep(tx, step);
  await emitEvent(tx, {
    campaignId: campaign.id,
    at: campaign.now,
    kind: `letter.${act}`,
    unitId: letter.unitId,
    data: { letterId: letter.id, periodKey: letter.periodKey },
  });
  await audit(tx, {
    actor: principal.id,
    actorUnitId: principal.unitId,
    act: `letter.${act}`,
    campaignId: campaign.id,
    unitId: letter.unitId,
    subject: letter.id,
    before: { state: letter.state, step: letter.step, revision: letter.revision },
    after: told.after ?? { comment },
  });
}
