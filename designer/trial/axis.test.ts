import { describe, expect, it } from 'vitest';
import { axisOf, offRuns, ticksOf } from './axis.ts';

const day = (off: boolean) => ({ due: 0, handedIn: 0, off });
const week = [false, false, false, false, false, true, true].map(day);

describe('the axis of days', () => {
  it('gives every day the same room, across the end of a year', () => {
    const axis = axisOf({ from: '2024-12-30', days: week }, 700);
    expect([axis.x('2024-12-30'), axis.x('2025-01-01'), axis.dayWidth]).toEqual([0, 200, 100]);
  });

  it('names as many days as have room', () => {
    const from = '2024-11-18';
    expect(ticksOf(axisOf({ from, days: week }, 700))).toHaveLength(7);
    const long = Array.from({ length: 8 }, () => week).flat();
    expect(ticksOf(axisOf({ from, days: long }, 700)).slice(0, 3)).toEqual([
      '2024-11-18',
      '2024-11-25',
      '2024-12-02',
    ]);
    expect(ticksOf(axisOf({ from, days: week }, 40))).toEqual([from]);
  });

  it('shades days off in a row as one', () => {
    expect(offRuns([...week, ...week])).toEqual([
      { at: 5, length: 2 },
      { at: 12, length: 2 },
    ]);
    expect(offRuns([{ due: 0, handedIn: 0, off: null }])).toEqual([]);
  });
});
