import { describe, expect, it } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { aligned, type Alignment } from './align.ts';

type Given = Record<string, [x: number, y: number, locked?: 'locked']>;
const after = (how: Alignment, given: Given) => {
  const places = new Map(
    Object.entries(given).map(([id, [x, y, locked]]) => [id, { x, y, locked: locked !== undefined }]),
  );
  return Object.fromEntries([...aligned(places, how)].map(([id, { x, y }]) => [id, [x, y]]));
};

describe('aligning', () => {
  it('brings left edges to the leftmost', () => {
    expect(after('left', { a: [40, 0], b: [0, 400], c: [90, 800] })).toEqual({
      a: [0, 0],
      b: [0, 400],
      c: [0, 800],
    });
  });

  it('brings middles to the middle of all', () => {
    expect(after('centre', { a: [0, 0], b: [100, 400] })).toEqual({ a: [50, 0], b: [50, 400] });
  });

  it('brings top edges to the highest', () => {
    expect(after('top', { a: [0, 70], b: [600, 20] })).toEqual({ a: [0, 20], b: [600, 20] });
  });

  it('makes a column of levels that would cover each other', () => {
    const { a, b } = after('left', { a: [0, 0], b: [600, 10] });
    expect(a).toEqual([0, 0]);
    expect(b?.[0]).toBe(0);
    expect(b?.[1]).toBeGreaterThanOrEqual(NODE_HEIGHT);
  });

  it('takes a locked level as the line', () => {
    expect(after('left', { a: [0, 0], b: [200, 400, 'locked'] })).toEqual({ a: [200, 0], b: [200, 400] });
  });

  it('spreads with even gaps between the outermost', () => {
    expect(after('across', { a: [0, 5], b: [1200, 0], c: [500, 9] })).toEqual({
      a: [0, 5],
      c: [600, 9],
      b: [1200, 0],
    });
  });

  it('spreads wider where there is no room', () => {
    const { a, b, c } = after('across', { a: [0, 0], b: [10, 0], c: [20, 0] });
    expect((b?.[0] ?? 0) - (a?.[0] ?? 0)).toBeGreaterThanOrEqual(NODE_WIDTH);
    expect((c?.[0] ?? 0) - (b?.[0] ?? 0)).toBeGreaterThanOrEqual(NODE_WIDTH);
  });

  it('spreads down too', () => {
    expect(after('down', { a: [0, 0], b: [0, 1000], c: [0, 300] })).toEqual({
      a: [0, 0],
      c: [0, 500],
      b: [0, 1000],
    });
  });
});
