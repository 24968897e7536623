import {
  audit,
  type Database,
  emitEvent,
  inTransaction,
  type Letter,
  markDisseminated,
  openBelow,
  type Opened,
  openChildNodes,
  touchNode,
  type Transaction,
} from '#db';
import { decideNode } from '#engine';
import { ok, problem, refuse, type Result } from '#model';
import type { NodeRef } from '#model/contract';
import { maySee, mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { lockNodeScene } from './node-step.ts';
import { findNode } from './periods.ts';

/** The engine's step: a unit that passes on automatically. Does nothing the second time. */
export async function disseminateNode(database: Database, ref: NodeRef): Promise<void> {
  await inTransaction(database, async (tx) => {
    const { campaign, facts } = await lockNodeScene(tx, ref);
    if (decideNode(facts).kind !== 'disseminate') return;
    await passOn(tx, ref, { at: campaign.now, by: 'engine', letter: null });
  });
}

export interface DisseminateInput extends NodeRef {
  readonly letter?: Omit<Letter, 'addedTasks'> | undefined;
  readonly addedTasks?: readonly string[] | undefined;
}

/** An official passes the directive on, with the unit's own letter and added tasks; the node's workflow goes on from there. */
export async function disseminate(ctx: ActContext, input: DisseminateInput): Promise<Result<Opened>> {
  const forbidden = missingScope(ctx.principal, 'reports:decide');
  if (forbidden) return refuse(forbidden);
  if (!(await maySee(ctx, input.unitId)))
    return refuse(problem('dissemination.notFound', ['unitId'], { unit: input.unitId }));
  if (!(await mayActAs(ctx, input.unitId)))
    return refuse(problem('api.forbidden', ['unitId'], { scope: 'reports:decide' }));
  return inTransaction(ctx.pool, (tx) => {
    const { letter, addedTasks = [] } = input;
    const { campaignId, periodKey, unitId } = input;
    return passOnByOfficial(tx, ctx, { campaignId, periodKey, unitId, letter: { ...letter, addedTasks } });
  });
}

/**
 * The step that every official's way of passing on ends with: the plain call of a system, and the issue of
 * the unit's own letter. Whether the caller may act for the unit has been asked before.
 */
export async function passOnByOfficial(
  tx: Transaction,
  ctx: ActContext,
  input: NodeRef & { readonly letter: Letter },
): Promise<Result<Opened>> {
  const { letter, ...ref } = input;
  const known = await findNode(tx, ref);
  if (known === null) return refuse(problem('dissemination.notFound', ['unitId'], { unit: ref.unitId }));
  const { campaign, node, facts } = await lockNodeScene(tx, ref);
  if (!node.disseminates)
    return refuse(problem('dissemination.nobodyBelow', ['unitId'], { unit: node.unitName }));
  if (node.openedAt === null)
    return refuse(problem('dissemination.notReceived', ['unitId'], { unit: node.unitName }));
  if (facts.disseminated)
    return refuse(problem('dissemination.alreadyDone', ['unitId'], { unit: node.unitName }));
  if (facts.campaign !== 'running' || facts.periodClosed) return refuse(problem('campaign.notRunning'));
  const opened = await passOn(tx, ref, { at: campaign.now, by: ctx.principal.id, letter });
  await touchNode(tx, ref);
  await audit(tx, {
    actor: ctx.principal.id,
    actorUnitId: ctx.principal.unitId,
    act: 'directive.disseminated',
    campaignId: ref.campaignId,
    unitId: ref.unitId,
    subject: ref.periodKey,
    after: { letter, ...opened },
  });
  return ok(opened);
}

async function passOn(
  tx: Transaction,
  ref: NodeRef,
  done: { at: string; by: string; letter: Letter | null },
): Promise<Opened> {
  const opened = await openBelow(tx, ref, done.at);
  await openChildNodes(tx, ref, done.at);
  await markDisseminated(tx, ref, done);
  await emitEvent(tx, {
    campaignId: ref.campaignId,
    at: done.at,
    kind: 'node.disseminated',
    unitId: ref.unitId,
    data: { periodKey: ref.periodKey, by: done.by, ...opened },
  });
  return opened;
}
