import { describe, expect, it } from 'vitest';
import type { Indicator } from '#model';
import { Indicator as schema } from '#model';
import { valueText } from './value-text.ts';

const indicator = (more: Partial<Indicator>): Indicator =>
  schema.parse({ id: 'x', label: 'Chỉ tiêu', type: 'number', aggregate: 'sum', ...more });
const NUMBER = indicator({ unit: 'triệu đồng', decimals: 1 });

describe('a value', () => {
  it('is a number with its unit', () => {
    expect(valueText({ kind: 'number', value: '1234.5' }, NUMBER, 'vi')).toBe('1.234,5 triệu đồng');
    expect(valueText({ kind: 'number', value: '3' }, indicator({ unit: '' }), 'en')).toBe('3');
  });

  it('is a dash where nothing came in', () => {
    expect(valueText(null, NUMBER, 'vi')).toBe('–');
  });

  it('is a ratio with the percentage of its sums, and without one over nothing', () => {
    const ratio = indicator({ type: 'ratio', aggregate: 'ratioOfSums' });
    expect(valueText({ kind: 'ratio', numerator: '331', denominator: '410' }, ratio, 'vi')).toBe(
      '331/410 (80,73 %)',
    );
    // half up: in floating point 1,005 is less than that
    expect(valueText({ kind: 'ratio', numerator: '201', denominator: '20000' }, ratio, 'vi')).toBe(
      '201/20.000 (1,01 %)',
    );
    expect(valueText({ kind: 'ratio', numerator: '0', denominator: '0' }, ratio, 'vi')).toBe('0/0');
  });

  it('is words, several of them, or yes and no', () => {
    const words = indicator({ type: 'text', aggregate: 'concat' });
    expect(valueText({ kind: 'text', text: 'Chợ Bắc Kạn' }, words, 'vi')).toBe('Chợ Bắc Kạn');
    expect(valueText({ kind: 'list', items: ['gạo', 'chè'] }, words, 'vi')).toBe('gạo; chè');
    expect(valueText({ kind: 'yesNo', yes: false }, words, 'vi')).toBe('✗');
  });
});
