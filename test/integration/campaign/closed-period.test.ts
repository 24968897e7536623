import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyUnitImport, getConsolidation, listObligations, previewUnitImport } from '#acts';
import type { ScriptedAct } from '#engine';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { inBothWorlds, type TwoWorlds } from '../../harness/two-worlds.ts';
import { valueOf } from '../../harness/value-of.ts';
import { twoLevels } from '../../replay/cascades.ts';

const NAME = 'closed';
const { rootUnitId: ROOT, csv } = twoLevels(NAME, 1, 2);
const BOARD = `${ROOT}-b0`;
const [FIRST, SECOND] = [`${BOARD}-m0`, `${BOARD}-m1`];

const report = {
  id: 'so-lieu',
  title: 'Số liệu',
  kind: 'periodic',
  indicators: [{ id: 'so', label: 'Số', type: 'number', aggregate: 'sum' }],
  periods: {
    kind: 'named',
    list: [
      { key: 'thang-3', label: 'Tháng 3', due: { date: '2026-03-20', bound: 'by' } },
      { key: 'thang-4', label: 'Tháng 4', opens: '2026-03-23', due: { date: '2026-04-20', bound: 'by' } },
    ],
  },
};
const level = (id: string, parent: string, due: object) => ({
  id,
  name: id,
  parent,
  select: { kind: 'ofKind', unitKinds: [`test-${id}`] },
  tasks: [{ id: `viec-${id}`, text: 'Báo cáo' }],
  obligations: [{ report: 'so-lieu', due, acceptance: 'automatic' }],
  consolidation: { sign: 'official' },
});
const drawing = {
  key: 'dong-ky',
  title: 'Đóng một kỳ',
  calendar: { id: 'always', onDayOff: 'asWritten' },
  reports: [report],
  nodes: [
    { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' }, consolidation: { sign: 'automatic' } },
    level('board', 'goc', { kind: 'period' }),
    level('member', 'board', { kind: 'lead', workingDays: 2 }),
  ],
};

const says = (at: string, periodKey: string, who: { unitId: string; so: number }): ScriptedAct => ({
  at,
  act: 'report',
  report: { values: { so: who.so } },
  periodKey,
  unitId: who.unitId,
});
const signs = (at: string, revision: number): ScriptedAct => ({
  ...{ at, act: 'sign', periodKey: 'thang-3', unitId: BOARD, revision },
});
const ACTS: readonly ScriptedAct[] = [
  says('2026-03-10T02:00:00.000Z', 'thang-3', { unitId: FIRST, so: 3 }),
  // The board's cut-off is its members' deadline: end of 18/03.
  signs('2026-03-19T02:00:00.000Z', 1),
  { at: '2026-03-25T02:00:00.000Z', act: 'close', periodKey: 'thang-3' },
  says('2026-03-26T02:00:00.000Z', 'thang-3', { unitId: SECOND, so: 4 }),
  signs('2026-03-26T03:00:00.000Z', 2),
  says('2026-03-27T02:00:00.000Z', 'thang-4', { unitId: FIRST, so: 5 }),
];

let database: OwnDatabase;
let its: TwoWorlds;
beforeAll(async () => {
  database = await seededDatabase('closed_period');
  const ctx = { pool: database.pool, principal: operator };
  const { previewHash } = valueOf(await previewUnitImport(ctx, { csv }));
  valueOf(await applyUnitImport(ctx, { csv, previewHash }));
  const startAt = '2026-03-02T01:00:00.000Z';
  its = await inBothWorlds(database.pool, { drawing, rootUnitId: ROOT, startAt, acts: ACTS });
});
afterAll(() => database.drop());

const rows = (periodKey: string) => its.rows.obligations.filter(({ period }) => period === periodKey);
const versionsOf = (periodKey: string, unitId: string) =>
  rows(periodKey)
    .find(({ unit }) => unit === unitId)
    ?.versions.map(({ no, kind, state, late }) => [no, kind, state, late]);

describe('a period that is closed while the campaign goes on', () => {
  it('is in the rows what it is in the simulator', () => {
    expect(its.rows).toEqual(its.simulated);
    expect(its.rows.status).toBe('running');
  });

  it('takes what comes afterwards as supplementary, and lets it rise as revision 2', async () => {
    expect(versionsOf('thang-3', FIRST)).toEqual([[1, 'ordinary', 'accepted', false]]);
    expect(versionsOf('thang-3', SECOND)).toEqual([[1, 'supplementary', 'accepted', true]]);
    const totals = its.rows.consolidations
      .filter(({ period }) => period === 'thang-3')
      .map(({ unit, revision, state, accepted, totals: { 'so-lieu': sum } }) => [
        ...[unit, revision, state, accepted],
        sum?.['so'],
      ]);
    const number = (value: string) => ({ kind: 'number', value });
    expect(totals).toEqual([
      [ROOT, 1, 'signed', 1, number('3')],
      [ROOT, 2, 'signed', 1, number('7')],
      [BOARD, 1, 'signed', 1, number('3')],
      [BOARD, 2, 'signed', 2, number('7')],
    ]);
    const ctx = { pool: database.pool, principal: operator };
    const place = { campaignId: its.campaignId, periodKey: 'thang-3', unitId: ROOT, revision: 2 };
    const { differences } = valueOf(await getConsolidation(ctx, place));
    expect(differences['so-lieu']).toContainEqual(
      expect.objectContaining({ indicator: 'so', before: number('3'), after: number('7') }),
    );
  });

  it('keeps the version that was accepted before as superseded', () => {
    expect(versionsOf('thang-3', BOARD)).toEqual([
      [1, 'consolidated', 'superseded', false],
      [2, 'supplementary', 'accepted', false],
    ]);
  });

  it('leaves the other period open, with its own deadlines', async () => {
    const ctx = { pool: database.pool, principal: operator };
    const { items } = valueOf(await listObligations(ctx, { campaignId: its.campaignId, limit: 100 }));
    expect(items.map(({ periodKey, closed }) => `${periodKey} ${closed}`).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'thang-3 true'),
      ...Array.from({ length: 3 }, () => 'thang-4 false'),
    ]);
    expect(versionsOf('thang-4', FIRST)).toEqual([[1, 'ordinary', 'accepted', false]]);
    // by 20/04 less two days: until the end of 18/04
    expect(rows('thang-4').find(({ unit }) => unit === SECOND)?.notices).toEqual([
      { kind: 'overdue', at: '2026-04-18T17:00:00.000Z' },
    ]);
  });
});
