import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActorTasks, listNotices, readEvents } from '#acts';
import type { ScriptedAct } from '#engine';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { inBothWorlds } from '../../harness/two-worlds.ts';
import { valueOf } from '../../harness/value-of.ts';

const ROOT = '2025-province-01';
const START = '2025-11-03T01:00:00.000Z';
const YEAR_END = '2025-12-31T17:00:00.000Z';
const window = { from: '2025-11-01', to: '2025-12-31' };
const root = {
  id: 'tinh',
  name: 'Tỉnh',
  parent: null,
  select: { kind: 'root' },
  consolidation: { sign: 'automatic' },
};
const form = { id: 'so-lieu', title: 'Số liệu', kind: 'periodic' };

let database: OwnDatabase;
let communes: readonly string[];
let outsider: string;
beforeAll(async () => {
  database = await seededDatabase('windows');
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT id FROM unit WHERE parent_id = $1 AND kind = 'commune' ORDER BY id LIMIT 4`,
    [ROOT],
  );
  const [first = '', ...others] = rows.map(({ id }) => id);
  outsider = first;
  communes = others;
});
afterAll(() => database.drop());

const group = (more: Readonly<Record<string, unknown>>) => ({
  id: 'xa',
  name: 'Xã',
  parent: 'tinh',
  select: { kind: 'list', units: communes },
  tasks: [{ id: 'treo-co', text: 'Treo cờ', window }],
  ...more,
});
const notices = async (campaignId: string) => {
  const ctx = { pool: database.pool, principal: operator };
  const { items } = valueOf(await listNotices(ctx, { campaignId, kind: 'windowEnd', limit: 100 }));
  return items.map(({ unitId, at, obligationId, body }) => ({
    unitId,
    at,
    aboutObligation: obligationId !== null,
    taskIds: body['taskIds'],
  }));
};

describe('the end of a window, on real rows', () => {
  it('is told to every unit once: addressees with two reports, and one that is no addressee', async () => {
    const drawing = {
      key: 'cua-so',
      title: 'Cửa sổ',
      reports: [form, { ...form, id: 'so-bo' }],
      nodes: [
        {
          ...root,
          actorTasks: [
            { id: 'bang-dien', text: 'Bảng điện', window, assignee: { kind: 'list', units: [outsider] } },
          ],
        },
        group({
          obligations: [
            {
              report: 'so-lieu',
              due: { kind: 'date', date: '2025-12-08', bound: 'before' },
              acceptance: 'automatic',
            },
            { report: 'so-bo', due: { kind: 'none' }, acceptance: 'automatic' },
          ],
        }),
      ],
    };
    const acts = communes.map(
      (unitId): ScriptedAct => ({
        at: '2025-12-01T01:00:00.000Z',
        act: 'report',
        report: { nil: true },
        periodKey: 'once',
        unitId,
      }),
    );
    const { campaignId, rows, simulated } = await inBothWorlds(database.pool, {
      ...{ drawing, rootUnitId: ROOT, startAt: START, acts },
    });
    expect(rows).toEqual(simulated);
    expect((await notices(campaignId)).sort((a, b) => (a.unitId < b.unitId ? -1 : 1))).toEqual([
      { unitId: outsider, at: YEAR_END, aboutObligation: false, taskIds: ['bang-dien'] },
      ...communes.map((unitId) => ({ unitId, at: YEAR_END, aboutObligation: true, taskIds: ['treo-co'] })),
    ]);
    const ctx = { pool: database.pool, principal: operator };
    // as an addressee was, when the task came
    const opened = { campaignId, unitId: outsider, kind: 'opened', limit: 5 };
    const [task] = valueOf(await listActorTasks(ctx, { campaignId })).items;
    expect(valueOf(await listNotices(ctx, opened)).items).toMatchObject([
      { vi: expect.stringMatching(/^Việc mới từ .+: thực hiện nhiệm vụ\.$/), path: `/tasks/${task?.id}` },
    ]);
    const events = valueOf(await readEvents(ctx, { campaignId, limit: 500 }));
    const told = events.filter(({ kind, at }) => kind === 'node.due' && at === YEAR_END);
    expect(told.map(({ data }) => data['windowEnds'])).toEqual([4]);
  });

  it('is told by the newest of several periods, closed older ones or not; not after a recall', async () => {
    const due = (date: string) => ({ date, bound: 'by' });
    const list = [
      { key: 'thang-11', label: 'Tháng 11', due: due('2025-11-28') },
      { key: 'thang-12', label: 'Tháng 12', opens: '2025-12-01', due: due('2025-12-26') },
    ];
    const drawing = (key: string) => ({
      key,
      title: 'Hai kỳ',
      reports: [{ ...form, periods: { kind: 'named', list } }],
      nodes: [root, group({ obligations: [{ report: 'so-lieu', due: { kind: 'period' } }] })],
    });
    const play = (key: string, acts: readonly ScriptedAct[]) =>
      inBothWorlds(database.pool, { drawing: drawing(key), rootUnitId: ROOT, startAt: START, acts });

    const closed = await play('hai-ky', [
      { at: '2025-12-10T01:00:00.000Z', act: 'close', periodKey: 'thang-11' },
    ]);
    expect(closed.rows).toEqual(closed.simulated);
    expect(closed.rows.windowEnds.map(({ period, at }) => [period, at])).toEqual(
      communes.map(() => ['thang-12', YEAR_END]),
    );
    expect(await notices(closed.campaignId)).toHaveLength(communes.length);

    const newest = await play('hai-ky-dong', [
      { at: '2025-12-30T01:00:00.000Z', act: 'close', periodKey: 'thang-12' },
    ]);
    expect(newest.rows).toEqual(newest.simulated);
    expect(newest.rows.windowEnds).toEqual([]);

    const recalled = await play('hai-ky-thu-hoi', [{ at: '2025-12-30T01:00:00.000Z', act: 'cancel' }]);
    expect(recalled.rows).toEqual(recalled.simulated);
    expect(await notices(recalled.campaignId)).toEqual([]);
  });

  it('is the only timer of a campaign that has no report, and without a window there is none', async () => {
    const nextAt = async (key: string, tasks: readonly object[]) => {
      const drawing = { key, title: 'Không báo cáo', nodes: [root, group({ tasks })] };
      const { campaignId, rows, simulated, simulation } = await inBothWorlds(database.pool, {
        ...{ drawing, rootUnitId: ROOT, startAt: START, acts: [] },
      });
      expect(rows).toEqual(simulated);
      return [simulation.endedAt, (await notices(campaignId)).length];
    };
    expect(await nextAt('co-cua-so', [{ id: 'treo-co', text: 'Treo cờ', window }])).toEqual([YEAR_END, 3]);
    expect(await nextAt('khong-cua-so', [{ id: 'biet', text: 'Quán triệt' }])).toEqual([START, 0]);
  });
});
