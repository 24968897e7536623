import { beforeAll, describe, expect, it } from 'vitest';
import { call, succeed } from '../../harness/api-client.ts';
import { importOrganisation, publish, twoLevels } from './drawing.ts';
import { listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { Notice, ProblemDocument } from './shapes.ts';

const NAME = 'lv-calendar';
const CALENDAR = 'lv-lich';
const REASON = 'Nghỉ bù theo thông báo mới';
const member = (id: string): string => `${NAME}-${id}`;
const years = { from: 2026, to: 2026 };
const plain = { name: 'Lịch thử', weekdays: [1, 2, 3, 4, 5], years, days: [] };
const withDayOff = {
  ...plain,
  days: [{ date: '2026-03-18', kind: 'off', name: 'Nghỉ bù', status: 'decided' }],
};

let its: Rehearsal;
const put = (expectedVersion: number, calendar: object, reason = REASON) =>
  call<{ version: number; movedObligations: number } & ProblemDocument>(
    'POST',
    `/api/calendars/${CALENDAR}/versions`,
    {
      body: { expectedVersion, calendar, reason },
    },
  );

interface Audited {
  readonly act: string;
  readonly actor: string;
  readonly before: object;
  readonly after: object;
}

beforeAll(async () => {
  expect((await put(0, plain, 'Lịch để thử')).status).toBe(201);
  await importOrganisation(NAME);
  const definition = twoLevels(NAME, {
    calendar: { id: CALENDAR, onDayOff: 'asWritten' },
    teams: [{ report: 'so-lieu', due: { kind: 'date', date: '2026-03-20', bound: 'by' } }],
    members: [
      {
        report: 'so-lieu',
        due: { kind: 'lead', workingDays: 5 },
        reminders: [{ unit: 'workingDays', offset: -2, time: '08:00' }],
        escalation: { unit: 'workingDays', offset: 1, time: '08:00' },
      },
    ],
  });
  const definitionId = await publish(definition);
  its = await startRehearsal({ definitionId, rootUnitId: NAME, startAt: '2026-03-02T01:00:00.000Z' });
  await its.moveTo('2026-03-05T02:00:00.000Z');
});

describe('a new version of the working calendar while a campaign runs', () => {
  it('finds deadlines counted back over five working days', async () => {
    // by 20/03 − 5: 19, 18, 17, 16, 13/03 → 14/03 00:00; reminder −2: 11/03.
    expect(await its.owed(member('b0-m0'))).toMatchObject({
      dueAt: '2026-03-13T17:00:00.000Z',
      dueDate: '2026-03-13',
      remindAt: ['2026-03-11T01:00:00.000Z'],
    });
  });

  it('is refused when somebody else has changed it meanwhile, or without a reason, and moves nothing', async () => {
    const stale = await put(7, withDayOff);
    expect([stale.status, stale.body.code]).toEqual([409, 'calendar.conflict']);
    const unexplained = await put(1, withDayOff, '  ');
    expect([unexplained.status, unexplained.body.code]).toEqual([422, 'calendar.reasonNeeded']);
    expect(await its.owed(member('b0-m0'))).toMatchObject({ dueAt: '2026-03-13T17:00:00.000Z' });
  });

  it('moves what was counted in working days, and no date that was written or granted', async () => {
    const { id, revision: expectedRevision } = await its.owed(member('b1-m0'));
    const asked = await succeed<{ id: string }>('POST', `/api/obligations/${id}/extensions`, {
      body: { date: '2026-03-16', reason: 'Mưa lũ' },
    });
    await succeed('POST', `/api/extensions/${asked.id}/decision`, {
      body: { decision: 'grant', expectedRevision },
    });

    const answer = await put(1, withDayOff);
    expect([answer.status, answer.body.version]).toEqual([201, 2]);
    // Five members, and the two teams' own reports stay: 20/03 was written.
    expect(answer.body.movedObligations).toBe(5);
    // 19, 17, 16, 13, 12/03; reminder −2: 11, 10/03.
    expect(await its.owed(member('b0-m0'))).toMatchObject({
      dueAt: '2026-03-12T17:00:00.000Z',
      dueDate: '2026-03-12',
      remindAt: ['2026-03-10T01:00:00.000Z'],
    });
    expect(await its.owed(member('b0'))).toMatchObject({ dueAt: '2026-03-20T17:00:00.000Z' });
    expect(await its.owed(member('b1-m0'))).toMatchObject({
      dueAt: '2026-03-16T17:00:00.000Z',
      dueDate: '2026-03-16',
    });
  });

  it('leaves who, why, the old dates and the new ones in the audit', async () => {
    const trail = await listAll<Audited>(`/api/audit?campaign=${its.id}`);
    const rearmed = trail.find(({ act }) => act === 'deadlines.rearmed');
    expect(rearmed).toMatchObject({ before: { version: 1 }, after: { version: 2, reason: REASON } });
    expect(rearmed?.actor).toMatch(/\S/);
    const told = JSON.stringify(rearmed?.after);
    expect(told).toContain('2026-03-13T17:00:00.000Z');
    expect(told).toContain('2026-03-12T17:00:00.000Z');
  });

  it('is what the timers go by from then on', async () => {
    await its.moveTo('2026-03-12T16:59:59.999Z');
    const overdue = () => listAll<Notice>(`/api/notices?campaign=${its.id}&kind=overdue`);
    expect(await overdue()).toEqual([]);
    await its.moveTo('2026-03-12T17:00:00.000Z');
    expect((await overdue()).map(({ unitId }) => unitId).sort()).toEqual(
      ['b0-m0', 'b0-m1', 'b0-m2', 'b1-m1', 'b1-m2'].map(member),
    );
    await its.moveToEnd();
    const at = (await overdue()).filter(({ unitId }) => unitId === member('b1-m0')).map((each) => each.at);
    expect(at).toEqual(['2026-03-16T17:00:00.000Z']);
    const reminders = await listAll<Notice>(`/api/notices?campaign=${its.id}&kind=reminder`);
    expect(reminders.filter(({ unitId }) => unitId === member('b0-m0')).map((each) => each.at)).toEqual([
      '2026-03-10T01:00:00.000Z',
    ]);
  });
});
