import { describe, expect, it } from 'vitest';
import { Indicator } from '#model';
import { indicatorsFrom, settleIndicators } from './indicators.ts';

const SUM = Indicator.parse({
  id: 'so-hoi-cho',
  label: 'Số hội chợ',
  type: 'number',
  unit: 'cuộc',
  decimals: 1,
  aggregate: 'sum',
  accumulation: 'cumulative',
});

describe('how an indicator is added up', () => {
  it('follows the type when that changes', () => {
    const [text] = settleIndicators([SUM], [{ ...SUM, type: 'text' }]);
    expect(text).toMatchObject({ aggregate: 'concat', accumulation: 'perPeriod', decimals: 0, unit: '' });
    const [ratio] = settleIndicators([SUM], [{ ...SUM, type: 'ratio' }]);
    expect(ratio).toMatchObject({ aggregate: 'ratioOfSums', accumulation: 'cumulative', unit: 'cuộc' });
  });

  it('stays as chosen while the type stays', () => {
    const chosen = { ...SUM, aggregate: 'max' as const };
    expect(settleIndicators([SUM], [chosen])).toEqual([chosen]);
  });
});

describe('indicators pasted from a spreadsheet', () => {
  it('are one a line, the second column their unit, with keys of their own', () => {
    const made = indicatorsFrom('Số hội chợ\tcuộc\r\n\nSố gian hàng\tgian\n', [SUM]);
    expect(made.map(({ id, unit }) => [id, unit])).toEqual([
      ['so-hoi-cho-2', 'cuộc'],
      ['so-gian-hang', 'gian'],
    ]);
  });
});
