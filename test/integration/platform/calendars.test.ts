import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type ActContext,
  askExtension,
  createDefinition,
  decideExtension,
  getCalendar,
  listAudit,
  listCalendars,
  listDefinitions,
  listNotices,
  listObligations,
  publishDefinition,
  putCalendarVersion,
  seed,
  startCampaign,
  submitReport,
  taskSurroundings,
} from '#acts';
import type { Calendar } from '#model';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { sequentialDriver } from '../../harness/sequential-driver.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let ctx: ActContext;
let calendar: Calendar;
let campaignId: string;

beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'calendars');
  ctx = { pool: database.pool, principal: operator };
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  const vn = valueOf(await listCalendars(ctx)).find(({ id }) => id === 'vn');
  if (!vn) throw new Error('no calendar vn');
  calendar = vn;
  const { items } = valueOf(await listDefinitions(ctx));
  const definitionId = items.find(({ key }) => key === 'bon-cap-2024')?.id ?? '';
  const parameters = { 'pham-vi': 'vd-vung', 'ngay-bao-cao': '2024-12-20' };
  const startAt = '2024-11-18T01:00:00.000Z';
  const start = { definitionId, mode: 'rehearsal', rootUnitId: 'vn-bct', startAt, parameters } as const;
  campaignId = valueOf(await startCampaign(ctx, start)).id;
  await sequentialDriver(database.pool, operator).settleAll();
});
afterAll(() => database.drop());

/** A report of one unit every Friday, reminded one working day before. */
const weekly = {
  formatVersion: 1,
  key: 'hang-tuan',
  title: 'Báo cáo hằng tuần',
  reports: [
    {
      id: 'tuan',
      title: 'Báo cáo tuần',
      kind: 'periodic',
      periods: { kind: 'rule', recurrence: { frequency: 'weekly', weekday: 5 }, bound: 'by' },
    },
  ],
  nodes: [
    { id: 'tp', name: 'UBND thành phố', parent: null, select: { kind: 'root' } },
    {
      id: 'phong',
      name: 'Phòng Kinh tế',
      parent: 'tp',
      select: { kind: 'list', units: ['bk-phong-kinh-te'] },
      obligations: [
        {
          report: 'tuan',
          due: { kind: 'period' },
          reminders: [{ unit: 'workingDays', offset: -1 }],
          minimumWorkingDays: 1,
        },
      ],
    },
  ],
};

const owed = async (unitId: string) => {
  const [first] = valueOf(await listObligations(ctx, { campaignId, unitId })).items;
  if (!first) throw new Error(`${unitId} owes nothing`);
  return first;
};
const dueOf = async (unitId: string) => (await owed(unitId)).dueAt;
const dayOff = (date: string) => ({
  date,
  kind: 'off' as const,
  name: 'Nghỉ đột xuất',
  status: 'decided' as const,
});

