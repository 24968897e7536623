import {
  campaignById,
  type CampaignCounts,
  campaignProgress,
  campaignInScope,
  type CampaignRow,
  type DeclaredEvent,
  declaredEvents,
  type LevelCount,
  levelCounts,
  listCampaignRows,
  periodByKey,
  periodsOf,
  planTexts,
  type Queryable,
} from '#db';
import { type Directive, type Plan, ok, problem, refuse, type ReportForm, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { definitionOf, isUuid } from './scene.ts';

export interface CampaignView {
  readonly id: string;
  readonly title: string;
  readonly mode: 'live' | 'rehearsal';
  readonly status: 'running' | 'closed' | 'cancelled';
  readonly definitionId: string;
  readonly version: number;
  readonly rootUnitId: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly override: { readonly reason: string } | null;
  /** On the campaign's own clock. */
  readonly now: string;
  /** Rehearsal: the clock is under way to somewhere; null = it stands. */
  readonly clockTarget: string | null;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly closedAt: string | null;
  readonly revision: number;
}

export function campaignView(row: CampaignRow): CampaignView {
  const { id, title, mode, status, definitionId, version, rootUnitId, parameters, override, now } = row;
  const { clockTarget, startedAt, startedBy, closedAt, revision } = row;
  const view = { id, title, mode, status, definitionId, version, rootUnitId, parameters, override, now };
  return { ...view, clockTarget, startedAt, startedBy, closedAt, revision };
}

export interface CampaignQuery {
  readonly status?: CampaignRow['status'] | undefined;
  readonly mode?: CampaignRow['mode'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const pageSize = (limit: number | undefined): number => Math.min(Math.max(limit ?? 50, 1), 200);

export interface ListedCampaign extends CampaignView {
  readonly rootName: string;
  readonly counts: CampaignCounts;
  readonly nextDueAt: string | null;
}

/** Newest first. */
export async function listCampaigns(
  ctx: ActContext,
  query: CampaignQuery = {},
): Promise<Result<Page<ListedCampaign>>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const cursor = decodeCursor(query.cursor, 2);
  if (cursor === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const limit = pageSize(query.limit);
  const rows = await listCampaignRows(ctx.pool, {
    scope: ctx.principal.unitId,
    status: query.status ?? null,
    mode: query.mode ?? null,
    before: cursor === undefined ? null : { at: cursor[0] ?? '', id: cursor[1] ?? '' },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const progress = await campaignProgress(
    ctx.pool,
    shown.map(({ id }) => id),
    ctx.principal.unitId,
  );
  const items = shown.flatMap((row): ListedCampaign[] => {
    const stand = progress.get(row.id);
    return stand === undefined ? [] : [{ ...campaignView(row), rootName: row.rootName, ...stand }];
  });
  const last = rows[limit - 1];
  return ok({
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null,
  });
}

export interface CampaignDetails extends CampaignView {
  readonly directive: Directive | null;
  readonly tasks: Plan['tasks'];
  readonly warnings: Plan['warnings'];
  readonly reports: readonly ReportForm[];
  readonly events: readonly { readonly key: string; readonly label: string }[];
  readonly declared: readonly DeclaredEvent[];
  readonly periods: readonly {
    readonly key: string;
    readonly label: string;
    readonly opensAt: string;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    readonly reportIds: readonly string[];
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly counts: CampaignCounts;
  readonly nextDueAt: string | null;
}

export async function getCampaign(ctx: ActContext, id: string): Promise<Result<CampaignDetails>> {
  const seen = await seenCampaign(ctx.pool, ctx, id);
  if (!seen.ok) return seen;
  const row = seen.value;
  const texts = await planTexts(ctx.pool, id);
  const definition = await definitionOf(ctx.pool, row);
  const periods = await periodsOf(ctx.pool, id);
  const progress = (await campaignProgress(ctx.pool, [id], ctx.principal.unitId)).get(id);
  if (progress === undefined) throw new Error('progress without a row');
  return ok({
    ...campaignView(row),
    directive: texts?.directive ?? null,
    tasks: texts?.tasks ?? {},
    warnings: texts?.warnings ?? [],
    reports: definition.reports,
    events: definition.events,
    declared: await declaredEvents(ctx.pool, id),
    periods: periods.map(({ key, label, opensAt, openedAt, closedAt, body }) => {
      const { reportIds, from, to } = body;
      return { key, label, opensAt, openedAt, closedAt, reportIds, from, to };
    }),
    ...progress,
  });
}

/** Unknown campaigns and those without anything in the reader's subtree look the same. */
export async function seenCampaign(tx: Queryable, ctx: ActContext, id: string): Promise<Result<CampaignRow>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const notFound = refuse(problem('campaign.notFound', ['campaignId'], { id }));
  if (!isUuid(id)) return notFound;
  const row = await campaignById(tx, id);
  if (row === null || !(await campaignInScope(tx, id, ctx.principal.unitId))) return notFound;
  return ok(row);
}

/** Where each level of the drawing stands in one period. */
export async function campaignLevels(
  ctx: ActContext,
  id: string,
  periodKey: string,
): Promise<Result<readonly LevelCount[]>> {
  const seen = await seenCampaign(ctx.pool, ctx, id);
  if (!seen.ok) return seen;
  if ((await periodByKey(ctx.pool, id, periodKey)) === null)
    return refuse(problem('period.notFound', ['period'], { period: periodKey }));
  return ok(await levelCounts(ctx.pool, { campaignId: id, periodKey, scope: ctx.principal.unitId }));
}
