import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import {
  arrowsOf,
  FOCAL_HEIGHT,
  focalPointsOf,
  frameHeightOf,
  layoutLevels,
  NODE_HEIGHT,
  NODE_WIDTH,
} from './layout.ts';

const office = { kind: 'list', units: ['office'] };
const owes = (via: unknown = null) => [
  { report: 'r', due: { kind: 'none' }, ...(via === null ? {} : { via }) },
];
const drawing = (left: readonly unknown[], right: readonly unknown[]) =>
  Definition.parse({
    formatVersion: 1,
    key: 'three',
    title: 'Ba cấp',
    reports: [{ id: 'r', title: 'Báo cáo', kind: 'thematic' }],
    nodes: [
      { id: 'top', name: 'Tỉnh', parent: null, select: { kind: 'root' } },
      {
        id: 'left',
        name: 'Huyện',
        parent: 'top',
        select: { kind: 'ofKind', unitKinds: ['district'] },
        obligations: left,
      },
      {
        id: 'right',
        name: 'Phòng',
        parent: 'top',
        select: { kind: 'ofKind', unitKinds: ['office'] },
        obligations: right,
      },
      {
        id: 'low',
        name: 'Xã',
        parent: 'left',
        select: { kind: 'ofKind', unitKinds: ['commune'] },
        obligations: owes(),
      },
    ],
  }).nodes;
const plain = drawing([], []);
const through = drawing(owes({ select: office }), owes({ select: office }));

describe('the picture of levels', () => {
  it('puts each level below the one that addresses it and centres parents over their groups', () => {
    const at = layoutLevels(plain);
    expect([at.get('top')?.depth, at.get('left')?.depth, at.get('low')?.depth]).toEqual([0, 1, 2]);
    expect(at.get('top')?.x).toBe(((at.get('left')?.x ?? 0) + (at.get('right')?.x ?? 0)) / 2);
    expect((at.get('right')?.x ?? 0) - (at.get('left')?.x ?? 0)).toBeGreaterThan(NODE_WIDTH);
  });

  it('comes to an end where two levels have one key and hang on each other', () => {
    const [top] = plain;
    if (top === undefined) throw new Error('no level');
    expect([...layoutLevels([top, { ...top, parent: top.id }]).keys()]).toEqual([top.id]);
  });

  it('draws a way up only where a report is owed', () => {
    expect(arrowsOf(plain).map(({ id }) => id)).toEqual(['down-left', 'down-right', 'down-low', 'up-low']);
  });

  it('has one unit that collects on behalf for all groups that report through it', () => {
    const focal = focalPointsOf(through);
    expect(focal.map(({ parent, groups }) => [parent, groups])).toEqual([['top', ['left', 'right']]]);
    const up = arrowsOf(through, focal).filter(({ way }) => way === 'up');
    expect(up.map(({ source, target }) => `${source} ${target}`)).toEqual([
      'low left',
      'left via/top/0',
      'right via/top/0',
      'via/top/0 top',
    ]);
  });

  it('gives it room between the level and its groups, and the frame height for all of it', () => {
    const at = layoutLevels(through, focalPointsOf(through));
    const y = (id: string) => at.get(id)?.y ?? 0;
    expect(y('via/top/0')).toBeGreaterThan(y('top') + NODE_HEIGHT);
    expect(y('left')).toBeGreaterThan(y('via/top/0') + FOCAL_HEIGHT);
    expect(frameHeightOf(through)).toBeGreaterThan(frameHeightOf(plain));
    expect(frameHeightOf(through)).toBeGreaterThanOrEqual(y('low') + NODE_HEIGHT);
  });
});
