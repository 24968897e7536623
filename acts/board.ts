import {
  type BoardRows,
  type BoardUnit,
  boardRows,
  type CampaignRow,
  type Figure,
  periodByKey,
  unitsBehind,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { maySee } from './authorise.ts';
import { type Page, pageSize, seenCampaign } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { definitionOf } from './scene.ts';

export interface BoardQuery {
  readonly campaignId: string;
  readonly periodKey: string;
  /** The unit whose addressees are the branches; the root's when absent. */
  readonly parentUnitId?: string | undefined;
}

export interface Board {
  readonly campaignId: string;
  readonly periodKey: string;
  readonly now: string;
  readonly parentUnitId: string;
  readonly periods: BoardRows['periods'];
  /** In the order of the drawing. A unit that stands in two groups is counted in both. */
  readonly levels: readonly (BoardRows['levels'][number] & { readonly name: string })[];
  /** Add up to everything below the parent: every obligation stands in one branch. */
  readonly branches: BoardRows['branches'];
}

/** Expected, received, on time, late, missing and returned: by period, by level of the drawing, by branch. */
export async function campaignBoard(ctx: ActContext, query: BoardQuery): Promise<Result<Board>> {
  const scene = await boardScene(ctx, query);
  if (!scene.ok) return scene;
  const { campaign, of } = scene.value;
  const rows = await boardRows(ctx.pool, of);
  const { nodes } = await definitionOf(ctx.pool, campaign);
  const levels = nodes.flatMap(({ id, name }) =>
    rows.levels.filter(({ nodeId }) => nodeId === id).map((level) => ({ ...level, name })),
  );
  const { campaignId, periodKey, parentUnitId } = of;
  return ok({ campaignId, periodKey, now: campaign.now, parentUnitId, ...rows, levels });
}

export interface BehindQuery extends BoardQuery {
  readonly figure: Figure;
  readonly nodeId?: string | undefined;
  readonly branch?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** The names behind one number of the board. */
export async function boardUnits(ctx: ActContext, query: BehindQuery): Promise<Result<Page<BoardUnit>>> {
  const scene = await boardScene(ctx, query);
  if (!scene.ok) return scene;
  const cursor = decodeCursor(query.cursor, 1);
  const afterSeq = cursor === undefined ? -1 : cursor === 'bad' ? Number.NaN : Number(cursor[0]);
  if (!Number.isInteger(afterSeq) || Math.abs(afterSeq) > 2 ** 31 - 1)
    return refuse(problem('api.badCursor', ['cursor']));
  const limit = pageSize(query.limit);
  const rows = await unitsBehind(ctx.pool, {
    ...scene.value.of,
    figure: query.figure,
    nodeId: query.nodeId ?? null,
    branch: query.branch ?? null,
    q: query.q ?? null,
    afterSeq,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([String(last.seq)]) : null });
}

async function boardScene(ctx: ActContext, query: BoardQuery) {
  const seen = await seenCampaign(ctx.pool, ctx, query.campaignId);
  if (!seen.ok) return seen;
  const campaign: CampaignRow = seen.value;
  const { campaignId, periodKey } = query;
  if ((await periodByKey(ctx.pool, campaignId, periodKey)) === null)
    return refuse(problem('period.notFound', ['period'], { period: periodKey }));
  // the root stands above what a reader below sees, and is no secret: it signed the letter
  const parentUnitId = query.parentUnitId ?? campaign.rootUnitId;
  if (parentUnitId !== campaign.rootUnitId && !(await maySee(ctx, parentUnitId)))
    return refuse(problem('organisation.notFound', ['parent'], { id: parentUnitId }));
  return ok({ campaign, of: { campaignId, periodKey, parentUnitId, scope: ctx.principal.unitId } });
}
