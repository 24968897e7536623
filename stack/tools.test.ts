import { expect, test } from 'vitest';
import { isAlive, nodeIsEnough, startMark } from './tools.mjs';

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is enough: %s', (version, enough) => {
  expect(nodeIsEnough(version)).toBe(enough);
});

test('a process is told from a later one with the same number', () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(startMark(process.pid)).toBe(startMark(process.pid));
  expect(isAlive(2 ** 22 + 1)).toBe(false);
});
