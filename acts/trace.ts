import { audit, emitEvent, insertNotice, type ObligationRow, touchNode, type Transaction } from '#db';
import type { NodeRef } from '#model/contract';
import type { ActContext } from './context.ts';
import type { ObligationScene } from './scene.ts';

/** The node that keeps an obligation's deadlines: the collector's, or the disseminator's where only an acknowledgement is owed. */
const watcherOf = ({
  campaignId,
  periodKey,
  collectorUnitId,
  disseminatorUnitId,
}: ObligationRow): NodeRef => ({
  campaignId,
  periodKey,
  unitId: collectorUnitId ?? disseminatorUnitId,
});

/** Tells the owing unit, once per revision of its obligation. */
export async function notify(
  tx: Transaction,
  { row, campaign }: ObligationScene,
  notice: { readonly kind: string; readonly body: Readonly<Record<string, unknown>> },
): Promise<void> {
  await insertNotice(tx, {
    key: `${row.id}/${notice.kind}/${row.revision}`,
    campaignId: campaign.id,
    obligationId: row.id,
    unitId: row.unitId,
    kind: notice.kind,
    at: campaign.now,
    body: notice.body,
  });
}

export interface Told {
  readonly scene: ObligationScene;
  readonly act: string;
  /** For the event stream. */
  readonly data: Readonly<Record<string, unknown>>;
  /** For the audit trail. */
  readonly after: unknown;
}

/** The trace of an act on an obligation: a word to the node that watches it, event, audit (last: it holds a chain). */
export async function tell(tx: Transaction, ctx: ActContext, told: Told): Promise<void> {
  const { row, campaign } = told.scene;
  await touchNode(tx, watcherOf(row));
  await emitEvent(tx, {
    campaignId: campaign.id,
    at: campaign.now,
    kind: told.act,
    unitId: row.unitId,
    obligationId: row.id,
    data: { ...told.data, periodKey: row.periodKey },
  });
  await audit(tx, {
    actor: ctx.principal.id,
    actorUnitId: ctx.principal.unitId,
    act: told.act,
    campaignId: campaign.id,
    unitId: row.unitId,
    subject: row.id,
    before: { status: row.status, dueAt: row.dueAt, version: row.version },
    after: told.after,
  });
}
