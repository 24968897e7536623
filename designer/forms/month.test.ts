import { describe, expect, it } from 'vitest';
import { readMonth, writeMonth } from './month.ts';

describe('a month', () => {
  it('is typed as people write it', () => {
    expect([readMonth('2/2026'), readMonth(' 12.2026 ')]).toEqual(['2026-02', '2026-12']);
    expect(writeMonth('2026-02')).toBe('02/2026');
  });

  it('is refused where there is none', () => {
    expect([readMonth('13/2026'), readMonth('0/2026'), readMonth('2026-02'), readMonth('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
