import { expect, test } from 'vitest';
import { dueInForce } from './due-in-force.ts';

const owed = {
  status: 'returned',
  dueAt: '2024-12-07T17:00:00.000Z',
  reworkDueAt: '2024-12-06T17:00:00.000Z',
  dueWhy: [{ rule: 'date', params: { date: '08/12/2024' } }],
} as const;

test('while a report is returned the date for handing it in again is in force, and says why', () => {
  expect(dueInForce(owed)).toEqual({
    dueAt: owed.reworkDueAt,
    why: [...owed.dueWhy, { rule: 'rework', params: { date: '06/12/2024' } }],
  });
});

test('handed in again it is judged by its own deadline', () => {
  expect(dueInForce({ ...owed, status: 'submitted' })).toEqual({ dueAt: owed.dueAt, why: owed.dueWhy });
});
