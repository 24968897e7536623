import {
  attachmentsOf,
  bindAttachments,
  decideReportVersion,
  deleteDraft,
  insertReportVersion,
  inTransaction,
  putObligationState,
  reportersOf,
  touchNode,
  type Transaction,
} from '#db';
import { checkReport, decide } from '#engine';
import {
  ok,
  type ObligationStatus,
  problem,
  refuse,
  type ReportInput,
  type ReportKind,
  type Result,
} from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import { contentHash } from './canonical-hash.ts';
import type { ActContext } from './context.ts';
import { lateDays } from './lateness.ts';
import { whoWasFirst } from './overtaken.ts';
import { ownWork } from './own-work.ts';
import { formOf, lockOwnScene, lockScene, type ObligationScene } from './scene.ts';
import { notify, tell } from './trace.ts';

export interface SubmitInput {
  readonly obligationId: string;
  readonly input: ReportInput;
  readonly expectedRevision?: number | undefined;
}

export interface Receipt {
  readonly no: number;
  readonly kind: ReportKind;
  readonly late: boolean;
  readonly workingDaysLate: number;
  readonly receivedAt: string;
  readonly hash: string;
  readonly status: ObligationStatus;
  readonly revision: number;
}

/** One transaction: version, obligation, audit and a word to the node. Temporal need not be up. */
export async function submitReport(ctx: ActContext, act: SubmitInput): Promise<Result<Receipt>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnScene(tx, ctx, act);
    if (!scene.ok) {
      const first = await whoWasFirst(tx, ctx, { ...act, problems: scene.problems });
      return first === null ? scene : refuse(first);
    }
    const { row, campaign, definition } = scene.value;
    if (campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
    if (row.reportId === null) return refuse(problem('obligation.noReportOwed'));
    if (row.consolidates) return refuse(problem('obligation.consolidated'));
    const { now } = campaign;
    const event = {
      kind: 'submit',
      complete: true,
      nil: act.input.nil,
      lateReports: definition.lateReports,
    } as const;
    const submitted = decide(row, event, now);
    if (!submitted.ok) return submitted;
    const files = await attachmentsOf(tx, row.id);
    const checked = checkReport(formOf(definition, row.reportId), act.input, files);
    if (!checked.ok) return checked;

    const no = submitted.value.state.version;
    const kind = submitted.value.reportKind ?? 'ordinary';
    const late = submitted.value.late ?? false;
    const workingDaysLate = await lateDays(tx, { state: submitted.value.state, definition, row });
    const content = { values: checked.value.values, sections: checked.value.sections, note: act.input.note };
    const hashes = files.filter(({ id }) => act.input.attachments.includes(id)).map(({ sha256 }) => sha256);
    const hash = contentHash({ obligationId: row.id, no, ...content, files: hashes });
    const versionId = await insertReportVersion(tx, {
      obligationId: row.id,
      no,
      kind,
      complete: true,
      ...content,
      consolidationId: null,
      late,
      workingDaysLate,
      hash,
      receivedAt: now,
      submittedBy: ctx.principal.id,
    });
    await bindAttachments(tx, versionId, act.input.attachments);
    await deleteDraft(tx, row.id);
    const state =
      row.acceptance === 'automatic'
        ? await acceptAtOnce(tx, scene.value, submitted.value.state)
        : submitted.value.state;
    await putObligationState(tx, row.id, { state });
    await tell(tx, ctx, {
      scene: scene.value,
      act: 'report.submitted',
      data: { no, kind, late, status: state.status },
      after: { no, hash, kind, late },
    });
    const revision = row.revision + 1;
    return ok({ no, kind, late, workingDaysLate, receivedAt: now, hash, status: state.status, revision });
  });
}

async function acceptAtOnce(
  tx: Transaction,
  { row, campaign }: ObligationScene,
  state: ObligationScene['row'] | Parameters<typeof decide>[0],
) {
  const accepted = decide(state, { kind: 'accept', version: state.version }, campaign.now);
  if (!accepted.ok) return state;
  await decideReportVersion(tx, {
    obligationId: row.id,
    no: state.version,
    state: 'accepted',
    at: campaign.now,
    by: 'engine',
    reason: null,
  });
  return accepted.value.state;
}

