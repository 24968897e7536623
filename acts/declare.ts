import {
  audit,
  calendarsInForce,
  type CampaignRow,
  type DeclaredEvent,
  declaredDates,
  declaredEvents,
  emitEvent,
  inTransaction,
  insertNotice,
  lockAllNodes,
  lockUndecided,
  type ObligationRow,
  periodsOf,
  putDeclared,
  putObligationState,
  putPeriodBody,
  putTiming,
  touchAllNodes,
  type Transaction,
} from '#db';
import { decide, isCivilDate, reschedule } from '#engine';
import {
  type CivilDate,
  type Definition,
  type Due,
  ok,
  type PlanPeriod,
  problem,
  refuse,
  type Result,
} from '#model';
import { maySee } from './authorise.ts';
import { lockOwnCampaign } from './close.ts';
import type { ActContext } from './context.ts';
import { definitionOf } from './scene.ts';

export interface DeclareEventInput {
  readonly campaignId: string;
  readonly event: string;
  readonly date: CivilDate;
  /** For one unit only; the anchor may differ for it. */
  readonly unitId?: string | undefined;
}

/**
 * An event is declared, or its date moves, for all or for one unit: conditional reports become owed and
 * dates anchored to it are worked out anew. What is decided already stays as it is.
 */
export async function declareEvent(
  ctx: ActContext,
  input: DeclareEventInput,
): Promise<Result<readonly DeclaredEvent[]>> {
  return inTransaction(ctx.pool, async (tx) => {
    const locked = await lockOwnCampaign(tx, ctx, { campaignId: input.campaignId, scope: 'campaigns:write' });
    if (!locked.ok) return locked;
    const campaign = locked.value;
    if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
    const definition = await definitionOf(tx, campaign);
    if (!definition.events.some(({ key }) => key === input.event)) {
      return refuse(problem('campaign.eventUnknown', ['event'], { event: input.event }));
    }
    if (!isCivilDate(input.date))
      return refuse(problem('schedule.impossibleDate', ['date'], { value: input.date }));
    const unitId = input.unitId ?? '';
    if (unitId !== '' && !(await maySee({ ...ctx, pool: tx }, unitId))) {
      return refuse(problem('organisation.notFound', ['unitId'], { id: unitId }));
    }
    const before = (await declaredDates(tx, campaign.id, unitId))[input.event] ?? null;
    await putDeclared(tx, campaign.id, {
      event: input.event,
      unitId,
      date: input.date,
      declaredAt: campaign.now,
      declaredBy: ctx.principal.id,
    });
    await lockAllNodes(tx, campaign.id);
    const moved = await applyDeclared(tx, { campaign, definition, event: input.event, unitId });
    if (!moved.ok) return moved;
    await touchAllNodes(tx, campaign.id);
    const data = {
      event: input.event,
      date: input.date,
      unitId: unitId === '' ? null : unitId,
      obligations: moved.value,
    };
    await emitEvent(tx, { campaignId: campaign.id, at: campaign.now, kind: 'event.declared', data });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'event.declared',
      campaignId: campaign.id,
      unitId: unitId === '' ? campaign.rootUnitId : unitId,
      subject: input.event,
      before: { date: before },
      after: data,
    });
    return ok(await declaredEvents(tx, campaign.id));
  });
}

interface Declared {
  readonly campaign: CampaignRow;
  readonly definition: Definition;
  readonly event: string;
  readonly unitId: string;
}

async function applyDeclared(tx: Transaction, declared: Declared): Promise<Result<number>> {
  const { campaign, definition, event, unitId } = declared;
  const schedule = {
    definition,
    calendars: await calendarsInForce(tx),
    startAt: campaign.startedAt,
    parameters: campaign.parameters,
    events: await declaredDates(tx, campaign.id, unitId),
  };
  const all = await declaredEvents(tx, campaign.id);
  // A date declared for one unit stays that unit's own when the date for all comes or moves.
  const ownDate = new Set(
    unitId === '' ? all.filter((each) => each.event === event).map((each) => each.unitId) : [],
  );
  let count = 0;
  for (const period of await periodsOf(tx, campaign.id)) {
    const renewed = reschedule({ ...schedule, period: period.body });
    if (!renewed.ok) return renewed;
    const plan: PlanPeriod = { ...renewed.value, unitDues: period.body.unitDues };
    // Rows still to be opened take the date for all; a date for one unit concerns its open rows only.
    if (unitId === '') await putPeriodBody(tx, campaign.id, plan);
    const dueKeys = Object.keys(plan.dues).filter((key) => plan.dues[key]?.event === event);
    const rows = await lockUndecided(tx, {
      campaignId: campaign.id,
      periodKey: period.key,
      dueKeys,
      event,
      unitId: unitId === '' ? null : unitId,
    });
    for (const row of rows) {
      if (ownDate.has(row.unitId)) continue;
      if (await applyTo(tx, declared, { row, due: plan.dues[row.dueKey] })) count += 1;
    }
  }
  return ok(count);
}

async function applyTo(
  tx: Transaction,
  { campaign, event }: Declared,
  { row, due }: { row: ObligationRow; due: Due | undefined },
): Promise<boolean> {
  if (due === undefined || (row.status === 'dormant' && row.onlyIf !== event)) return false;
  const decided = decide(row, { kind: 'declare', dueAt: due.dueAt }, campaign.now);
  if (!decided.ok) return false;
  await putObligationState(tx, row.id, { state: decided.value.state });
  const timing = {
    dueDate: due.date,
    dueBound: due.bound,
    dueByWorkingDays: due.byWorkingDays,
    dueWhy: due.why,
    remindAt: due.remindAt,
    escalateAt: due.escalateAt,
  };
  await putTiming(tx, row.id, { ...timing, now: campaign.now });
  await insertNotice(tx, {
    key: `${row.id}/declared/${event}/${due.dueAt ?? ''}`,
    campaignId: campaign.id,
    obligationId: row.id,
    unitId: row.unitId,
    kind: row.status === 'dormant' ? 'opened' : 'extension',
    at: campaign.now,
    body: { event, dueAt: due.dueAt },
  });
  return true;
}
