import { describe, expect, it } from 'vitest';
import { readWhole } from './typed-number.ts';

describe('a typed whole number', () => {
  it('may have its thousands grouped by dots and either minus', () => {
    expect(['12', ' 0 ', '-3', '−3', '1.250'].map(readWhole)).toEqual([12, 0, -3, -3, 1250]);
  });

  it('is nothing else', () => {
    expect(['', '1,5', '1.5', '1 250', 'ba', '1e3'].map(readWhole)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
