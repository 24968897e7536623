import { describe, expect, it } from 'vitest';
import { stepOf } from './pace.ts';

describe('a step of a rehearsal', () => {
  it('moves the clock by days, and whoever answers until then answers first', () => {
    const to = '2024-11-23T01:00:00.000Z';
    expect(stepOf('threeDays', '2024-11-20T01:00:00.000Z')).toEqual({ move: { to }, by: to });
  });

  it('goes to the next event without knowing when that is', () => {
    expect(stepOf('event', '2024-11-20T01:00:00.000Z')).toEqual({
      move: { events: 1 },
      by: '2024-11-21T01:00:00.000Z',
    });
  });
});
