import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaign, listNotices, startCampaign } from '#acts';
import type { CanonicalState, ScriptedAct } from '#engine';
import { nodeWorkflowId } from '#model/contract';
import { waitFor } from '../harness/wait-for.ts';
import { must } from '../replay/acting.ts';
import { fanOut, fanOutDefinition } from '../replay/cascades.ts';
import { type Installation, installation } from './installation.ts';
import { expectedState } from './oracle.ts';

const MINUTE = 60_000;
const HANOI_MS = 7 * 60 * MINUTE;

/** `YYYY-MM-DD` and `HH:MM` in Vietnam of an instant that is a whole minute. */
function onWall(epoch: number): { date: string; time: string } {
  const [date = '', rest = ''] = new Date(epoch + HANOI_MS).toISOString().split('T');
  return { date, time: rest.slice(0, 5) };
}

/** A whole minute, late enough for what comes before. Its neighbours lie on the same day: midnight is waited out. */
async function dueSoon(): Promise<number> {
  const due = Math.ceil((Date.now() + 1.75 * MINUTE) / MINUTE) * MINUTE;
  if (onWall(due - MINUTE).date === onWall(due + MINUTE).date) return due;
  await sleep(MINUTE);
  return dueSoon();
}

/** The canonical state of a live campaign leaves out when the wall clock said a report came. */
function onTheWallsClock(state: CanonicalState): CanonicalState {
  const obligations = state.obligations.map((row) => ({
    ...row,
    versions: row.versions.map((version) => ({ ...version, receivedAt: null })),
  }));
  return { ...state, obligations };
}

describe('a live campaign with durable timers', () => {
  let its: Installation;
  beforeAll(async () => {
    its = await installation('live');
  });
  afterAll(() => its.remove());

  it('keeps every deadline although worker, Temporal and PostgreSQL are killed before it', {
    timeout: 480_000,
  }, async () => {
    const { desk, stack } = its;
    const due = await dueSoon();
    const [reminder, deadline, escalation] = [onWall(due - MINUTE), onWall(due), onWall(due + MINUTE)];
    const timing = { ...deadline, reminders: [reminder.time], escalation: escalation.time };
    const { rootUnitId, csv, unitIds } = fanOut('live', 12);
    const definition = fanOutDefinition('live', timing);
    await desk.importUnits(csv);
    const definitionId = await desk.publish(definition);
    const { id, startedAt } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
    const rows = await waitFor(async () => asComplete(await desk.obligations(id), 12), {
      what: 'the obligations',
    });
    const owed = new Map(rows.map((row): [string, string] => [row.unitId, row.id]));
    const report = (unitId: string, events: number) => its.report(owed.get(unitId) ?? '', events);
    const figures = new Map(unitIds.map((unitId, n): [string, number] => [unitId, n + 1]));
    const handIn = (from: number, to: number) =>
      Promise.all(unitIds.slice(from, to).map((unitId) => report(unitId, figures.get(unitId) ?? 0)));

    await handIn(0, 4);
    await Promise.all([stack.worker, stack.temporal, stack.postgres].map((part) => part.kill9()));
    await stack.postgres.restart();
    // No engine: reports are taken all the same.
    expect(Date.now()).toBeLessThan(due - MINUTE);
    await handIn(4, 6);

    // Past the reminder with nothing running, then past the deadline with the worker alone down.
    await until(due - MINUTE + 5_000);
    await stack.temporal.restart();
    await stack.worker.restart();
    const toldOnce = () => countNotices(id, 'reminder');
    // all the time that there is before the deadline itself
    await waitFor(async () => (await toldOnce()) === 6, {
      what: 'six reminders',
      forMs: due - 3_000 - Date.now(),
    });
    await stack.worker.kill9();
    await stack.temporal.kill9();
    await until(due + 5_000);
    expect(await countNotices(id, 'overdue')).toBe(0);
    await stack.temporal.restart();
    await stack.worker.restart();
    await waitFor(async () => (await desk.state(id)).consolidations.length === 1, {
      what: 'the first total',
      forMs: 60_000,
    });
    await handIn(6, 7);
    await waitFor(async () => (await desk.state(id)).consolidations.length === 2, {
      what: 'the revision',
      forMs: 60_000,
    });
    await stack.temporal.kill9();
    await stack.temporal.restart();
    await until(due + MINUTE + 1_000);
    await waitFor(async () => (await countNotices(id, 'escalation')) > 0, {
      what: 'the escalation',
      forMs: 60_000,
    });
    must(await closeCampaign(desk.ctx, { campaignId: id }));
    const root = nodeWorkflowId({ campaignId: id, periodKey: 'once', unitId: rootUnitId });
    await waitFor(async () => (await its.statusOf(root)) === 'COMPLETED', {
      what: 'the end of the workflow',
    });

    const { state, acts, until: end } = await whatHappened(id, startedAt);
    const expected = await expectedState(desk, {
      definition,
      rootUnitId,
      startAt: startedAt,
      acts,
      until: end,
    });
    expect(state).toEqual(onTheWallsClock(expected));
    expect(state.obligations.filter(({ versions }) => versions.some(({ late }) => late)).length).toBe(1);
    expect(await its.alarmsInLogs()).toEqual([]);
  });

  const until = (epoch: number): Promise<void> => sleep(Math.max(0, epoch - Date.now()));

  const asComplete = <T>(rows: readonly T[], size: number): readonly T[] | undefined =>
    rows.length === size ? rows : undefined;

  /** Units told, each as often as it was. */
  async function countNotices(campaignId: string, kind: string): Promise<number> {
    return must(await listNotices(its.desk.ctx, { campaignId, kind, limit: 500 })).items.length;
  }

  /** The acts at the instants at which the database took them: what the sequential engine is given. */
  async function whatHappened(campaignId: string, startedAt: string) {
    const { desk } = its;
    const state = await desk.state(campaignId);
    const acts: ScriptedAct[] = [];
    for (const row of await desk.obligations(campaignId)) {
      const at = row.firstCompleteAt;
      if (at === null) continue;
      const events = Number(/\d+$/.exec(row.unitId)?.[0]) + 1;
      acts.push({ at, act: 'report', periodKey: 'once', unitId: row.unitId, report: { values: { events } } });
    }
    const { closedAt } = await desk.campaign(campaignId);
    const end = closedAt ?? startedAt;
    acts.sort((a, b) => a.at.localeCompare(b.at));
    return { state, acts: [...acts, { at: end, act: 'close' } as const], until: end };
  }
});
