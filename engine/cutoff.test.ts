import { expect, test } from 'vitest';
import { consolidationCutoff, isCutoffReached } from './cutoff.ts';

const FIRST = '2024-12-01T17:00:00.000Z';
const LAST = '2024-12-05T17:00:00.000Z';
const OWN = '2024-12-10T17:00:00.000Z';

test('is the latest deadline of what is collected, so that the unit itself can still be on time', () => {
  expect(consolidationCutoff([OWN], [FIRST, LAST, LAST, null])).toBe(LAST);
  expect(consolidationCutoff([], [LAST, FIRST])).toBe(LAST);
});

test('is never later than the unit’s own deadline, the earliest of several', () => {
  expect(consolidationCutoff([FIRST], [LAST])).toBe(FIRST);
  expect(consolidationCutoff([OWN, FIRST, null], [LAST])).toBe(FIRST);
  expect(consolidationCutoff([OWN], [null])).toBe(OWN);
});

test('does not exist without any deadline: the unit waits for all', () => {
  expect(consolidationCutoff([null], [null, null])).toBeNull();
  expect(consolidationCutoff([], [])).toBeNull();
});

test('is reached at its very instant, and never where there is none', () => {
  expect(isCutoffReached(LAST, FIRST)).toBe(false);
  expect(isCutoffReached(LAST, LAST)).toBe(true);
  expect(isCutoffReached(null, OWN)).toBe(false);
});
