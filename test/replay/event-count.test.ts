import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeCampaign, startCampaign, submitReport } from '#acts';
import { ReportInput } from '#model';
import { nodeWorkflowId } from '#model/contract';
import { waitFor } from '../harness/wait-for.ts';
import { type Acting, acting, must } from './acting.ts';
import { fanOut, fanOutDefinition } from './cascades.ts';

const TIMING = { date: '2026-03-10', time: '17:00', reminders: ['08:00', '12:00'], escalation: '18:00' };
const START = '2026-03-02T01:00:00.000Z';
const MOST_EVENTS = 70;

describe('the history of a consolidating node', { timeout: 240_000 }, () => {
  let desk: Acting;
  let connection: Connection;
  let client: Client;

  beforeAll(async () => {
    const { databaseUrl, temporalAddress, namespace } = inject('stack');
    desk = acting(databaseUrl);
    connection = await Connection.connect({ address: temporalAddress });
    client = new Client({ connection, namespace });
  });
  afterAll(async () => {
    await connection.close();
    await desk.close();
  });

  /** A whole period: nine tenths report in time, the rest is reminded, overdue and escalated, one reports late. */
  async function eventsOfPeriod(size: number): Promise<{ total: number; byType: Record<string, number> }> {
    const name = `count-${size}`;
    const { rootUnitId, csv, unitIds } = fanOut(name, size);
    await desk.importUnits(csv);
    const definitionId = await desk.publish(fanOutDefinition(name, TIMING));
    const { id } = must(
      await startCampaign(desk.ctx, { definitionId, mode: 'rehearsal', rootUnitId, startAt: START }),
    );
    const owed = await waitFor(() => allOpened(id, size), { what: `${size} obligations`, forMs: 60_000 });
    const byUnit = new Map(owed.map((row) => [row.unitId as string, row.id]));
    const report = async (unitId: string, events: number): Promise<void> => {
      const input = ReportInput.parse({ values: { events } });
      must(await submitReport(desk.ctx, { obligationId: byUnit.get(unitId) ?? '', input }));
    };

    await desk.clock(id, { to: '2026-03-09T01:00:00.000Z' });
    const punctual = unitIds.slice(size / 10);
    for (let from = 0; from < punctual.length; from += 10) {
      await Promise.all(punctual.slice(from, from + 10).map((unitId) => report(unitId, 2)));
    }
    await desk.clock(id, { toEnd: true });
    await report(unitIds[0] ?? '', 1);
    await waitFor(async () => (await latestTotal(id)) === String(2 * punctual.length + 1), {
      what: 'the revised total',
    });
    // also what the last report touched: woken by it during the close, the node would do both in one
    await desk.clock(id, { to: (await desk.campaign(id)).now });
    const handle = client.workflow.getHandle(
      nodeWorkflowId({ campaignId: id, periodKey: 'once', unitId: rootUnitId }),
    );
    // the total is written within a task of the workflow: told of the close meanwhile, it would do both in one
    await waitFor(async () => ((await handle.describe()).raw.pendingWorkflowTask ?? null) === null, {
      what: 'the node at rest',
    });
    must(await closeCampaign(desk.ctx, { campaignId: id }));

    await handle.result();
    const { events = [] } = await handle.fetchHistory();
    const byType: Record<string, number> = {};
    for (const { eventType } of events ?? [])
      byType[String(eventType)] = (byType[String(eventType)] ?? 0) + 1;
    return { total: events?.length ?? 0, byType };
  }

  async function allOpened(campaignId: string, size: number) {
    const rows = await desk.obligations(campaignId);
    return rows.length === size ? rows : undefined;
  }

  async function latestTotal(campaignId: string): Promise<string | undefined> {
    const { consolidations } = await desk.state(campaignId);
    const value = consolidations.at(-1)?.totals['figures']?.['events'];
    return value?.kind === 'number' ? value.value : undefined;
  }

  it('is as long with 5,000 recipients as with 500, and at most 70 events', async () => {
    const few = await eventsOfPeriod(500);
    const many = await eventsOfPeriod(5_000);
    expect(many).toEqual(few);
    expect(many.total).toBeLessThanOrEqual(MOST_EVENTS);
  });
});
