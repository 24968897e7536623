import { describe, expect, it } from 'vitest';
import { capital } from './capital.ts';
import { fold } from './fold.ts';

describe('the search form of Vietnamese text', () => {
  it('knows neither accents nor case, and đ is d', () => {
    expect(fold('Phường Đức Xuân')).toBe('phuong duc xuan');
    expect(fold('ĐẮK NÔNG')).toBe('dak nong');
  });

  it('is the same for composed and decomposed letters', () => {
    expect(fold('Huyền Tụng'.normalize('NFD'))).toBe(fold('Huyền Tụng'.normalize('NFC')));
  });
});

describe('a title', () => {
  it('begins with a capital letter, also one with marks', () => {
    expect(capital('triển khai hưởng ứng')).toBe('Triển khai hưởng ứng');
    expect(capital('ứng dụng')).toBe('Ứng dụng');
    expect(capital('đôn đốc')).toBe('Đôn đốc');
    expect(capital('')).toBe('');
  });
});
