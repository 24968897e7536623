import { describe, expect, it } from 'vitest';
import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';
import { soughtRows, treeRows } from './tree-rows.ts';

const unit = (unitId: string, parentUnitId: string, unitName: string): TreeUnit => ({
  unitId,
  unitName,
  parentUnitId,
  chain: 'state',
  nodeIds: [],
  obligations: [],
  node: null,
});
const units = [
  unit('a', 'root', 'Huyện Ba Bể'),
  unit('a1', 'a', 'Xã Đồng Phúc'),
  unit('b', 'root', 'Phòng Kinh tế'),
];
const all = { text: '', status: '' };

describe('rows of the cascade', () => {
  it('indent every unit under the one that addressed it', () => {
    const rows = treeRows(units, 'root', { closed: new Set(), filter: all });
    expect(rows.map((row) => [row.unit.unitId, row.depth, row.hasChildren])).toEqual([
      ['a', 0, true],
      ['a1', 1, false],
      ['b', 0, false],
    ]);
  });

  it('leave out what is below a closed unit', () => {
    expect(
      treeRows(units, 'root', { closed: new Set(['a']), filter: all }).map((row) => row.unit.unitId),
    ).toEqual(['a', 'b']);
  });

  it('find names without accents, đ included, and keep everybody above a hit', () => {
    const rows = treeRows(units, 'root', {
      closed: new Set(['a']),
      filter: { text: 'dong phuc', status: '' },
    });
    expect(rows.map((row) => row.unit.unitId)).toEqual(['a', 'a1']);
  });

  it('keep only what has a status, or is overdue', () => {
    const owed = (status: 'open' | 'returned', timeliness: 'inTime' | 'overdue') => ({
      id: status,
      kind: 'report' as const,
      reportId: 'r',
      collectorUnitId: 'root',
      status,
      done: false,
      timeliness,
      dueAt: null,
      reworkDueAt: null,
      dueWhy: [],
      countedAt: null,
      version: 0,
      dueDate: null,
      dueBound: null,
      overdueAt: null,
      acceptedVersion: null,
      closed: false,
      revision: 1,
    });
    const some = [
      { ...unit('x', 'root', 'Xã Một'), obligations: [owed('returned', 'inTime')] },
      { ...unit('y', 'root', 'Xã Hai'), obligations: [owed('open', 'overdue')] },
    ];
    const ids = (status: string) =>
      treeRows(some, 'root', { closed: new Set(), filter: { text: '', status } }).map(
        (row) => row.unit.unitId,
      );
    expect([ids('returned'), ids('overdue'), ids('accepted')]).toEqual([['x'], ['y'], []]);
    const found = {
      ...owed('open', 'overdue'),
      unitId: 'y',
      unitName: 'Xã Hai',
      chain: 'state',
      disseminatorUnitId: 'a',
    };
    expect(
      soughtRows([found]).map(({ key, unit: { unitName, parentUnitId } }) => [key, unitName, parentUnitId]),
    ).toEqual([['open', 'Xã Hai', 'a']]);
  });
});
