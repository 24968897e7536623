import {
  audit,
  emitEvent,
  insertReceipt,
  inTransaction,
  type ReceiptRow,
  receiptsOf,
  reportVersion,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { lockScene } from './scene.ts';

export interface ConfirmReceiptInput {
  readonly obligationId: string;
  /** Version received; the latest only. */
  readonly no: number;
  /** Recipient of record that confirms; one's own unit when not given. */
  readonly unitId?: string | undefined;
}

/** A recipient of record has the report. The collector has it by accepting it. */
export async function confirmReceipt(
  ctx: ActContext,
  input: ConfirmReceiptInput,
): Promise<Result<readonly ReceiptRow[]>> {
  const forbidden = missingScope(ctx.principal, 'reports:decide');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const scene = await lockScene(tx, ctx, input);
    if (!scene.ok) return scene;
    const { row, campaign } = scene.value;
    const unitId = input.unitId ?? ctx.principal.unitId ?? '';
    if (!row.recipientUnitIds.includes(unitId))
      return refuse(problem('obligation.notRecipient', ['unitId'], { unit: unitId }));
    if (!(await mayActAs({ ...ctx, pool: tx }, unitId)))
      return refuse(problem('api.forbidden', ['unitId'], { scope: 'reports:decide' }));
    const version = await reportVersion(tx, row.id, input.no);
    if (version === null) return refuse(problem('report.notFound', ['no'], { no: input.no }));
    if (version.no !== row.version) {
      return refuse(
        problem('obligation.notLatestVersion', ['no'], { version: input.no, latest: row.version }),
      );
    }
    const receipt = { unitId, receivedAt: campaign.now, receivedBy: ctx.principal.id };
    if (await insertReceipt(tx, version.id, receipt)) {
      const about = { campaignId: campaign.id, unitId: row.unitId };
      await emitEvent(tx, {
        ...about,
        at: campaign.now,
        kind: 'report.received',
        obligationId: row.id,
        data: { no: input.no, by: unitId },
      });
      await audit(tx, {
        ...about,
        actor: ctx.principal.id,
        actorUnitId: ctx.principal.unitId,
        act: 'report.received',
        subject: row.id,
        after: { no: input.no, recipient: unitId },
      });
    }
    return ok(await receiptsOf(tx, row.id));
  });
}
