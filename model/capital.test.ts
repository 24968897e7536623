import { expect, test } from 'vitest';
import { capital } from './capital.ts';

test('a title begins with a capital letter, also one with marks', () => {
  expect(capital('triển khai hưởng ứng')).toBe('Triển khai hưởng ứng');
  expect(capital('ứng dụng')).toBe('Ứng dụng');
  expect(capital('đôn đốc')).toBe('Đôn đốc');
  expect(capital('')).toBe('');
});
