import { allConsolidations, canonicalObligations, canonicalWindowEnds, inSnapshot } from '#db';
import { type CanonicalState, canonicalState as canonical } from '#engine';
import { ok, problem, refuse, type Result } from '#model';
import { maySee } from './authorise.ts';
import { seenCampaign } from './campaigns.ts';
import type { ActContext } from './context.ts';

/** Where a campaign stands, comparable with the simulator's answer; for whoever stands above all of it. */
export async function canonicalState(ctx: ActContext, campaignId: string): Promise<Result<CanonicalState>> {
  return inSnapshot(ctx.pool, async (tx) => {
    const seen = await seenCampaign(tx, ctx, campaignId);
    if (!seen.ok) return seen;
    const campaign = seen.value;
    if (!(await maySee({ ...ctx, pool: tx }, campaign.rootUnitId)))
      return refuse(problem('campaign.notFound', ['campaignId'], { id: campaignId }));
    return ok(
      canonical({
        status: campaign.status,
        now: campaign.now,
        clock: campaign.mode,
        obligations: await canonicalObligations(tx, campaignId),
        consolidations: await allConsolidations(tx, campaignId),
        windowEnds: await canonicalWindowEnds(tx, campaignId),
      }),
    );
  });
}
