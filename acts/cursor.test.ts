import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('a page cursor', () => {
  it('comes back as it was made, accents included', () => {
    expect(decodeCursor(encodeCursor(['Xã Đồng Thắng', 'id']), 2)).toEqual(['Xã Đồng Thắng', 'id']);
  });
  it('is refused when it was not made here', () => {
    expect(decodeCursor('nonsense', 2)).toBe('bad');
    expect(decodeCursor(encodeCursor(['one']), 2)).toBe('bad');
    expect(decodeCursor('', 2)).toBe('bad');
  });
});