describe('a new version of a calendar', () => {
  // worked out by hand: by 20/12 (Friday); 5 working days back = 13/12; 5 more = 06/12
  it('moves deadlines counted in working days, keeps plain dates, reports and extensions', async () => {
    expect([await dueOf('vd24-tinh-a'), await dueOf('vd24-huyen-a1'), await dueOf('vd24-xa-a1-1')]).toEqual([
      '2024-12-20T17:00:00.000Z',
      '2024-12-13T17:00:00.000Z',
      '2024-12-06T17:00:00.000Z',
    ]);
    const reported = await owed('vd24-xa-a1-2');
    const nil = { nil: true, values: {}, sections: {}, attachments: [], note: '' };
    valueOf(await submitReport(ctx, { obligationId: reported.id, input: nil }));
    const asked = await askExtension(ctx, {
      obligationId: (await owed('vd24-xa-a1-3')).id,
      date: '2024-12-10',
      reason: 'Bão',
    });
    valueOf(
      await decideExtension(ctx, { extensionId: valueOf(asked).id, decision: 'grant', reason: 'Đồng ý' }),
    );

    const outcome = await putCalendarVersion(ctx, {
      id: 'vn',
      expectedVersion: calendar.version,
      calendar: { ...calendar, days: [...calendar.days, dayOff('2024-12-17')] },
      reason: 'Nghỉ do bão',
    });
    // 17/12 off: 5 working days before 20/12 = 12/12; 5 more = 05/12
    expect([await dueOf('vd24-tinh-a'), await dueOf('vd24-huyen-a1'), await dueOf('vd24-xa-a1-1')]).toEqual([
      '2024-12-20T17:00:00.000Z',
      '2024-12-12T17:00:00.000Z',
      '2024-12-05T17:00:00.000Z',
    ]);
    expect([await dueOf('vd24-xa-a1-2'), await dueOf('vd24-xa-a1-3')]).toEqual([
      '2024-12-06T17:00:00.000Z',
      '2024-12-10T17:00:00.000Z',
    ]);
    // 4 districts and 7 communes, less the one reported and the one extended
    expect(valueOf(outcome)).toEqual({ version: calendar.version + 1, movedObligations: 9 });
  });

  it('leaves an entry with old, new, reason and who, and tells the units', async () => {
    const { items } = valueOf(await listAudit(ctx, { campaignId }));
    const entry = items.find(({ act }) => act === 'deadlines.rearmed');
    expect(entry).toMatchObject({
      actor: 'service:operator',
      before: { version: calendar.version },
      after: { version: calendar.version + 1, reason: 'Nghỉ do bão' },
    });
    const notices = valueOf(
      await listNotices(ctx, { campaignId, unitId: 'vd24-huyen-a1', kind: 'extension' }),
    ).items;
    const told = notices.filter(({ body }) => body['calendar'] !== undefined);
    expect(told.map(({ body }) => [body['oldDueAt'], body['dueAt']])).toEqual([
      ['2024-12-13T17:00:00.000Z', '2024-12-12T17:00:00.000Z'],
    ]);
  });

  it('makes the timers follow: overdue falls on the new instant', async () => {
    await sequentialDriver(database.pool, operator).advance(campaignId, { to: '2024-12-05T17:00:00.000Z' });
    const overdue = valueOf(await listObligations(ctx, { campaignId, overdue: true })).items.map(
      ({ unitId }) => unitId,
    );
    expect(overdue.sort()).toEqual(
      ['vd24-xa-a1-1', 'vd24-xa-a2-1', 'vd24-xa-a2-2', 'vd24-xa-b1-1', 'vd24-xa-b1-2'].sort(),
    );
  });

  it('needs the version that was edited, a reason, and days that exist once', async () => {
    const [newest] = valueOf(await getCalendar(ctx, 'vn'));
    const current = newest?.calendar ?? calendar;
    const put = (more: object) =>
      putCalendarVersion(ctx, {
        id: 'vn',
        expectedVersion: current.version,
        calendar: current,
        reason: 'x',
        ...more,
      });
    expect(codesOf(await put({ expectedVersion: current.version - 1 }))).toEqual(['calendar.conflict']);
    expect(codesOf(await put({ reason: ' ' }))).toEqual(['calendar.reasonNeeded']);
    expect(codesOf(await put({ calendar: { ...current, days: [dayOff('2024-02-30')] } }))).toEqual([
      'calendar.malformed',
    ]);
    const twice = { ...current, days: [dayOff('2024-12-30'), dayOff('2024-12-30')] };
    expect(codesOf(await put({ calendar: twice }))).toEqual(['calendar.repeatedDay']);
    expect(codesOf(await put({ id: 'khong-co' }))).toEqual(['calendar.notFound']);
  });

  it('that no longer covers a running campaign is refused whole', async () => {
    const [newest] = valueOf(await getCalendar(ctx, 'vn'));
    const current = newest?.calendar ?? calendar;
    const narrow = { ...current, years: { from: 2026, to: 2027 }, days: [] };
    const result = await putCalendarVersion(ctx, {
      id: 'vn',
      expectedVersion: current.version,
      calendar: narrow,
      reason: 'x',
    });
    expect(codesOf(result)).toContain('calendar.yearNotCovered');
    expect(valueOf(await getCalendar(ctx, 'vn'))[0]?.calendar.version).toBe(current.version);
  });

  it('that reaches further lets a recurring report go on where the old one ended', async () => {
    const { id, draftRevision } = valueOf(await createDefinition(ctx, { definition: weekly }));
    valueOf(await publishDefinition(ctx, { id, expectedRevision: draftRevision }));
    const [newest] = valueOf(await getCalendar(ctx, 'vn'));
    const current = newest?.calendar ?? calendar;
    const until = (to: number, version: number) => ({
      id: 'vn',
      expectedVersion: version,
      calendar: {
        ...current,
        years: { from: 2023, to },
        days: current.days.filter(({ date }) => date < `${to + 1}`),
      },
      reason: 'Năm mới',
    });
    const short = valueOf(await putCalendarVersion(ctx, until(2024, current.version)));
    const start = {
      definitionId: id,
      mode: 'rehearsal',
      rootUnitId: '2024-district-058',
      parameters: {},
    } as const;
    const started = valueOf(await startCampaign(ctx, { ...start, startAt: '2024-12-16T01:00:00.000Z' }));
    const driver = sequentialDriver(database.pool, operator);
    await driver.advance(started.id, { to: '2025-01-20T01:00:00.000Z' });
    const dues = async () =>
      valueOf(await listObligations(ctx, { campaignId: started.id })).items.map(({ dueAt }) =>
        dueAt?.slice(0, 10),
      );
    const before = await dues();
    expect(before.at(-1)?.startsWith('2024')).toBe(true);
    valueOf(await putCalendarVersion(ctx, until(2027, short.version)));
    await driver.settleAll();
    expect((await dues()).slice(before.length)).toContain('2025-01-24');
  });

  it('from a part of the country may only change the days of its own units', async () => {
    const [newest] = valueOf(await getCalendar(ctx, 'vn'));
    const current = newest?.calendar ?? calendar;
    const principal = { ...operator, unitId: 'vd24-tinh-a' };
    const put = (changed: Calendar) =>
      putCalendarVersion(
        { ...ctx, principal },
        { id: 'vn', expectedVersion: current.version, calendar: changed, reason: 'x' },
      );
    const own = (unitId: string) => ({
      ...current,
      unitDays: [{ ...dayOff('2024-12-11'), unitId: unitId as never }],
    });
    expect(codesOf(await put({ ...current, days: [] }))).toEqual(['calendar.notYours']);
    expect(codesOf(await put(own('vd24-tinh-b')))).toEqual(['calendar.notYours']);
    const left = async () => {
      const found = valueOf(await listObligations(ctx, { campaignId, unitId: 'vd24-huyen-a2' }));
      const { deadline } = valueOf(await taskSurroundings(ctx, found.items[0]?.id ?? ''));
      return { at: deadline.at, days: deadline.workingDaysLeft ?? Number.NaN };
    };
    const before = await left();
    expect(valueOf(await put(own('vd24-huyen-a2'))).version).toBe(current.version + 1);
    // what is left of a date that stays is counted by the unit's own days, as in its task list
    expect(await left()).toEqual({ at: before.at, days: before.days - 1 });
  });
});
