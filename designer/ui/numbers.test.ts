import { describe, expect, it } from 'vitest';
import { count, decimal } from './numbers.ts';

describe('figures', () => {
  it('are grouped the Vietnamese or the English way', () => {
    expect([decimal('1234567.5', 'vi'), decimal('1234567.5', 'en')]).toEqual(['1.234.567,5', '1,234,567.5']);
  });

  it('keep sign, every digit and trailing zeros', () => {
    expect(decimal('-1250.50', 'vi')).toBe('-1.250,50');
    expect(decimal('90071992547409931.000000001', 'vi')).toBe('90.071.992.547.409.931,000000001');
    expect(decimal('0', 'vi')).toBe('0');
    expect(decimal('999', 'vi')).toBe('999');
    expect([count(3321, 'vi'), count(3321, 'en')]).toEqual(['3.321', '3,321']);
  });
});
