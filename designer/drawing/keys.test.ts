import { describe, expect, it } from 'vitest';
import { freeKey } from './keys.ts';

describe('a key made of a name', () => {
  it('is its words, and the next number where it is taken', () => {
    expect(freeKey('UBND cấp huyện', [])).toBe('ubnd-cap-huyen');
    expect(freeKey('UBND cấp huyện', ['ubnd-cap-huyen'])).toBe('ubnd-cap-huyen-2');
    expect(freeKey('…', [])).toBe('muc');
  });
  it('ends with a whole word where the name is too long', () => {
    const key = freeKey('Báo cáo tình hình hưởng ứng Tháng hành động vì chất lượng an toàn thực phẩm', []);
    expect(key).toBe('bao-cao-tinh-hinh-huong-ung-thang-hanh-dong-vi-chat');
    expect(freeKey('a'.repeat(80), []).length).toBeLessThanOrEqual(60);
  });
});
