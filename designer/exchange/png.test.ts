import { expect, test } from 'vitest';
import { scaleFor } from './png.ts';

test('a usual drawing is drawn twice as large as on the screen', () => {
  expect(scaleFor({ width: 960, height: 880 })).toBe(2);
});

test('a large drawing is drawn as large as browsers can', () => {
  const scale = scaleFor({ width: 12_000, height: 3000 }) ?? 0;
  expect(scale).toBeCloseTo(Math.sqrt(60 / 36));
  expect(12_000 * scale).toBeLessThanOrEqual(16_000);
});

test('a drawing whose letters would vanish is none', () => {
  expect(scaleFor({ width: 60_000, height: 1000 })).toBeNull();
});
