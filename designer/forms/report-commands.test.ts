import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { applied } from '../drawing/command.ts';
import { addReport, duplicateReport, owedBy, removeReport } from './report-commands.ts';

const OWED = { report: 'ket-qua', due: { kind: 'none' } };
const DRAWING = {
  definition: Definition.parse({
    formatVersion: 1,
    key: 'ban-ve',
    title: 'Bản vẽ',
    reports: [
      {
        id: 'ket-qua',
        title: 'Kết quả',
        kind: 'adHoc',
        indicators: [{ id: 'so-hoi-cho', label: 'Số hội chợ', type: 'number', aggregate: 'sum' }],
      },
    ],
    targets: [
      { report: 'ket-qua', indicator: 'so-hoi-cho', total: '10', node: 'xa', split: { kind: 'equal' } },
    ],
    nodes: [
      { id: 'so', name: 'Sở', parent: null, select: { kind: 'root' } },
      {
        id: 'xa',
        name: 'Xã',
        parent: 'so',
        select: { kind: 'ofKind', unitKinds: ['commune'] },
        obligations: [OWED],
      },
    ],
  }),
  directive: null,
};

describe('report forms of a drawing', () => {
  it('are added with a key made of their title', () => {
    const { command, id } = addReport(DRAWING, 'Báo cáo quý');
    expect(id).toBe('bao-cao-quy');
    expect(applied(DRAWING, command).definition.reports.at(-1)).toMatchObject({
      id,
      title: 'Báo cáo quý',
      periods: { kind: 'once' },
    });
  });

  it('are doubled below the original, owed by nobody', () => {
    const { command, id } = duplicateReport(DRAWING, { id: 'ket-qua', title: 'Kết quả (bản sao)' });
    const next = applied(DRAWING, command);
    expect(next.definition.reports.map((each) => each.id)).toEqual(['ket-qua', 'ket-qua-2']);
    expect(owedBy(next, id)).toEqual([]);
    expect(owedBy(next, 'ket-qua')).toEqual(['Xã']);
  });

  it('go together with who owes them and with their targets', () => {
    const { definition } = applied(DRAWING, removeReport('ket-qua'));
    expect([definition.reports, definition.targets, definition.nodes[1]?.obligations]).toEqual([[], [], []]);
    expect(definition.nodes[0]).toBe(DRAWING.definition.nodes[0]);
  });
});
