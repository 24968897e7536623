import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { freshTarget, indicatorOf, settleTargets, sumOf } from './targets.ts';

const FIGURE = { id: 'so-cho', label: 'Số chợ', type: 'number', aggregate: 'sum' };
const DRAWING = Definition.parse({
  formatVersion: 1,
  key: 'ban-ve',
  title: 'Bản vẽ',
  reports: [
    { id: 'mot', title: 'Một', kind: 'adHoc' },
    { id: 'hai', title: 'Hai', kind: 'adHoc', indicators: [FIGURE] },
  ],
  nodes: [
    { id: 'so', name: 'Sở', parent: null, select: { kind: 'root' } },
    {
      id: 'xa',
      name: 'Xã',
      parent: 'so',
      select: { kind: 'ofKind', unitKinds: ['commune'] },
      obligations: [{ report: 'hai', due: { kind: 'none' } }],
    },
  ],
});

describe('the shares of a target', () => {
  it('are compared with the total exactly', () => {
    const shares = [{ value: '0.1' }, { value: '0.2' }];
    expect(sumOf('0.3', shares)).toEqual({ sum: '0.3', difference: '0', state: 'equal' });
    expect(sumOf('1', shares)).toMatchObject({ difference: '0.7', state: 'less' });
    expect(sumOf('0', shares)).toMatchObject({ difference: '0.3', state: 'more' });
  });
});

describe('a target', () => {
  it('begins with the first figure that somebody owes', () => {
    expect(freshTarget(DRAWING)).toMatchObject({ report: 'hai', indicator: 'so-cho', node: 'xa' });
    expect(freshTarget({ ...DRAWING, nodes: [] })).toBeNull();
  });

  it('takes a figure of its report when the report changes', () => {
    const target = freshTarget(DRAWING);
    if (target === null) throw new Error('the drawing has a figure');
    const [settled] = settleTargets(DRAWING, [{ ...target, indicator: 'khac' }]);
    expect(indicatorOf(DRAWING, settled ?? {})?.label).toBe('Số chợ');
  });
});
