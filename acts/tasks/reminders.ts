import { deadlineInForce, civilDateOf, isOutstanding } from '#engine';
import { inTransaction, insertNotice, noticeTold } from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { lockScene, type ObligationScene } from '../scene.ts';
import { tell } from '../trace.ts';

export interface RemindInput {
  readonly obligationId: string;
  /** A word of whoever reminds. */
  readonly text?: string | undefined;
}

export interface Reminded {
  /** On the campaign's clock. */
  readonly at: string;
}

/** Đôn đốc: whoever collects, or passed the directive on, tells the owing unit; once a day, so that it stays a word and no noise. */
export async function remind(ctx: ActContext, input: RemindInput): Promise<Result<Reminded>> {
  const forbidden = missingScope(ctx.principal, 'reports:decide');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockScene(tx, ctx, input);
    if (!scene.ok) return scene;
    const { row, campaign } = scene.value;
    if (!(await isAbove({ ...ctx, pool: tx }, scene.value)))
      return refuse(problem('api.forbidden', [], { scope: 'reports:decide' }));
    if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
    if (!isOutstanding(row) && row.status !== 'returned') return refuse(problem('reminder.nothingOwed'));
    const key = `${row.id}/urged/${civilDateOf(campaign.now)}`;
    const told = await noticeTold(tx, key);
    if (told !== null) return refuse(problem('reminder.alreadyToday', [], { at: told, unit: row.unitName }));
    const from = ctx.principal.unitId ?? row.collectorUnitId ?? row.disseminatorUnitId;
    const text = input.text?.trim() ?? '';
    const body = { from, by: ctx.principal.id, text, dueAt: deadlineInForce(row) };
    await insertNotice(tx, {
      key,
      campaignId: campaign.id,
      obligationId: row.id,
      unitId: row.unitId,
      kind: 'urged',
      at: campaign.now,
      body,
    });
    await tell(tx, ctx, { scene: scene.value, act: 'obligation.urged', data: {}, after: { text } });
    return ok({ at: campaign.now });
  });
}

async function isAbove(ctx: ActContext, { row }: ObligationScene): Promise<boolean> {
  if (ctx.principal.kind === 'person' && ctx.principal.unitId === row.unitId) return false;
  for (const unitId of new Set([row.collectorUnitId, row.disseminatorUnitId]))
    if (unitId !== null && (await mayActAs(ctx, unitId))) return true;
  return false;
}
