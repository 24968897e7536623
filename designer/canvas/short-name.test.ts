import { describe, expect, it } from 'vitest';
import { shortName } from './short-name.ts';

describe('the name of a box seen from afar', () => {
  it('stays whole where it fits', () => {
    expect(shortName('Ủy ban nhân dân cấp xã')).toBe('Ủy ban nhân dân cấp xã');
  });

  it('ends at a word', () => {
    expect(shortName('Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương')).toBe(
      'Ủy ban nhân dân các tỉnh, thành phố…',
    );
  });

  it('is cut anywhere where there is no word to end at', () => {
    expect(shortName('a'.repeat(80))).toBe(`${'a'.repeat(35)}…`);
  });
});
