import {
  type AttachmentRow,
  attachmentsOf,
  type ExtensionRow,
  extensionsOf,
  filesByVersion,
  inTransaction,
  type Letter,
  letterAbove,
  listObligationRows,
  type ObligationRow,
  periodByKey,
  planTexts,
  putObligationState,
  type ReceiptRow,
  receiptsOf,
  type ReportVersionRow,
  reportVersions,
} from '#db';
import { decide, timelinessOf } from '#engine';
import {
  ok,
  type ObligationStatus,
  type PlanTask,
  problem,
  refuse,
  type ReportForm,
  type Result,
  type Timeliness,
} from '#model';
import { missingScope } from './authorise.ts';
import { type CampaignView, campaignView, type Page, pageSize } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Decided } from './reports.ts';
import { definitionOf, formOf, isUuid, lockOwnScene, seenObligation } from './scene.ts';
import { tell } from './trace.ts';

export interface ObligationQuery {
  readonly campaignId?: string | undefined;
  readonly periodKey?: string | undefined;
  readonly unitId?: string | undefined;
  readonly collectorUnitId?: string | undefined;
  readonly status?: ObligationStatus | undefined;
  readonly overdue?: boolean | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** C7: both axes, on the campaign's clock. */
export type ObligationView = ObligationRow & { readonly done: boolean; readonly timeliness: Timeliness };

const viewOf = (row: ObligationRow, now: string): ObligationView => ({ ...row, ...timelinessOf(row, now) });

/** In the order of a work list: by due date, undated last. */
export async function listObligations(
  ctx: ActContext,
  query: ObligationQuery = {},
): Promise<Result<Page<ObligationView & { readonly campaignTitle: string }>>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const cursor = decodeCursor(query.cursor, 2);
  if (cursor === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  if (query.campaignId !== undefined && !isUuid(query.campaignId)) return ok({ items: [], nextCursor: null });
  const limit = pageSize(query.limit);
  const rows = await listObligationRows(ctx.pool, {
    scope: ctx.principal.unitId,
    campaignId: query.campaignId ?? null,
    periodKey: query.periodKey ?? null,
    unitId: query.unitId ?? null,
    collectorUnitId: query.collectorUnitId ?? null,
    status: query.status ?? null,
    overdue: query.overdue ?? null,
    q: query.q ?? null,
    after:
      cursor === undefined
        ? null
        : { dueAt: cursor[0] === '' ? null : (cursor[0] ?? null), id: cursor[1] ?? '' },
    limit: limit + 1,
  });
  const items = rows
    .slice(0, limit)
    .map(({ now, mode: _, ...row }) => ({ ...viewOf(row, now), campaignTitle: row.campaignTitle }));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.dueAt ?? '', last.id]) : null,
  });
}

export interface ObligationDetails extends ObligationView {
  readonly campaign: CampaignView;
  readonly periodLabel: string;
  readonly form: ReportForm | null;
  readonly tasks: readonly PlanTask[];
  /** The letter with which the unit above passed the directive on, with the tasks that it added. */
  readonly letter: Letter | null;
  readonly versions: readonly (ReportVersionRow & { readonly attachmentIds: readonly string[] })[];
  readonly attachments: readonly AttachmentRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly receipts: readonly ReceiptRow[];
  /** Done, and had by all (or any) of the recipients of record. */
  readonly complete: boolean;
}

export async function getObligation(ctx: ActContext, id: string): Promise<Result<ObligationDetails>> {
  const seen = await seenObligation(ctx, id);
  if (!seen.ok) return seen;
  const { row, campaign } = seen.value;
  const texts = await planTexts(ctx.pool, campaign.id);
  const files = await filesByVersion(ctx.pool, id);
  const versions = await reportVersions(ctx.pool, id);
  const receipts = await receiptsOf(ctx.pool, id);
  const view = viewOf(row, campaign.now);
  return ok({
    ...view,
    campaign: campaignView(campaign),
    periodLabel: (await periodByKey(ctx.pool, campaign.id, row.periodKey))?.label ?? row.periodKey,
    form: row.reportId === null ? null : formOf(await definitionOf(ctx.pool, campaign), row.reportId),
    tasks: row.taskIds.flatMap((taskId) => texts?.tasks[taskId] ?? []),
    letter: await letterAbove(ctx.pool, row),
    versions: versions.map((version) => ({ ...version, attachmentIds: files.get(version.no) ?? [] })),
    attachments: await attachmentsOf(ctx.pool, id),
    extensions: await extensionsOf(ctx.pool, id),
    receipts,
    complete: view.done && isReceived(row, receipts),
  });
}

/** The collector has it by accepting it; the other recipients of record confirm. */
function isReceived(row: ObligationRow, receipts: readonly ReceiptRow[]): boolean {
  const others = row.recipientUnitIds.filter((unitId) => unitId !== row.collectorUnitId);
  const has = (unitId: string): boolean => receipts.some((receipt) => receipt.unitId === unitId);
  return row.recipientMode === 'any' || others.every(has);
}

/** The unit has taken note; where nothing else is owed, this is all. */
export async function acknowledge(
  ctx: ActContext,
  act: { readonly obligationId: string; readonly expectedRevision?: number | undefined },
): Promise<Result<Decided>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnScene(tx, ctx, act);
    if (!scene.ok) return scene;
    const { row, campaign } = scene.value;
    const decided = decide(row, { kind: 'acknowledge' }, campaign.now);
    if (!decided.ok) return decided;
    const { state } = decided.value;
    await putObligationState(tx, row.id, { state, acknowledgedBy: ctx.principal.id });
    const late = decided.value.late ?? false;
    await tell(tx, ctx, {
      scene: scene.value,
      act: 'obligation.acknowledged',
      data: { status: state.status, late },
      after: { late },
    });
    return ok({ status: state.status, revision: row.revision + 1 });
  });
}
