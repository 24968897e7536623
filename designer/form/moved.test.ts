import { expect, it } from 'vitest';
import { moved } from './moved.ts';

it('an entry moves to another place and the others close up', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

it('an entry at the end stays where it is', () => {
  const items = ['a', 'b'];
  expect(moved(items, 1, 2)).toBe(items);
  expect(moved(items, 0, -1)).toBe(items);
});
