import {
  audit,
  type CampaignRow,
  chasesOnTheirWay,
  disseminationLetter,
  emitEvent,
  insertLetter,
  inTransaction,
  type LetterKind,
  lockNode,
  missingReports,
  type NodeRow,
  openChase,
  type Transaction,
} from '#db';
import { actorsOf, ok, problem, refuse, type Result } from '#model';
import type { NodeRef } from '#model/contract';
import { missingScope } from '../authorise.ts';
import { seenCampaign } from '../campaigns.ts';
import type { ActContext } from '../context.ts';
import { findNode } from '../periods.ts';
import { type Generated, generateChase, generatePassOn } from './generate.ts';
import { ownUnit } from './own-unit.ts';

export interface DraftLetterInput {
  readonly kind: LetterKind;
  readonly campaignId: string;
  readonly periodKey: string;
  /** Of a system's call; people write for their own unit. */
  readonly unitId?: string | undefined;
  readonly addedTasks?: readonly string[] | undefined;
  /** Of a chase letter: only these of the missing ones. */
  readonly unitIds?: readonly string[] | undefined;
}

/**
 * Draws the letter up from what is known. Asked again, what is begun is opened: the letter with which a node
 * passes on, and a draft that chases the same reports. After one of them came in, a draft would name the wrong units. Nobody is
 * urged by two letters at once: who stands in one that was sent for approval is not put into another.
 */
export async function draftLetter(
  ctx: ActContext,
  input: DraftLetterInput,
): Promise<Result<{ readonly id: string; readonly created: boolean }>> {
  const forbidden = missingScope(ctx.principal, 'letters:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const inside = { ...ctx, pool: tx };
    const unit = await ownUnit(inside, input.unitId);
    if (!unit.ok) return unit;
    const seen = await seenCampaign(tx, inside, input.campaignId);
    if (!seen.ok) return seen;
    const ref = { campaignId: input.campaignId, periodKey: input.periodKey, unitId: unit.value };
    // two presses at once find one letter
    const node = input.kind === 'chase' ? await lockNode(tx, ref) : await findNode(tx, ref);
    if (node === null) return refuse(problem('dissemination.notFound', ['unitId'], { unit: unit.value }));
    const at = { campaign: seen.value, node, ref };
    return input.kind === 'chase'
      ? draftChase(tx, inside, { ...at, input })
      : draftPassOn(tx, inside, { ...at, input });
  });
}

interface At {
  readonly campaign: CampaignRow;
  readonly node: NodeRow;
  readonly ref: NodeRef;
  readonly input: DraftLetterInput;
}

async function draftPassOn(tx: Transaction, ctx: ActContext, { campaign, node, ref, input }: At) {
  const begun = await disseminationLetter(tx, ref);
  if (begun !== null) return ok({ id: begun, created: false });
  const unit = node.unitName;
  if (!node.disseminates) return refuse(problem('dissemination.nobodyBelow', ['unitId'], { unit }));
  if (node.openedAt === null) return refuse(problem('dissemination.notReceived', ['unitId'], { unit }));
  if (node.disseminatedAt !== null) return refuse(problem('dissemination.alreadyDone', ['unitId'], { unit }));
  if (node.dissemination === 'automatic') return refuse(problem('letter.automatic', ['unitId'], { unit }));
  if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
  const addedTasks = input.addedTasks ?? [];
  const generated = await generatePassOn(tx, { campaign, node, addedTasks });
  return keep(tx, ctx, { campaign, ref, generated, kind: 'dissemination', addedTasks, obligationIds: [] });
}

async function draftChase(tx: Transaction, ctx: ActContext, { campaign, node, ref, input }: At) {
  if (!node.collects) return refuse(problem('letter.collectsNothing', ['unitId'], { unit: node.unitName }));
  if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
  const asked = input.unitIds === undefined ? null : new Set(input.unitIds);
  const missing = (await missingReports(tx, ref)).filter(({ unitId }) => asked?.has(unitId) ?? true);
  const overdue = missing.filter((each) => each.overdue);
  // before the first deadline a letter reminds everybody; after it, those who let it pass
  const wanted = asked !== null || overdue.length === 0 ? missing : overdue;
  if (wanted.length === 0) return refuse(problem('letter.nobodyMissing', ['periodKey']));
  const onTheirWay = await chasesOnTheirWay(tx, ref);
  const named = ({ obligationId }: { readonly obligationId: string }) =>
    onTheirWay.find(({ obligationIds }) => obligationIds.includes(obligationId));
  const urged = wanted.filter((each) => named(each) === undefined);
  const waiting = wanted.map(named).find((letter) => letter !== undefined);
  if (urged.length === 0 && waiting !== undefined) return ok({ id: waiting.id, created: false });
  const obligationIds = urged.map(({ obligationId }) => obligationId);
  const begun = await openChase(tx, { ref, obligationIds });
  if (begun !== null) return ok({ id: begun, created: false });
  const generated = await generateChase(tx, { campaign, ref, missing: urged });
  return keep(tx, ctx, { campaign, ref, generated, kind: 'chase', addedTasks: [], obligationIds });
}

interface Keep {
  readonly campaign: CampaignRow;
  readonly ref: NodeRef;
  readonly generated: Generated;
  readonly kind: LetterKind;
  readonly addedTasks: readonly string[];
  readonly obligationIds: readonly string[];
}

async function keep(tx: Transaction, { principal }: ActContext, given: Keep) {
  const { campaign, ref, generated, kind, addedTasks, obligationIds } = given;
  const { document, sources, office } = generated;
  const letter = { ...ref, kind, mode: campaign.mode, document, sources, addedTasks, obligationIds };
  const written = {
    chain: office.approval,
    writers: actorsOf(principal),
    by: principal.id,
    at: campaign.now,
  };
  const id = await insertLetter(tx, { ...letter, ...written });
  if (id === null) {
    const other = await disseminationLetter(tx, ref);
    if (other === null) throw new Error('a letter that is neither new nor there');
    return ok({ id: other, created: false });
  }
  await emitEvent(tx, {
    campaignId: ref.campaignId,
    at: campaign.now,
    kind: 'letter.drafted',
    unitId: ref.unitId,
    data: { letterId: id, kind },
  });
  await audit(tx, {
    actor: principal.id,
    actorUnitId: principal.unitId,
    act: 'letter.drafted',
    campaignId: ref.campaignId,
    unitId: ref.unitId,
    subject: id,
    after: { kind, periodKey: ref.periodKey, subject: document.subject },
  });
  return ok({ id, created: true });
}
