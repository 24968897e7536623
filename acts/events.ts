import { campaignById, campaignInScope, findEvents, isEventCursor, type StreamEvent } from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { isUuid } from './scene.ts';

export interface EventQuery {
  readonly campaignId: string;
  /** Cursor of the last event seen (the stream's Last-Event-ID); left out = from the beginning. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The next events of one campaign, in an order in which none is ever skipped. */
export async function readEvents(ctx: ActContext, query: EventQuery): Promise<Result<StreamEvent[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  if (query.after !== undefined && !isEventCursor(query.after))
    return refuse(problem('api.badCursor', ['after']));
  const scope = ctx.principal.unitId;
  const known = isUuid(query.campaignId) && (await campaignById(ctx.pool, query.campaignId)) !== null;
  if (!known || !(await campaignInScope(ctx.pool, query.campaignId, scope))) {
    return refuse(problem('campaign.notFound', [], { id: query.campaignId }));
  }
  return ok(
    await findEvents(ctx.pool, {
      campaignId: query.campaignId,
      scope,
      after: query.after ?? null,
      limit: Math.min(query.limit ?? 200, 1000),
    }),
  );
}
