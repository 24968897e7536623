import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listNotices, startCampaign } from '#acts';
import { addDays, civilDateOf, startOfDay } from '#engine';
import { Definition } from '#model';
import { nodeWorkflowId } from '#model/contract';
import { touchNode, inTransaction } from '#db';
import { waitFor } from '../../harness/wait-for.ts';
import { type Acting, acting, must } from '../../replay/acting.ts';
import { fanOut } from '../../replay/cascades.ts';

const TIMER_STARTED = 17; // temporal.api.enums.v1.EventType
const DAYS = 30;

let desk: Acting;
let connection: Connection;
beforeAll(async () => {
  const { databaseUrl, temporalAddress } = inject('stack');
  desk = acting(databaseUrl);
  connection = await Connection.connect({ address: temporalAddress });
});
afterAll(async () => {
  await connection.close();
  await desk.close();
});

/** Live, so that what a workflow waits for is a timer of Temporal's; without reports. */
async function started(name: string, window: object | null) {
  const { rootUnitId, csv } = fanOut(name, 3);
  await desk.importUnits(csv);
  const definition = Definition.parse({
    formatVersion: 1,
    key: name,
    title: name,
    calendar: { id: 'always', onDayOff: 'asWritten' },
    nodes: [
      { id: 'root', name: 'Gốc', parent: null, select: { kind: 'root' } },
      {
        id: 'members',
        name: 'Thành viên',
        parent: 'root',
        select: { kind: 'ofKind', unitKinds: ['test-member'] },
        tasks: [{ id: 'treo-co', text: 'Treo cờ', window }],
      },
    ],
  });
  const definitionId = await desk.publish(definition);
  const { id } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
  const ref = { campaignId: id, periodKey: 'once', unitId: rootUnitId };
  await waitFor(async () => (await desk.obligations(id)).length === 3, { what: 'three obligations' });
  const client = new Client({ connection, namespace: inject('stack').namespace });
  const handle = client.workflow.getHandle(nodeWorkflowId(ref));
  const timers = async (): Promise<readonly number[]> => {
    const { events } = await handle.fetchHistory();
    return (events ?? [])
      .filter(({ eventType }) => eventType === TIMER_STARTED)
      .map(({ timerStartedEventAttributes: its }) => Number(its?.startToFireTimeout?.seconds ?? 0));
  };
  const told = async () =>
    must(await listNotices(desk.ctx, { campaignId: id, kind: 'windowEnd', limit: 50 })).items.map(
      ({ unitId }) => unitId,
    );
  return { id, ref, timers, told, status: async () => (await handle.describe()).status.name };
}

describe('a live campaign without reports', () => {
  it('waits on one timer for the end of a window, tells each unit once, and ends', async () => {
    const today = civilDateOf(new Date().toISOString());
    const its = await started('window-live', { from: today, to: addDays(today, DAYS) });
    const [seconds = 0] = await waitFor(async () => orNothing(await its.timers()), { what: 'the timer' });
    const wanted = (Date.parse(startOfDay(addDays(today, DAYS + 1))) - Date.now()) / 1000;
    expect(Math.abs(seconds - wanted)).toBeLessThan(120);
    expect(await its.told()).toEqual([]);

    // Nobody waits for midnight: the end is moved to a few seconds from now, on the database's clock.
    await inTransaction(desk.pool, async (tx) => {
      await tx.query(
        `UPDATE task_window SET ends_at = clock_timestamp() + interval '4 seconds' WHERE campaign_id = $1`,
        [its.id],
      );
      await touchNode(tx, its.ref);
    });
    await waitFor(async () => (await its.told()).length > 0, { what: 'the end of the window' });
    expect(new Set(await its.told()).size).toBe(3);
    expect(await its.told()).toHaveLength(3);
    // one for each end; none for the second where a busy machine looked only after it
    expect((await its.timers()).length).toBeLessThanOrEqual(2);
    await waitFor(async () => (await its.status()) === 'COMPLETED', { what: 'the end of the workflow' });
  });

  it('has no timer at all where no task has a window', async () => {
    const its = await started('timeless-live', null);
    await waitFor(async () => (await its.status()) === 'COMPLETED', { what: 'the end of the workflow' });
    expect(await its.timers()).toEqual([]);
  });
});

const orNothing = <T>(all: readonly T[]): readonly T[] | undefined => (all.length > 0 ? all : undefined);
