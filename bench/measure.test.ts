import { expect, test } from 'vitest';
import { median, parts, rateOf } from './measure.ts';

test('the median of three is the middle one, whatever their order', () => {
  expect(median([30, 10, 20])).toBe(20);
});

test('everything is done once, and never more at a time than allowed', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 20 }, (_, index) => index);
  await rateOf({ items, atOnce: 4 }, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    done.push(item);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(items);
  expect(most).toBe(4);
});

test('parts are equally large', () => {
  expect(parts([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});
