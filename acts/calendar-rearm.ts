import {
  audit,
  calendarsInForce,
  type CampaignRow,
  campaignsUsingCalendar,
  declaredDates,
  declaredEvents,
  emitEvent,
  loadOrganisation,
  lockAllNodes,
  lockCampaign,
  type MovedDue,
  type NewDue,
  type PeriodRow,
  periodsOf,
  putPeriodBody,
  putPlanCalendars,
  rearmObligations,
  touchAllNodes,
  touchCampaign,
  type Transaction,
  assignmentsForDues,
} from '#db';
import { civilDateOf, reschedule, type ScheduleInput, unitDuesFor } from '#engine';
import { type Calendar, ok, type PlanPeriod, type Result } from '#model';
import { materialiseNext } from './periods.ts';
import { definitionOf } from './scene.ts';

export interface CalendarChange {
  readonly calendar: Calendar;
  readonly oldVersion: number;
  readonly reason: string;
  readonly actor: { readonly actor: string; readonly actorUnitId: string | null };
}

/**
 * Works out anew, with the calendar just written, every deadline of running campaigns that counted in
 * its working days (C3). A campaign whose deadlines the calendar no longer covers refuses the whole change.
 */
export async function rearmCampaigns(tx: Transaction, change: CalendarChange): Promise<Result<number>> {
  let moved = 0;
  for (const id of await campaignsUsingCalendar(tx, change.calendar.id)) {
    const campaign = await lockCampaign(tx, id);
    if (campaign?.status !== 'running') continue;
    const done = await rearmCampaign(tx, campaign, change);
    if (!done.ok) return done;
    moved += done.value;
  }
  return ok(moved);
}

async function rearmCampaign(
  tx: Transaction,
  campaign: CampaignRow,
  change: CalendarChange,
): Promise<Result<number>> {
  await lockAllNodes(tx, campaign.id);
  const moved: (MovedDue & { periodKey: string })[] = [];
  const schedule = await scheduleOf(tx, campaign);
  const periods = await periodsOf(tx, campaign.id);
  for (const period of periods) {
    if (period.closedAt !== null) continue;
    const renewed = await renewedPeriod(tx, { campaign, schedule, period: period.body });
    if (!renewed.ok) return renewed;
    await putPeriodBody(tx, campaign.id, renewed.value.period);
    const rows = await rearmObligations(tx, {
      campaignId: campaign.id,
      periodKey: period.key,
      now: campaign.now,
      calendar: { id: change.calendar.id, version: change.calendar.version },
      dues: renewed.value.dues,
    });
    moved.push(...rows.map((row) => ({ ...row, periodKey: period.key })));
  }
  for (const { body } of lastOfTheirReports(periods)) await materialiseNext(tx, campaign.id, body);
  await putPlanCalendars(tx, campaign.id, [{ id: change.calendar.id, version: change.calendar.version }]);
  await touchAllNodes(tx, campaign.id);
  await touchCampaign(tx, campaign.id);
  const count = moved.reduce((sum, { obligations }) => sum + obligations, 0);
  const data = { calendar: change.calendar.id, version: change.calendar.version, obligations: count };
  await emitEvent(tx, { campaignId: campaign.id, at: campaign.now, kind: 'calendar.changed', data });
  await audit(tx, {
    ...change.actor,
    act: 'deadlines.rearmed',
    campaignId: campaign.id,
    unitId: campaign.rootUnitId,
    subject: change.calendar.id,
    before: { version: change.oldVersion },
    after: { version: change.calendar.version, reason: change.reason, moved },
  });
  return ok(count);
}

/** Opened periods without a later one: where the old calendar ended, a recurring report goes on from here. */
function lastOfTheirReports(periods: readonly PeriodRow[]): readonly PeriodRow[] {
  const later = (one: PeriodRow): boolean =>
    periods.some(
      (other) =>
        other.opensAt > one.opensAt &&
        other.body.reportIds.some((reportId) => one.body.reportIds.includes(reportId)),
    );
  return periods.filter((period) => period.openedAt !== null && !later(period));
}

async function scheduleOf(tx: Transaction, campaign: CampaignRow): Promise<ScheduleInput> {
  return {
    definition: await definitionOf(tx, campaign),
    calendars: await calendarsInForce(tx),
    startAt: campaign.startedAt,
    parameters: campaign.parameters,
    events: await declaredDates(tx, campaign.id, ''),
    // it runs already: too few days is a matter for extensions, not a reason to refuse a holiday
    override: true,
  };
}

interface Renewing {
  readonly campaign: CampaignRow;
  readonly schedule: ScheduleInput;
  readonly period: PlanPeriod;
}

/** The period with its new deadlines: for all, for units with days of their own, for units with own event dates. */
async function renewedPeriod(
  tx: Transaction,
  { campaign, schedule, period }: Renewing,
): Promise<Result<{ period: PlanPeriod; dues: NewDue[] }>> {
  const renewed = reschedule({ ...schedule, period });
  if (!renewed.ok) return renewed;
  const special = schedule.calendars.some(({ unitDays }) => unitDays.length > 0);
  const units = special ? await loadOrganisation(tx, civilDateOf(campaign.startedAt)) : [];
  const assignments = special ? await assignmentsForDues(tx, campaign.id) : [];
  const unitDues = special ? unitDuesFor({ ...schedule, units, assignments }, renewed.value) : {};
  const dues: NewDue[] = Object.entries(renewed.value.dues).map(([dueKey, due]) => ({
    dueKey,
    unitId: null,
    due,
  }));
  for (const [key, due] of Object.entries(unitDues)) {
    const slash = key.indexOf('/');
    dues.push({ unitId: key.slice(0, slash), dueKey: key.slice(slash + 1), due });
  }
  const own = new Set(
    (await declaredEvents(tx, campaign.id)).map(({ unitId }) => unitId).filter((id) => id !== ''),
  );
  for (const unitId of own) {
    const events = await declaredDates(tx, campaign.id, unitId);
    const forUnit = reschedule({ ...schedule, events, period });
    if (!forUnit.ok) return forUnit;
    for (const [dueKey, due] of Object.entries(forUnit.value.dues))
      if (due.event !== null) dues.push({ unitId, dueKey, due });
  }
  return ok({ period: { ...renewed.value, unitDues }, dues });
}
