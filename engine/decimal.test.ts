import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, divide, multiply, normalise, round, subtract } from './decimal.ts';

test('sums are exact where floating point is not', () => {
  expect(add('0.1', '0.2')).toBe('0.3');
  expect(subtract('0.3', '0.1')).toBe('0.2');
  expect(add('99999999999999999999999999999', '1')).toBe('100000000000000000000000000000');
  expect(multiply('1.5', '-0.2')).toBe('-0.3');
});

test.each([
  [['1', '3', 2], '0.33'],
  [['2', '3', 2], '0.67'],
  [['5', '2', 0], '3'],
  [['-5', '2', 0], '-3'],
  [['1', '8', 2], '0.13'],
  [['10', '4', 2], '2.5'],
  [['1', '0', 2], null],
] as const)('dividing %j (digits last), rounded half up, gives %s', ([a, b, digits], expected) => {
  expect(divide(a, b, digits)).toBe(expected);
});

test('rounding is half up, away from zero for negatives', () => {
  expect(round('2.345', 2)).toBe('2.35');
  expect(round('-2.345', 2)).toBe('-2.35');
  expect(round('2.344999', 2)).toBe('2.34');
});

test('equal numbers are equal texts', () => {
  expect(normalise('007.500')).toBe('7.5');
  expect(normalise('-0.00')).toBe('0');
  expect(compare('1.50', '1.5')).toBe(0);
  expect(compare('-2', '1')).toBe(-1);
});

test('adding is commutative and associative, subtracting undoes it', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
    .map(([whole, zeros]) => `${whole}.${'0'.repeat(zeros)}7`);
  fc.assert(
    fc.property(decimal, decimal, decimal, (a, b, c) => {
      expect(add(a, b)).toBe(add(b, a));
      expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
      expect(subtract(add(a, b), b)).toBe(normalise(a));
    }),
  );
});
