import { expect, test } from 'vitest';
import { cut, cutAtWord } from './cut.ts';

test('a text is cut between characters, never within one', () => {
  expect([cut('ab😀c', 2), cut('ab😀c', 3), cut('ab😀c', 4), cut('ab', 9)]).toEqual([
    'ab',
    'ab',
    'ab😀',
    'ab',
  ]);
});

test('a name is cut between words, as far as it has any', () => {
  expect(cutAtWord('triển khai cuộc vận động', 12)).toBe('triển khai');
  expect(cutAtWord('triển khai cuộc vận động', 10)).toBe('triển khai');
  expect(cutAtWord('triển khai ', 80)).toBe('triển khai');
  expect(cutAtWord('a'.repeat(90), 80)).toBe('a'.repeat(80));
  expect(cutAtWord(`${'a'.repeat(79)}😀`, 80)).toBe('a'.repeat(79));
});
