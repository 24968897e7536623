import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { referencesAt } from './references.ts';

const definition = Definition.parse({
  formatVersion: 1,
  key: 'd',
  title: 'Thử',
  events: [{ key: 'bao', label: 'Có bão' }],
  parameters: [{ key: 'han', label: 'Hạn cuối', kind: 'date' }],
  reports: [
    {
      id: 'ket-qua',
      title: 'Kết quả',
      kind: 'thematic',
      indicators: [{ id: 'so', label: 'Số', type: 'number', aggregate: 'sum' }],
    },
  ],
  targets: [{ report: 'ket-qua', indicator: 'so', total: '10', node: 'xa', split: { kind: 'equal' } }],
  nodes: [
    { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } },
    {
      id: 'xa',
      name: 'Xã',
      parent: 'goc',
      select: { kind: 'list', units: [] },
      subgroups: [{ id: 'nhom', name: 'Nhóm', select: { kind: 'list', units: [] } }],
    },
  ],
});
const at = (...path: (string | number)[]) =>
  referencesAt(path, { definition, calendars: [] })?.map(({ value }) => value) ?? null;

describe('a key that names something of the drawing', () => {
  it('is chosen among what the field may name', () => {
    expect(at('definition', 'nodes', 1, 'obligations', 0, 'report')).toEqual(['ket-qua']);
    expect(at('definition', 'nodes', 1, 'obligations', 0, 'onlyIf')).toEqual(['bao']);
    expect(at('definition', 'nodes', 1, 'obligations', 0, 'due', 'date', 'parameter')).toEqual(['han']);
    expect(at('definition', 'targets', 0, 'node')).toEqual(['goc', 'xa']);
    expect(at('definition', 'targets', 0, 'indicator')).toEqual(['so']);
    expect(at('definition', 'nodes', 1, 'tasks', 0, 'members', 'subgroup')).toEqual(['nhom']);
    expect(at('definition', 'nodes', 0, 'tasks', 0, 'members', 'subgroup')).toEqual([]);
  });

  it('of a calendar is chosen, its own key is not', () => {
    expect(at('definition', 'calendar', 'id')).toEqual([]);
    expect(at('definition', 'nodes', 1, 'id')).toBeNull();
  });
});
