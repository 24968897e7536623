import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { ScriptedAct } from '#engine';
import type { Definition } from '#model';
import { campaignWorkflowId, nodeWorkflowId } from '#model/contract';
import { call, succeed } from '../../harness/api-client.ts';
import { waitFor } from '../../harness/wait-for.ts';
import { keyFor } from '../api/principals.ts';
import { importOrganisation, publish, simulated, twoLevels } from './drawing.ts';
import { follow, type Follower } from './event-follower.ts';
import { historiesOf } from './histories.ts';
import { listAll, type Rehearsal, rehearsal } from './rehearsal.ts';
import type { Campaign, Consolidation, Notice, Obligation, ProblemDocument, State } from './shapes.ts';

const NAME = 'lv-instants';
const START = '2026-03-02T01:00:00.000Z';
/** `before 10/03/2026`: the last instant in time is 09/03 23:59:59.999. */
const DUE = '2026-03-09T17:00:00.000Z';
const JUST_IN_TIME = '2026-03-09T16:59:59.999Z';
const JUST_LATE = '2026-03-09T17:00:00.001Z';
const ACCEPTED_AT = '2026-03-12T02:00:00.000Z';
const CLOSED_AT = '2026-03-20T01:00:00.000Z';

interface Receipt {
  readonly no: number;
  readonly kind: string;
  readonly late: boolean;
  readonly workingDaysLate: number;
  readonly receivedAt: string;
}

let its: Rehearsal;
let definition: Definition;
let follower: Follower;
const acts: ScriptedAct[] = [];

const report = async (
  unitId: string,
  at: string,
  body: { nil?: true; values?: Record<string, string | number> },
): Promise<Receipt> => {
  acts.push({ at, act: 'report', periodKey: 'once', unitId, report: body });
  const receipt = await succeed<Receipt>('POST', `/api/obligations/${(await its.owed(unitId)).id}/reports`, {
    body,
  });
  await its.rest();
  return receipt;
};
const accept = async (unitId: string, at: string): Promise<void> => {
  acts.push({ at, act: 'accept', periodKey: 'once', unitId });
  const { id, version, revision: expectedRevision } = await its.owed(unitId);
  await succeed('POST', `/api/obligations/${id}/reports/${version}/acceptance`, {
    body: { expectedRevision },
  });
  await its.rest();
};
const consolidation = (unitId: string, revision: number): Promise<Consolidation> =>
  succeed('GET', `/api/campaigns/${its.id}/periods/once/units/${unitId}/consolidations/${revision}`);
const overdue = (): Promise<readonly Notice[]> =>
  listAll<Notice>(`/api/notices?campaign=${its.id}&kind=overdue`);
const number = (value: string) => ({ kind: 'number', value });

beforeAll(async () => {
  await importOrganisation(NAME);
  definition = twoLevels(NAME, {
    teams: [
      {
        report: 'so-lieu',
        due: { kind: 'date', date: '2026-03-13', bound: 'by' },
        recipients: { mode: 'all', units: [NAME, `${NAME}-office`] },
      },
    ],
    members: [
      {
        report: 'so-lieu',
        due: { kind: 'date', date: '2026-03-10', bound: 'before' },
        acceptance: 'automatic',
        reminders: [{ unit: 'workingDays', offset: -1 }],
        escalation: { unit: 'workingDays', offset: 1 },
      },
    ],
  });
  const definitionId = await publish(definition);
  const body = { definitionId, rootUnitId: NAME, startAt: START, mode: 'rehearsal' };
  const idempotencyKey = randomUUID();
  const starts = await Promise.all(
    Array.from({ length: 20 }, () => succeed<Campaign>('POST', '/api/campaigns', { body, idempotencyKey })),
  );
  expect(new Set(starts.map(({ id }) => id)).size).toBe(1);
  its = rehearsal(starts[0]?.id ?? '');
  await its.rest();
  follower = follow(its.id);
});

