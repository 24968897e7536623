import {
  arrivalOf,
  audit,
  campaignById,
  emitEvent,
  incomingById,
  incomingOf,
  type IncomingRow,
  insertIncoming,
  inTransaction,
  lockRegistering,
  sameDocument,
  takeNumber,
} from '#db';
import { civilDateOf } from '#engine';
import { ok, type Problem, problem, refuse, type Result, warning } from '#model';
import { mayActAs, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { isUuid } from '../scene.ts';
import { documentFrom } from './received.ts';
import { ownUnit } from './own-unit.ts';

export interface Registered {
  readonly row: IncomingRow;
  /** False: it stood in the register already. */
  readonly created: boolean;
  readonly warnings: readonly Problem[];
}

/**
 * Enters a directive that reached the unit, with obligations, tasks or for information: the next number of
 * the year, which is that of the campaign's clock in Vietnam. Once for a campaign.
 */
export async function registerIncoming(
  ctx: ActContext,
  input: { readonly campaignId: string; readonly unitId?: string | undefined },
): Promise<Result<Registered>> {
  const forbidden = missingScope(ctx.principal, 'registers:write');
  if (forbidden) return refuse(forbidden);
  const { campaignId } = input;
  const notFound = refuse(problem('campaign.notFound', ['campaignId'], { id: campaignId }));
  if (!isUuid(campaignId)) return notFound;
  return inTransaction(ctx.pool, async (tx) => {
    const own = await ownUnit({ ...ctx, pool: tx }, input.unitId);
    if (!own.ok) return own;
    const of = { unitId: own.value, campaignId };
    await lockRegistering(tx, of);
    const known = await incomingOf(tx, of);
    if (known !== null) return ok({ row: known, created: false, warnings: [] });
    const campaign = await campaignById(tx, campaignId);
    const arrival = campaign === null ? null : await arrivalOf(tx, of);
    if (campaign === null || arrival === null) return notFound;
    const sent = await documentFrom(tx, { ...of, periodKey: arrival.periodKey, unitId: arrival.fromUnitId });
    const same = await sameDocument(tx, { unitId: own.value, mode: campaign.mode, document: sent.document });
    const year = Number(civilDateOf(campaign.now).slice(0, 4));
    const register = { unitId: own.value, direction: 'incoming', mode: campaign.mode, year } as const;
    const arrivalNumber = await takeNumber(tx, register);
    await insertIncoming(tx, {
      ...of,
      mode: campaign.mode,
      year,
      arrivalNumber,
      arrivedAt: campaign.now,
      periodKey: arrival.periodKey,
      fromUnitId: arrival.fromUnitId,
      fromName: sent.fromName,
      letterId: sent.letterId,
      document: sent.document,
      by: ctx.principal.id,
    });
    const row = await incomingOf(tx, of);
    if (row === null) throw new Error('a row that was just written');
    await emitEvent(tx, {
      campaignId,
      at: campaign.now,
      kind: 'incoming.registered',
      unitId: own.value,
      data: { incomingId: row.id },
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'incoming.registered',
      campaignId,
      unitId: own.value,
      subject: row.id,
      after: { arrivalNumber, year, from: sent.fromName, subject: sent.document.subject },
    });
    const params = same === null ? {} : { number: same.arrivalNumber, year: same.year };
    const warnings = same === null ? [] : [warning('incoming.duplicate', [], params)];
    return ok({ row, created: true, warnings });
  });
}

export async function getIncoming(ctx: ActContext, id: string): Promise<Result<IncomingRow>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const row = isUuid(id) ? await incomingById(ctx.pool, id) : null;
  if (row === null || !(await mayActAs(ctx, row.unitId)))
    return refuse(problem('incoming.notFound', ['id'], { id }));
  return ok(row);
}
