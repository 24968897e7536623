import {
  audit,
  type CampaignRow,
  cancelObligations,
  closeObligations,
  closePeriods,
  emitEvent,
  inTransaction,
  lockAllNodes,
  lockCampaign,
  periodByKey,
  setCampaignStatus,
  touchAllNodes,
  touchCampaign,
  type Transaction,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import { type CampaignView, campaignView, seenCampaign } from './campaigns.ts';
import type { ActContext } from './context.ts';

export interface CloseInput {
  readonly campaignId: string;
  /** Only this period; the campaign goes on. */
  readonly periodKey?: string | undefined;
  readonly reason?: string | undefined;
  readonly expectedRevision?: number | undefined;
}

/** What is missing stays missing; what comes later is supplementary and makes revisions up the chain. */
export function closeCampaign(ctx: ActContext, input: CloseInput): Promise<Result<CampaignView>> {
  return ending(ctx, input, async (tx, campaign) => {
    const period = input.periodKey ?? null;
    if (period !== null && (await periodByKey(tx, campaign.id, period)) === null) {
      return refuse(problem('period.notFound', ['periodKey'], { period }));
    }
    await lockAllNodes(tx, campaign.id);
    const closed = await closeObligations(tx, campaign.id, period);
    await closePeriods(tx, { campaignId: campaign.id, key: period, now: campaign.now });
    if (period === null) await setCampaignStatus(tx, campaign.id, { status: 'closed', at: campaign.now });
    await touchAllNodes(tx, campaign.id, period);
    return ok({ act: period === null ? 'campaign.closed' : 'period.closed', obligations: closed, period });
  });
}

/** Recalled: every workflow ends, nothing is owed any more, what was written stays to be read. */
export function cancelCampaign(ctx: ActContext, input: CloseInput): Promise<Result<CampaignView>> {
  return ending(ctx, input, async (tx, campaign) => {
    await lockAllNodes(tx, campaign.id);
    const cancelled = await cancelObligations(tx, campaign.id);
    await setCampaignStatus(tx, campaign.id, { status: 'cancelled', at: campaign.now });
    await touchAllNodes(tx, campaign.id);
    return ok({ act: 'campaign.cancelled', obligations: cancelled, period: null });
  });
}

interface Ended {
  readonly act: string;
  readonly obligations: number;
  readonly period: string | null;
}

async function ending(
  ctx: ActContext,
  input: CloseInput,
  end: (tx: Transaction, campaign: CampaignRow) => Promise<Result<Ended>>,
): Promise<Result<CampaignView>> {
  return inTransaction(ctx.pool, async (tx) => {
    const locked = await lockOwnCampaign(tx, ctx, { ...input, scope: 'campaigns:write' });
    if (!locked.ok) return locked;
    const campaign = locked.value;
    if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
    const ended = await end(tx, campaign);
    if (!ended.ok) return ended;
    const { act, obligations, period } = ended.value;
    await touchCampaign(tx, campaign.id);
    await emitEvent(tx, {
      campaignId: campaign.id,
      at: campaign.now,
      kind: act,
      data: { obligations, period },
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act,
      campaignId: campaign.id,
      unitId: campaign.rootUnitId,
      subject: period ?? campaign.id,
      after: { obligations, reason: input.reason ?? '' },
    });
    const now = await lockCampaign(tx, campaign.id);
    return ok(campaignView(now ?? campaign));
  });
}

/** The campaign's row, locked, for an act that belongs to its root unit. */
export async function lockOwnCampaign(
  tx: Transaction,
  ctx: ActContext,
  act: {
    readonly campaignId: string;
    readonly expectedRevision?: number | undefined;
    readonly scope: 'campaigns:write' | 'clock:write';
  },
): Promise<Result<CampaignRow>> {
  const forbidden = missingScope(ctx.principal, act.scope);
  if (forbidden) return refuse(forbidden);
  const seen = await seenCampaign(tx, ctx, act.campaignId);
  if (!seen.ok) return seen;
  const campaign = await lockCampaign(tx, act.campaignId);
  if (campaign === null) return refuse(problem('campaign.notFound', ['campaignId'], { id: act.campaignId }));
  if (!(await mayActAs({ ...ctx, pool: tx }, campaign.rootUnitId)))
    return refuse(problem('api.forbidden', [], { scope: act.scope }));
  if (act.expectedRevision !== undefined && act.expectedRevision !== campaign.revision) {
    const params = { expected: act.expectedRevision, actual: campaign.revision };
    return refuse(problem('campaign.conflict', ['expectedRevision'], params));
  }
  return ok(campaign);
}