describe('a cascade of two levels, to the millisecond', () => {
  it('is started once by 20 starts at the same time: one campaign, every obligation once', async () => {
    const listed = await listAll<Campaign>('/api/campaigns?mode=rehearsal');
    expect(listed.filter(({ title }) => title === definition.title)).toHaveLength(1);
    const owed = await listAll<Obligation>(`/api/obligations?campaign=${its.id}`);
    expect(owed.map(({ unitId }) => unitId.replace(`${NAME}-`, '')).sort()).toEqual([
      'b0',
      'b0-m0',
      'b0-m1',
      'b0-m2',
      'b1',
      'b1-m0',
      'b1-m1',
      'b1-m2',
    ]);
  });

  it('takes a nil report as reported, with zeros', async () => {
    await its.moveTo('2026-03-05T02:00:00.000Z');
    const nil = await report(`${NAME}-b1-m0`, '2026-03-05T02:00:00.000Z', { nil: true });
    expect(nil).toMatchObject({ no: 1, kind: 'nil', late: false });
    expect(await its.owed(`${NAME}-b1-m0`)).toMatchObject({ status: 'accepted', timeliness: 'inTime' });
  });

  it('is in time one millisecond before the deadline, late at it and one millisecond after', async () => {
    await its.moveTo(JUST_IN_TIME);
    expect(await overdue()).toEqual([]);
    const first = await report(`${NAME}-b0-m0`, JUST_IN_TIME, {
      values: { 'su-kien': '1.234', 'kinh-phi': '10,5' },
    });
    expect(first).toMatchObject({ late: false, workingDaysLate: 0, receivedAt: JUST_IN_TIME });

    await its.moveTo(DUE);
    const second = await report(`${NAME}-b0-m1`, DUE, { values: { 'su-kien': 2 } });
    // 10/03 is a working day: one working day after 09/03, the last day in time (C5).
    expect(second).toMatchObject({ late: true, workingDaysLate: 1, receivedAt: DUE });

    await its.moveTo(JUST_LATE);
    const third = await report(`${NAME}-b0-m2`, JUST_LATE, { values: { 'su-kien': 3 } });
    expect(third).toMatchObject({ late: true, workingDaysLate: 1, receivedAt: JUST_LATE });
  });

  it('marks each unit that had not reported at the deadline once, and no other', async () => {
    const told = (await overdue()).map(({ unitId, at }) => `${unitId} ${at}`).sort();
    expect(told).toEqual(['b0-m1', 'b0-m2', 'b1-m1', 'b1-m2'].map((unit) => `${NAME}-${unit} ${DUE}`));
  });

  it('draws up at the deadline and again with each late report, and says what changed', async () => {
    const { coverage, reports } = await consolidation(`${NAME}-b0`, 1);
    expect([coverage.owed, coverage.accepted]).toEqual([3, 1]);
    expect(reports['so-lieu']?.indicators['su-kien']?.value).toEqual(number('1234'));
    const third = await consolidation(`${NAME}-b0`, 3);
    expect(third.reports['so-lieu']?.indicators['su-kien']?.value).toEqual(number('1239'));
    expect(third.differences['so-lieu']).toEqual(
      expect.arrayContaining([
        { kind: 'indicator', indicator: 'su-kien', before: number('1236'), after: number('1239') },
        expect.objectContaining({ kind: 'unitAdded', unitId: `${NAME}-b0-m2` }),
      ]),
    );
    expect(await its.owed(`${NAME}-b0`)).toMatchObject({
      status: 'submitted',
      version: 3,
      timeliness: 'inTime',
    });
  });

  it('is complete only when every recipient of record has it', async () => {
    await its.moveTo(ACCEPTED_AT);
    await accept(`${NAME}-b0`, ACCEPTED_AT);
    await accept(`${NAME}-b1`, ACCEPTED_AT);
    const { id, version } = await its.owed(`${NAME}-b0`);
    expect((await its.details(`${NAME}-b0`)).complete).toBe(false);
    const receipts = `/api/obligations/${id}/reports/${version}/receipts`;
    const stranger = await call<ProblemDocument>('POST', receipts, { body: { unitId: `${NAME}-b1` } });
    expect([stranger.status, stranger.body.code]).toEqual([422, 'obligation.notRecipient']);
    const key = await keyFor(inject('stack').databaseUrl, `${NAME}-office`, ['read', 'reports:decide']);
    await succeed('POST', receipts, { key, body: {} });
    await succeed('POST', receipts, { key, body: {} });
    const now = await its.details(`${NAME}-b0`);
    expect(now.complete).toBe(true);
    expect(now.receipts.filter(({ unitId }) => unitId === `${NAME}-office`)).toHaveLength(1);
    expect((await its.details(`${NAME}-b1`)).complete).toBe(false);
  });

  it('carries a report that comes after the close up every level, each with its list of differences', async () => {
    await its.moveTo(CLOSED_AT);
    await succeed('POST', `/api/campaigns/${its.id}/close`, { body: {} });
    acts.push({ at: CLOSED_AT, act: 'close' });
    await its.rest();
    const late = await report(`${NAME}-b1-m1`, CLOSED_AT, { values: { 'su-kien': 7 } });
    // 09/03 → 20/03: 10, 11, 12, 13, 16, 17, 18, 19, 20.
    expect(late).toMatchObject({ kind: 'supplementary', late: true, workingDaysLate: 9 });

    const below = await consolidation(`${NAME}-b1`, 2);
    const change = (before: string, after: string) => ({
      kind: 'indicator',
      indicator: 'su-kien',
      before: number(before),
      after: number(after),
    });
    expect(below.differences['so-lieu']).toContainEqual(change('0', '7'));
    const { versions, acceptedVersion } = await its.details(`${NAME}-b1`);
    expect(versions.map(({ no, kind, state }) => `${no} ${kind} ${state}`)).toEqual([
      '1 consolidated accepted',
      '2 supplementary submitted',
    ]);
    expect(acceptedVersion).toBe(1);

    await accept(`${NAME}-b1`, CLOSED_AT);
    const top = await consolidation(NAME, 2);
    expect(top.reports['so-lieu']?.indicators['su-kien']?.value).toEqual(number('1246'));
    expect(top.differences['so-lieu']).toEqual(
      expect.arrayContaining([
        change('1239', '1246'),
        expect.objectContaining({ kind: 'unitChanged', unitId: `${NAME}-b1` }),
      ]),
    );
    // What was signed stays as it was.
    expect((await consolidation(NAME, 1)).reports['so-lieu']?.indicators['su-kien']?.value).toEqual(
      number('1239'),
    );
    expect((await its.owed(`${NAME}-b1-m2`)).status).toBe('open');
  });

  it('ends where the simulator ends', async () => {
    const state = await succeed<State>('GET', `/api/campaigns/${its.id}/state`);
    expect(state).toEqual(await simulated(its.id, { definition, acts }));
  });

  it('leaves no workflow behind, and cost each at most 70 events', async () => {
    const nodes = [NAME, `${NAME}-b0`, `${NAME}-b1`].map((unitId) =>
      nodeWorkflowId({ campaignId: its.id, periodKey: 'once', unitId }),
    );
    const left = await waitFor(
      async () => {
        const all = await historiesOf([campaignWorkflowId({ campaignId: its.id }), ...nodes]);
        return all.every(({ status }) => status === 'COMPLETED') && all;
      },
      { what: 'all workflows to end' },
    );
    expect(Math.max(...left.map(({ events }) => events))).toBeLessThanOrEqual(70);
  });

  it('was told to a listener whose line broke again and again: every event once, in order', async () => {
    const log = await succeed<{ items: { cursor: string }[] }>(
      'GET',
      `/api/campaigns/${its.id}/events?limit=1000`,
    );
    const all = log.items.map(({ cursor }) => cursor);
    expect(all.length).toBeGreaterThan(20);
    await waitFor(async () => follower.cursors.length >= all.length, { what: 'the last events' });
    await follower.stop();
    expect(follower.cursors).toEqual(all);
    expect(follower.breaks()).toBeGreaterThan(5);
  });
});
