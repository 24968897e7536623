import type { Decimal } from '#model';

/** Exact decimals: `units` × 10^-`scale`. The text form carries no trailing zeros, so equal numbers are equal texts. */
interface Exact {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = '0';

/** Canonical text of a decimal: no leading or trailing zeros, no `-0`. */
export const normalise = (decimal: Decimal): Decimal => write(read(decimal));

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(read(a), read(b));
  return write({ units: x + y, scale });
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(read(a), read(b));
  return write({ units: x - y, scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [read(a), read(b)];
  return write({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** Negative, zero or positive like `a - b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = align(read(a), read(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

export const isZero = (decimal: Decimal): boolean => read(decimal).units === 0n;
export const isNegative = (decimal: Decimal): boolean => read(decimal).units < 0n;

/** `a / b` to `decimals` digits, rounded half up (C12; a negative is rounded like its mirror: -2,5 → -3). Null for b = 0. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal | null {
  const [x, y] = align(read(a), read(b));
  if (y === 0n) return null;
  const negative = x < 0n !== y < 0n;
  const dividend = magnitude(x) * 10n ** BigInt(decimals);
  const divisor = magnitude(y);
  const rounded = (dividend * 2n + divisor) / (divisor * 2n);
  return write({ units: negative ? -rounded : rounded, scale: decimals });
}

/** Rounded half up to `decimals` digits. */
export const round = (decimal: Decimal, decimals: number): Decimal => divide(decimal, '1', decimals) ?? ZERO;

/** Fraction digits of the canonical form. */
export const fractionDigits = (decimal: Decimal): number => normalise(decimal).split('.')[1]?.length ?? 0;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function read(decimal: Decimal): Exact {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function align(a: Exact, b: Exact): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale];
}

function write({ units, scale }: Exact): Decimal {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const sign = units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
