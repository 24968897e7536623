import { expect, it } from 'vitest';
import { byDay } from './by-day.ts';

it('puts what happened on one civil day of Vietnam together, newest first', () => {
  const events = ['2024-12-04T08:00:00Z', '2024-12-03T17:30:00Z', '2024-12-03T16:59:00Z'].map((at) => ({
    at,
  }));
  expect(byDay(events).map(({ events: { length } }) => length)).toEqual([2, 1]);
  expect(byDay([])).toEqual([]);
});