export interface DecideInput {
  readonly obligationId: string;
  /** Number of the version decided on. */
  readonly no: number;
  readonly expectedRevision?: number | undefined;
}

export interface Decided {
  readonly status: ObligationStatus;
  readonly revision: number;
}

/** The figures count from here on. */
export async function acceptReport(ctx: ActContext, act: DecideInput): Promise<Result<Decided>> {
  return deciding(ctx, act, async (tx, scene) => {
    const own = ownWork(ctx, await reportersOf(tx, act));
    if (own) return refuse(own);
    const accepted = decide(scene.row, { kind: 'accept', version: act.no }, scene.campaign.now);
    if (!accepted.ok) return accepted;
    const { state } = accepted.value;
    await decideReportVersion(tx, { ...decision(ctx, scene, act), state: 'accepted', reason: null });
    await putObligationState(tx, scene.row.id, { state, returnReason: null });
    await notify(tx, scene, { kind: 'accepted', body: { no: act.no } });
    await tell(tx, ctx, {
      scene,
      act: 'report.accepted',
      data: { no: act.no, status: state.status },
      after: { no: act.no },
    });
    return ok({ status: state.status, revision: scene.row.revision + 1 });
  });
}

export interface ReturnInput extends DecideInput {
  readonly reason: string;
  /** Until when the corrected report has to be there; null = no date of its own. */
  readonly reworkDueAt: string | null;
}

/** Drops the figures of an accepted version from what is being added up at once; signed revisions stay as they are. */
export async function returnReport(ctx: ActContext, act: ReturnInput): Promise<Result<Decided>> {
  return deciding(ctx, act, async (tx, scene) => {
    const { reason, reworkDueAt } = act;
    const own = ownWork(ctx, await reportersOf(tx, act));
    if (own) return refuse(own);
    const returned = decide(
      scene.row,
      { kind: 'return', version: act.no, reason, reworkDueAt },
      scene.campaign.now,
    );
    if (!returned.ok) return returned;
    const { state } = returned.value;
    await decideReportVersion(tx, { ...decision(ctx, scene, act), state: 'returned', reason });
    await putObligationState(tx, scene.row.id, { state, returnReason: reason });
    await notify(tx, scene, { kind: 'returned', body: { no: act.no, reason, reworkDueAt } });
    const after = { no: act.no, reason, reworkDueAt };
    await tell(tx, ctx, { scene, act: 'report.returned', data: { no: act.no, status: state.status }, after });
    // An official who signed the consolidation that came back has to sign anew.
    if (scene.row.consolidates) await touchNode(tx, scene.row);
    return ok({ status: state.status, revision: scene.row.revision + 1 });
  });
}

/** Deciding belongs to whoever collects, or is a recipient of record; nobody decides on a report of their own. */
export async function deciding<T>(
  ctx: ActContext,
  act: { readonly obligationId: string; readonly expectedRevision?: number | undefined },
  work: (tx: Transaction, scene: ObligationScene) => Promise<Result<T>>,
): Promise<Result<T>> {
  const forbidden = missingScope(ctx.principal, 'reports:decide');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockScene(tx, ctx, act);
    if (!scene.ok) return scene;
    if (!(await mayDecide({ ...ctx, pool: tx }, scene.value)))
      return refuse(problem('api.forbidden', [], { scope: 'reports:decide' }));
    if (scene.value.campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
    return work(tx, scene.value);
  });
}

async function mayDecide(ctx: ActContext, { row }: ObligationScene): Promise<boolean> {
  if (ctx.principal.kind === 'person' && ctx.principal.unitId === row.unitId) return false;
  for (const unitId of [row.collectorUnitId, ...row.recipientUnitIds]) {
    if (unitId !== null && (await mayActAs(ctx, unitId))) return true;
  }
  return false;
}

const decision = (ctx: ActContext, { row, campaign }: ObligationScene, act: DecideInput) => ({
  obligationId: row.id,
  no: act.no,
  at: campaign.now,
  by: ctx.principal.id,
});
