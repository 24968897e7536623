import { describe, expect, it } from 'vitest';
import { partOf, partOfName } from './letter-places.ts';

describe('the part of the sheet that a field is seen in', () => {
  it('is the entry of a list, the field itself, or its neighbour', () => {
    expect(partOfName('directive/recipients/2/name')).toBe('recipients.2');
    expect(partOfName('directive/subject')).toBe('subject');
    expect(partOfName('directive/place')).toBe('issuedDate');
    expect(partOf(['directive', 'codeNumber'])).toBe('codeNotation');
  });

  it('is nothing outside the letter', () => {
    expect(partOfName('definition/nodes/1')).toBeNull();
    expect(partOf(['directive'])).toBeNull();
  });
});
