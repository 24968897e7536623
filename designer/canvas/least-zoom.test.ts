import { describe, expect, it } from 'vitest';
import { leastZoom } from './least-zoom.ts';

const row = (count: number) =>
  new Map(Array.from({ length: count }, (_, nth) => [`n${nth}`, { x: nth * 276, y: 0 }] as const));

describe('how far away one may go from a drawing', () => {
  it('is usually far enough for all of it', () => {
    expect(leastZoom(row(0))).toBe(0.05);
    expect(leastZoom(row(8))).toBe(0.05);
  });

  it('is as far as a very wide tree needs', () => {
    expect(leastZoom(row(200)) * 200 * 276).toBeLessThanOrEqual(501);
  });
});
