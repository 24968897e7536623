import { expect, test } from 'vitest';
import { usualDay } from './return-dialog.tsx';

const days = ['2024-12-05', '2024-12-06', '2024-12-09', '2024-12-10'];

test('a returned report is given three working days, and fewer where the consolidation would not wait', () => {
  expect(usualDay(days, null)).toBe('2024-12-09');
  expect(usualDay(days, '2024-12-09T17:00:00.000Z')).toBe('2024-12-09');
  expect(usualDay(days, '2024-12-07T17:00:00.000Z')).toBe('2024-12-06');
});

test('where no day is left before it, the usual one is offered all the same', () => {
  expect(usualDay(days, '2024-12-04T17:00:00.000Z')).toBe('2024-12-09');
  expect(usualDay([], null)).toBe('');
});
