import { describe, expect, it } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { alignedTo } from './guides.ts';

describe('a level that is dragged', () => {
  it('is left alone while it lines up with nobody', () => {
    expect(alignedTo({ x: 0, y: 0 }, [{ x: 40, y: 300 }])).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  });

  it('moves the last pixels onto the line it nearly shares, and shows that line', () => {
    const { by, guides } = alignedTo({ x: 3, y: 0 }, [{ x: 0, y: 300 }]);
    expect(by).toEqual({ x: -3, y: 0 });
    expect(guides).toEqual([{ along: 'y', at: NODE_WIDTH / 2, from: -16, to: 300 + NODE_HEIGHT + 16 }]);
  });

  it('takes the nearest neighbour on each axis', () => {
    const { by, guides } = alignedTo({ x: 0, y: 0 }, [
      { x: 4, y: 500 },
      { x: -2, y: 900 },
      { x: 700, y: 1 },
    ]);
    expect(by).toEqual({ x: -2, y: 1 });
    expect(guides.map(({ along }) => along)).toEqual(['y', 'x']);
  });
});
