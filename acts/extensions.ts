import {
  askersOf,
  calendarsInForce,
  decideExtensionRow,
  dueOfCollector,
  type ExtensionRow,
  extensionById,
  insertExtension,
  insertNotice,
  inTransaction,
  putObligationState,
  putTiming,
  type Transaction,
  unitPathOf,
} from '#db';
import { civilDateOf, deadlineInForce, decide, dueInstant, extendedDue, timeOfDayOf } from '#engine';
import { type CivilDate, ok, problem, refuse, type Result, type TimeOfDay } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { ownWork } from './own-work.ts';
import { type Decided, deciding } from './reports.ts';
import { isUuid, lockOwnScene, type ObligationScene } from './scene.ts';
import { tell } from './trace.ts';

export interface AskExtensionInput {
  readonly obligationId: string;
  /** The new date; the bound (before / by) of the deadline stays. */
  readonly date: CivilDate;
  readonly time?: TimeOfDay | null | undefined;
  readonly reason: string;
  readonly expectedRevision?: number | undefined;
}

export async function askExtension(ctx: ActContext, act: AskExtensionInput): Promise<Result<ExtensionRow>> {
  const forbidden = missingScope(ctx.principal, 'reports:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockOwnScene(tx, ctx, act);
    if (!scene.ok) return scene;
    const { row, campaign } = scene.value;
    if (act.reason.trim() === '') return refuse(problem('obligation.reasonRequired', ['reason']));
    const askedDueAt = dueInstant(dayOf(row.dueBound, act));
    // The same questions as at the decision, so that nobody waits for an answer that cannot be given.
    const possible = decide(
      row,
      { kind: 'extend', dueAt: askedDueAt, parentDueAt: null, beyondParent: true },
      campaign.now,
    );
    if (!possible.ok) return possible;
    const asked = await insertExtension(tx, {
      obligationId: row.id,
      oldDueAt: deadlineInForce(row) ?? askedDueAt,
      askedDueAt,
      askedDate: act.date,
      reason: act.reason,
      askedAt: campaign.now,
      askedBy: ctx.principal.id,
    });
    if (asked === null) return refuse(problem('extension.alreadyAsked'));
    await insertNotice(tx, {
      key: `extension/${asked.id}`,
      campaignId: campaign.id,
      obligationId: row.id,
      unitId: row.collectorUnitId ?? row.disseminatorUnitId,
      kind: 'extension',
      at: campaign.now,
      body: { extensionId: asked.id, askedDueAt, reason: act.reason },
    });
    const after = { extensionId: asked.id, askedDueAt, reason: act.reason };
    await tell(tx, ctx, {
      scene: scene.value,
      act: 'extension.asked',
      data: { extensionId: asked.id },
      after,
    });
    return ok(asked);
  });
}

export interface DecideExtensionInput {
  readonly extensionId: string;
  readonly decision: 'grant' | 'refuse' | 'counter';
  /** Counter-offer: another date. */
  readonly date?: CivilDate | undefined;
  readonly time?: TimeOfDay | null | undefined;
  /** Said expressly where the new date lies after the collecting unit's own. */
  readonly beyondParent?: boolean | undefined;
  readonly reason?: string | undefined;
  /** Of the obligation, as it was when the decision was made up. */
  readonly expectedRevision?: number | undefined;
}

