import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatVi, parseNumber } from './numbers.ts';

const read = (input: string | number, decimals = 2) =>
  parseNumber(input, { decimals, path: ['values', 'x'] });
const refusal = (input: string | number, decimals = 2) => {
  const result = read(input, decimals);
  return result.ok ? null : [result.problems[0]?.code, result.problems[0]?.params['meant'] ?? null];
};

test.each([
  ['1.234,5', '1234.5'],
  ['1234,5', '1234.5'],
  ['1.234', '1234'],
  ['1.234.567,89', '1234567.89'],
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['12,50', '12.5'],
  ['-3,5', '-3.5'],
  [' 12 ', '12'],
  ['\u00a012\u00a0', '12'],
  [1234.5, '1234.5'],
  [0, '0'],
])('%s is read as %s', (input, expected) => {
  expect(read(input)).toMatchObject({ ok: true, value: expected });
});

test.each([
  ['1,234.5', 'report.numberNotVietnamese', '1.234,5'],
  ['12.00', 'report.numberNotVietnamese', '12'],
  ['1.23', 'report.numberNotVietnamese', '1,23'],
  ['1.2345', 'report.numberNotVietnamese', '1,2345'],
  ['1 234', 'report.numberNotVietnamese', '1.234'],
  ['1\u00a0234,5', 'report.numberNotVietnamese', '1.234,5'],
  ['１２', 'report.numberNotVietnamese', '12'],
  ['45%', 'report.numberNotVietnamese', '45'],
  ['1,2,3', 'report.notANumber', null],
  ['mười hai', 'report.notANumber', null],
  ['1e5', 'report.notANumber', null],
  ['.5', 'report.numberNotVietnamese', '0,5'],
  [',5', 'report.numberNotVietnamese', '0,5'],
  ['1.234.5', 'report.notANumber', null],
  ['+5', 'report.notANumber', null],
  ['', 'report.notANumber', null],
  [Number.NaN, 'report.notANumber', null],
  [Number.POSITIVE_INFINITY, 'report.notANumber', null],
  [2 ** 53, 'report.numberNotExact', null],
  [0.1 + 0.2, 'report.tooManyDecimals', null],
  [1e-7, 'report.tooManyDecimals', null],
  ['1,234', 'report.tooManyDecimals', null],
  ['1'.repeat(31), 'report.numberTooLong', null],
])('%s is refused, never guessed', (input, code, meant) => {
  expect(refusal(input)).toEqual([code, meant]);
});

test('a count takes neither decimals nor a negative', () => {
  expect(refusal('-1', 0)).toEqual(['report.negativeCount', null]);
  expect(refusal(-1, 0)).toEqual(['report.negativeCount', null]);
  expect(refusal('12,5', 0)).toEqual(['report.tooManyDecimals', null]);
  expect(refusal('12,0', 0)).toEqual(['report.tooManyDecimals', null]);
});

test('what is written the Vietnamese way is read back as it was', () => {
  const decimals = fc.tuple(
    fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    fc.integer({ min: 0, max: 6 }),
  );
  fc.assert(
    fc.property(decimals, ([units, scale]) => {
      const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
      const sign = units < 0n ? '-' : '';
      const decimal =
        scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      const read = parseNumber(formatVi(decimal), { decimals: 6, path: [] });
      if (units < 0n && !read.ok) return false;
      return read.ok && formatVi(read.value) === formatVi(decimal);
    }),
  );
});

test('numbers are shown with dots by three and the digits asked for', () => {
  expect(formatVi('1234567.5')).toBe('1.234.567,5');
  expect(formatVi('-1234.5', 2)).toBe('-1.234,50');
  expect(formatVi('999')).toBe('999');
});
