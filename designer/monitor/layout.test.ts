import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { arrowsOf, layoutLevels, NODE_WIDTH } from './layout.ts';

const { nodes } = Definition.parse({
  formatVersion: 1,
  key: 'three',
  title: 'Ba cấp',
  reports: [{ id: 'r', title: 'Báo cáo', kind: 'thematic' }],
  nodes: [
    { id: 'top', name: 'Tỉnh', parent: null, select: { kind: 'root' } },
    { id: 'left', name: 'Huyện', parent: 'top', select: { kind: 'ofKind', unitKinds: ['district'] } },
    { id: 'right', name: 'Phòng', parent: 'top', select: { kind: 'ofKind', unitKinds: ['office'] } },
    {
      id: 'low',
      name: 'Xã',
      parent: 'left',
      select: { kind: 'ofKind', unitKinds: ['commune'] },
      obligations: [{ report: 'r', due: { kind: 'none' } }],
    },
  ],
});

describe('the picture of levels', () => {
  it('puts each level below the one that addresses it and centres parents over their groups', () => {
    const at = layoutLevels(nodes);
    expect([at.get('top')?.depth, at.get('left')?.depth, at.get('low')?.depth]).toEqual([0, 1, 2]);
    expect(at.get('top')?.x).toBe(((at.get('left')?.x ?? 0) + (at.get('right')?.x ?? 0)) / 2);
    expect((at.get('right')?.x ?? 0) - (at.get('left')?.x ?? 0)).toBeGreaterThan(NODE_WIDTH);
  });

  it('draws a way up only where a report is owed', () => {
    expect(arrowsOf(nodes).map(({ id }) => id)).toEqual(['down-left', 'down-right', 'down-low', 'up-low']);
  });
});