/** Granting moves the deadline, its reminders and its escalation; the parent's own date is never passed unsaid. */
export async function decideExtension(
  ctx: ActContext,
  input: DecideExtensionInput,
): Promise<Result<ExtensionRow & Decided>> {
  const notFound = problem('extension.notFound', ['extensionId'], { id: input.extensionId });
  const known = isUuid(input.extensionId) ? await extensionById(ctx.pool, input.extensionId) : null;
  if (known === null) return refuse(notFound);
  const decided = await deciding(ctx, { ...input, obligationId: known.obligationId }, async (tx, scene) => {
    const asked = await extensionById(tx, known.id);
    if (asked === null) return refuse(notFound);
    if (asked.state !== 'asked')
      return refuse(problem('extension.alreadyDecided', [], { state: asked.state }));
    const own = ownWork(ctx, await askersOf(tx, asked.id));
    if (own) return refuse(own);
    if (input.decision === 'counter' && input.date === undefined)
      return refuse(problem('extension.dateRequired', ['date']));
    const moved =
      input.decision === 'refuse'
        ? ok({ dueAt: null, status: scene.row.status })
        : await move(tx, scene, { asked, input });
    if (!moved.ok) return moved;
    const state =
      input.decision === 'refuse' ? 'refused' : input.decision === 'counter' ? 'countered' : 'granted';
    const decision = {
      state,
      grantedDueAt: moved.value.dueAt,
      beyondParent: input.beyondParent ?? false,
      decidedAt: scene.campaign.now,
      decidedBy: ctx.principal.id,
      decisionReason: input.reason ?? null,
    } as const;
    await decideExtensionRow(tx, asked.id, decision);
    await insertNotice(tx, {
      key: `extension/${asked.id}/decided`,
      campaignId: scene.campaign.id,
      obligationId: scene.row.id,
      unitId: scene.row.unitId,
      kind: 'extension',
      at: scene.campaign.now,
      body: { extensionId: asked.id, state, dueAt: moved.value.dueAt, reason: input.reason ?? null },
    });
    const after = {
      extensionId: asked.id,
      state,
      dueAt: moved.value.dueAt,
      beyondParent: decision.beyondParent,
    };
    await tell(tx, ctx, { scene, act: 'extension.decided', data: { extensionId: asked.id, state }, after });
    const revision = scene.row.revision + (input.decision === 'refuse' ? 0 : 1);
    const names = {
      decidedByName: ctx.principal.name,
      decidedForName: ctx.principal.actingFor?.name ?? null,
    };
    return ok({ ...asked, ...decision, ...names, status: moved.value.status, revision });
  });
  // Whoever may not see the obligation does not learn that the extension exists.
  return decided.ok || decided.problems[0]?.code !== 'obligation.notFound' ? decided : refuse(notFound);
}

async function move(
  tx: Transaction,
  { row, campaign, definition }: ObligationScene,
  { asked, input }: { readonly asked: ExtensionRow; readonly input: DecideExtensionInput },
): Promise<Result<{ readonly dueAt: string; readonly status: ObligationScene['row']['status'] }>> {
  const countered = input.decision === 'counter' && input.date !== undefined;
  const dueAt = countered
    ? dueInstant(dayOf(row.dueBound, { date: input.date, time: input.time }))
    : asked.askedDueAt;
  const parentDueAt = await dueOfCollector(tx, row);
  const event = { kind: 'extend', dueAt, parentDueAt, beyondParent: input.beyondParent ?? false } as const;
  const decided = decide(row, event, campaign.now);
  if (!decided.ok) return decided;
  const { state } = decided.value;
  await putObligationState(tx, row.id, { state });
  // While a report is returned its rework date is what moves; reminders belong to the date that did not.
  if (state.dueAt !== row.dueAt) {
    const extended = extendedDue({
      definition,
      calendars: await calendarsInForce(tx),
      dueKey: row.dueKey,
      day: dayAt(row.dueBound, dueAt),
      unitPath: await unitPathOf(tx, row.unitId),
      why: row.dueWhy,
    });
    if (!extended.ok) return extended;
    const due = extended.value;
    await putTiming(tx, row.id, {
      dueDate: due.date,
      dueBound: row.dueBound,
      dueByWorkingDays: false, // a date set by an official does not move with the calendar (C3)
      dueWhy: due.why,
      remindAt: due.remindAt,
      escalateAt: due.escalateAt,
      now: campaign.now,
    });
  }
  return ok({ dueAt, status: state.status });
}

/** The day that a due instant names, with its hour where it names one: the reverse of `dueInstant`. */
function dayAt(bound: 'before' | 'by' | null, dueAt: string) {
  const last = bound === 'before' ? dueAt : new Date(Date.parse(dueAt) - 60_000).toISOString();
  const time = timeOfDayOf(last);
  const wholeDay = time === (bound === 'before' ? '00:00' : '23:59');
  return { date: civilDateOf(last), time: wholeDay ? null : time, bound: bound ?? ('by' as const) };
}

const dayOf = (
  bound: 'before' | 'by' | null,
  { date, time }: { date: CivilDate; time?: TimeOfDay | null | undefined },
) => ({
  date,
  time: time ?? null,
  bound: bound ?? ('by' as const),
});
