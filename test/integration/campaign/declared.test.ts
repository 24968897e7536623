import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptedAct } from '#engine';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { inBothWorlds } from '../../harness/two-worlds.ts';

const ROOT = '2025-province-01';
const START = '2025-09-01T01:00:00.000Z';

let database: OwnDatabase;
let communes: readonly string[];
beforeAll(async () => {
  database = await seededDatabase('declared');
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT id FROM unit WHERE parent_id = $1 AND kind = 'commune' ORDER BY id LIMIT 2`,
    [ROOT],
  );
  communes = rows.map(({ id }) => id);
});
afterAll(() => database.drop());

const drawing = (key: string, onlyIf: string | null) => ({
  key,
  title: 'Theo sự kiện',
  events: [{ key: 'le-hoi', label: 'Lễ hội' }],
  reports: [{ id: 'so-lieu', title: 'Số liệu', kind: 'thematic' }],
  nodes: [
    { id: 'tinh', name: 'Tỉnh', parent: null, select: { kind: 'root' } },
    {
      id: 'xa',
      name: 'Xã',
      parent: 'tinh',
      select: { kind: 'list', units: communes },
      tasks: [{ id: 'bao-cao', text: 'Báo cáo', proof: 'report' }],
      obligations: [
        {
          report: 'so-lieu',
          due: { kind: 'event', event: 'le-hoi', offset: 0, days: 'calendar', bound: 'by' },
          onlyIf,
        },
      ],
    },
  ],
});
const declares = (at: string, date: string, unitId?: string): ScriptedAct => ({
  ...{ at, act: 'declare', event: 'le-hoi', date },
  ...(unitId === undefined ? {} : { unitId }),
});

describe('a date declared for one unit', () => {
  it.each([
    ['anchored dates', null],
    ['conditional reports', 'le-hoi'],
  ])('stays its own when the date for all comes, or moves: %s', async (name, onlyIf) => {
    const [first = '', second = ''] = communes;
    const acts = [
      declares('2025-09-02T01:00:00.000Z', '2025-09-12', first),
      declares('2025-09-03T01:00:00.000Z', '2025-09-19'),
      declares('2025-09-04T01:00:00.000Z', '2025-09-26'),
    ];
    const play = { drawing: drawing(name.replace(' ', '-'), onlyIf), rootUnitId: ROOT, startAt: START, acts };
    const { rows, simulated } = await inBothWorlds(database.pool, play);
    expect(rows).toEqual(simulated);
    const dueOf = (unitId: string) =>
      rows.obligations.filter(({ unit, due }) => unit === unitId && due !== null).map(({ due }) => due);
    expect(dueOf(first)).toEqual(['2025-09-12T17:00:00.000Z']);
    expect(dueOf(second)).toEqual(['2025-09-26T17:00:00.000Z']);
  });
});
