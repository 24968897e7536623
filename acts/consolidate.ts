import {
  audit,
  type CampaignRow,
  type ConsolidationRow,
  consolidationAt,
  type Database,
  decideReportVersion,
  emitEvent,
  insertConsolidation,
  insertNotice,
  insertReportVersion,
  inTransaction,
  lockOwnConsolidated,
  type NodeRow,
  type ObligationRow,
  putObligationState,
  setRevisions,
  touchNode,
  type Transaction,
} from '#db';
import { baseRevision, decide, decideNode, sectionsOf, valuesOf } from '#engine';
import type { NodeRef } from '#model/contract';
import { contentHash } from './canonical-hash.ts';
import { lateDays } from './lateness.ts';
import { lockNodeScene } from './node-step.ts';
import { definitionOf } from './scene.ts';
import { snapshot } from './snapshot.ts';

/** The engine's step: draws up revision n + 1, signed at once where the drawing says so. Does nothing the second time. */
export async function consolidateNode(database: Database, ref: NodeRef): Promise<void> {
  await inTransaction(database, async (tx) => {
    const { campaign, node, facts } = await lockNodeScene(tx, ref);
    if (decideNode(facts).kind !== 'consolidate') return;
    const revision = node.revision + 1;
    const base = baseRevision(revision, [node.signedRevision]);
    const before = base === null ? null : await consolidationAt(tx, ref, base);
    const ownPart = before?.state === 'signed' ? before.ownPart : null;
    const drawn = await snapshot(tx, { campaign, node, ownPart, previous: before?.reports ?? null });
    const automatic = node.sign === 'automatic';
    const made = {
      ...ref,
      revision,
      state: automatic ? ('signed' as const) : ('draft' as const),
      reports: drawn.reports,
      coverage: drawn.coverage,
      differences: drawn.differences,
      ownPart,
      drawnAt: campaign.now,
      signedAt: automatic ? campaign.now : null,
      signedBy: automatic ? 'engine' : null,
    };
    await insertConsolidation(tx, made, drawn.sources);
    await setRevisions(tx, ref, automatic ? { revision, signedRevision: revision } : { revision });
    await tellRevision(tx, { campaign, node, revision, signed: automatic });
  });
}

async function tellRevision(
  tx: Transaction,
  told: { campaign: CampaignRow; node: NodeRow; revision: number; signed: boolean },
): Promise<void> {
  const { campaign, node, revision, signed } = told;
  if (!signed) {
    await insertNotice(tx, {
      key: `${campaign.id}/${node.periodKey}/${node.unitId}/revision/${revision}`,
      campaignId: campaign.id,
      obligationId: null,
      unitId: node.unitId,
      kind: 'revision',
      at: campaign.now,
      body: { periodKey: node.periodKey, revision },
    });
  }
  await emitEvent(tx, {
    campaignId: campaign.id,
    at: campaign.now,
    kind: signed ? 'consolidation.signed' : 'consolidation.drawn',
    unitId: node.unitId,
    data: { periodKey: node.periodKey, revision },
  });
}

/**
 * The engine's step: the latest signed snapshot becomes a version of the unit's own report upwards. Where
 * the obligation refuses it (late reports refused) that is audited and not tried again.
 */
export async function submitConsolidation(database: Database, ref: NodeRef): Promise<void> {
  await inTransaction(database, async (tx) => {
    const { campaign, node, facts } = await lockNodeScene(tx, ref);
    if (decideNode(facts).kind !== 'submit') return;
    const signed = await consolidationAt(tx, ref, node.signedRevision);
    if (signed === null) throw new Error(`revision ${node.signedRevision} of ${ref.unitId} is gone`);
    const own = await lockOwnConsolidated(tx, ref);
    for (const row of own) await submitOne(tx, { campaign, signed, row });
    await setRevisions(tx, ref, { submittedRevision: node.signedRevision });
  });
}

async function submitOne(
  tx: Transaction,
  work: { campaign: CampaignRow; signed: ConsolidationRow; row: ObligationRow },
): Promise<void> {
  const { campaign, signed, row } = work;
  const report = row.reportId === null ? undefined : signed.reports[row.reportId];
  if (report === undefined) return;
  const { now } = campaign;
  const definition = await definitionOf(tx, campaign);
  const submitted = decide(
    row,
    { kind: 'submit', complete: true, nil: false, lateReports: definition.lateReports },
    now,
  );
  const entry = { actor: 'engine', campaignId: campaign.id, unitId: row.unitId, subject: row.id };
  if (!submitted.ok) {
    await audit(tx, {
      ...entry,
      act: 'report.refused',
      after: { revision: signed.revision, problems: submitted.problems },
    });
    return;
  }
  const no = submitted.value.state.version;
  const content = { values: valuesOf(report), sections: sectionsOf(report), note: '' };
  const hash = contentHash({ obligationId: row.id, no, ...content, consolidationId: signed.id });
  await insertReportVersion(tx, {
    obligationId: row.id,
    no,
    kind: submitted.value.reportKind === 'supplementary' ? 'supplementary' : 'consolidated',
    complete: true,
    ...content,
    consolidationId: signed.id,
    late: submitted.value.late ?? false,
    workingDaysLate: await lateDays(tx, { state: submitted.value.state, definition, row }),
    hash,
    receivedAt: now,
    submittedBy: signed.signedBy ?? 'engine',
  });
  let state = submitted.value.state;
  if (row.acceptance === 'automatic') {
    const accepted = decide(state, { kind: 'accept', version: no }, now);
    if (accepted.ok) {
      state = accepted.value.state;
      await decideReportVersion(tx, {
        obligationId: row.id,
        no,
        state: 'accepted',
        at: now,
        by: 'engine',
        reason: null,
      });
    }
  }
  await putObligationState(tx, row.id, { state });
  if (row.collectorUnitId !== null) await touchNode(tx, { ...row, unitId: row.collectorUnitId });
  await emitEvent(tx, {
    campaignId: campaign.id,
    at: now,
    kind: 'report.submitted',
    unitId: row.unitId,
    obligationId: row.id,
    data: { no, kind: 'consolidated', revision: signed.revision, status: state.status },
  });
  await audit(tx, {
    ...entry,
    act: 'report.submitted',
    after: { no, hash, consolidationId: signed.id, revision: signed.revision },
  });
}
