import { describe, expect, it } from 'vitest';
import { readValue, withTest, writeValue } from './condition-value.ts';

describe('the value of a condition', () => {
  it('is a number where units have numbers, and only there', () => {
    expect(readValue('1,5', { op: 'gte', known: [1, 2.5] })).toBe(1.5);
    expect(readValue('nhiều', { op: 'gte', known: [1, 2.5] })).toBeNull();
    expect(readValue('01', { op: 'eq', known: ['01', '02'] })).toBe('01');
    expect(readValue('500', { op: 'gte', known: [] })).toBe(500);
    expect(readValue('500', { op: 'eq', known: [] })).toBe('500');
  });

  it('is a list for “thuộc”', () => {
    expect(readValue('Xã, Phường', { op: 'in', known: [] })).toEqual(['Xã', 'Phường']);
    expect(readValue('1; 2,5', { op: 'in', known: [1] })).toEqual([1, 2.5]);
    expect(writeValue(['Xã', 'Phường'])).toBe('Xã, Phường');
    expect(writeValue(2.5)).toBe('2,5');
  });

  it('takes the shape of the test', () => {
    const type = { attribute: '$type', op: 'eq', value: 'Xã' } as const;
    expect(withTest(type, 'in')).toEqual({ attribute: '$type', op: 'in', value: ['Xã'] });
    expect(withTest(type, 'exists')).toEqual({ attribute: '$type', op: 'exists' });
    expect(withTest({ attribute: '$type', op: 'in', value: ['Xã', 'Phường'] }, 'ne').value).toBe('Xã');
  });
});
