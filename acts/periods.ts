import {
  assignmentsForDues,
  calendarsInForce,
  campaignById,
  type Database,
  declaredDates,
  emitEvent,
  insertNodes,
  insertPeriods,
  inTransaction,
  loadOrganisation,
  lockCampaign,
  markPeriodOpened,
  type NodeRow,
  nodeByRef,
  periodAgenda,
  periodByKey,
  planTexts,
  type Queryable,
  restCampaign,
  touchCampaign,
  type Transaction,
} from '#db';
import { civilDateOf, decideCampaign, nextPeriod, unitDuesFor } from '#engine';
import type { CampaignFacts, CampaignRef, NodeRef } from '#model/contract';
import type { PlanPeriod } from '#model';
import { definitionOf, isUuid } from './scene.ts';

export const findNode = (tx: Queryable, ref: NodeRef): Promise<NodeRow | null> =>
  isUuid(ref.campaignId) ? nodeByRef(tx, ref) : Promise.resolve(null);

/** One look of the campaign workflow: which period to open or start, and when to look again. */
export async function observeCampaign(database: Database, ref: CampaignRef): Promise<CampaignFacts> {
  return inTransaction(database, async (tx) => {
    const campaign = await lockCampaign(tx, ref.campaignId);
    if (campaign === null) throw new Error(`no campaign ${ref.campaignId}`);
    const agenda = await periodAgenda(tx, campaign.id, campaign.now);
    const nextAt = campaign.status === 'running' ? agenda.nextAt : null;
    const live = campaign.mode === 'live';
    const facts: CampaignFacts = {
      status: campaign.status,
      periodToOpen: agenda.toOpen,
      periodToStart: agenda.toStart,
      nextInMs: live && nextAt !== null ? Math.max(1, Date.parse(nextAt) - Date.parse(campaign.now)) : null,
      hasNext: nextAt !== null,
    };
    const command = decideCampaign(facts);
    await restCampaign(tx, campaign.id, {
      rests: command.kind === 'wait' || command.kind === 'end',
      nextAt,
      ended: command.kind === 'end',
    });
    return facts;
  });
}

/** Rows of a period whose time has come; a recurring report brings its next period with it. */
export async function openPeriod(
  database: Database,
  ref: CampaignRef & { readonly periodKey: string },
): Promise<void> {
  await inTransaction(database, async (tx) => {
    const campaign = await lockCampaign(tx, ref.campaignId);
    const period = await periodByKey(tx, ref.campaignId, ref.periodKey);
    if (campaign === null || period === null)
      throw new Error(`no period ${ref.periodKey} in campaign ${ref.campaignId}`);
    if (campaign.status !== 'running' || period.openedAt !== null || period.opensAt > campaign.now) return;
    const opening = { campaignId: campaign.id, periodKey: period.key, now: campaign.now };
    if (!(await markPeriodOpened(tx, opening))) return;
    const nodes = await insertNodes(tx, opening);
    await materialiseNext(tx, campaign.id, period.body);
    await emitEvent(tx, {
      campaignId: campaign.id,
      at: campaign.now,
      kind: 'period.opened',
      data: { periodKey: period.key, label: period.label, nodes },
    });
  });
}

/** The next period of a recurring report, if its time can be worked out; safe to repeat. */
export async function materialiseNext(
  tx: Transaction,
  campaignId: string,
  previous: PlanPeriod,
): Promise<void> {
  const texts = await planTexts(tx, campaignId);
  if (!previous.reportIds.some((reportId) => texts?.recurring.includes(reportId))) return;
  const campaign = await campaignById(tx, campaignId);
  if (campaign === null) return;
  const input = {
    definition: await definitionOf(tx, campaign),
    calendars: await calendarsInForce(tx),
    startAt: campaign.startedAt,
    parameters: campaign.parameters,
    events: await declaredDates(tx, campaignId, ''),
  };
  const next = nextPeriod({ ...input, previous });
  if (!next.ok) {
    // The calendar ends: no period is invented; a new calendar version brings it (see rearmCampaigns).
    await emitEvent(tx, {
      campaignId,
      at: campaign.now,
      kind: 'period.missing',
      data: { after: previous.key, problems: next.problems },
    });
    return;
  }
  if (next.value === null) return;
  const units = await loadOrganisation(tx, civilDateOf(campaign.startedAt));
  const unitDues = unitDuesFor(
    { ...input, units, assignments: await assignmentsForDues(tx, campaignId) },
    next.value,
  );
  await insertPeriods(tx, campaignId, [{ ...next.value, unitDues }]);
  await touchCampaign(tx, campaignId);
}
