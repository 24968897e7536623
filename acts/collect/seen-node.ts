import { campaignById, type NodeRow } from '#db';
import { ok, problem, refuse, type Result } from '#model';
import type { NodeRef } from '#model/contract';
import { maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { findNode } from '../periods.ts';

/** Its own unit, and whoever stands above it, read a node's consolidations. */
export async function seenNode(ctx: ActContext, ref: NodeRef): Promise<Result<NodeRow>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const notFound = refuse(problem('consolidation.notFound', ['unitId'], { unit: ref.unitId }));
  const node = await findNode(ctx.pool, ref);
  if (node === null) return notFound;
  const campaign = await campaignById(ctx.pool, ref.campaignId);
  for (const unitId of [ref.unitId, node.parentUnitId, campaign?.rootUnitId ?? null]) {
    if (unitId !== null && (await maySee(ctx, unitId))) return ok(node);
  }
  return notFound;
}
