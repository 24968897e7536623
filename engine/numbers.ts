import type { Decimal, Problem, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { fractionDigits, isNegative, normalise } from './decimal.ts';

export interface NumberRule {
  /** Fraction digits allowed; 0 = a count, which may not be negative either. */
  readonly decimals: number;
  readonly path: readonly (string | number)[];
}

const VIETNAMESE = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
const ENGLISH = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
const MAX_DIGITS = 30;

/**
 * A number as people in Viet Nam write it, `1.234,5` (C13): dots group by three, the comma is the decimal
 * mark. Anything else is refused, and the refusal says what was probably meant: never guessed. A JSON
 * number is taken when it stands for exactly one decimal with the digits allowed.
 */
export function parseNumber(input: string | number, rule: NumberRule): Result<Decimal> {
  return typeof input === 'number' ? fromJson(input, rule) : fromText(input, rule);
}

/** `1234.5` → `1.234,5`; `digits` pads the fraction with zeros. */
export function formatVi(decimal: Decimal, digits = 0): string {
  const [whole = '0', fraction = ''] = normalise(decimal).split('.');
  const padded = fraction.padEnd(digits, '0');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (padded === '' ? '' : `,${padded}`);
}

function fromText(input: string, rule: NumberRule): Result<Decimal> {
  const text = input.normalize('NFC').trim();
  if (!VIETNAMESE.test(text)) return refuse(unreadable(text, rule));
  return checked(decimalOf(text), text, rule);
}

function fromJson(input: number, rule: NumberRule): Result<Decimal> {
  const text = String(input);
  if (!Number.isFinite(input)) return refuse(problem('report.notANumber', rule.path, { value: text }));
  if (Math.abs(input) > Number.MAX_SAFE_INTEGER)
    return refuse(problem('report.numberNotExact', rule.path, { value: text }));
  // Exponents appear only below 1e-6, finer than any indicator allows.
  if (text.includes('e'))
    return refuse(problem('report.tooManyDecimals', rule.path, { value: text, decimals: rule.decimals }));
  return checked(text, text, rule);
}

function checked(decimal: string, value: string, rule: NumberRule): Result<Decimal> {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  if (whole.length > MAX_DIGITS)
    return refuse(problem('report.numberTooLong', rule.path, { digits: MAX_DIGITS }));
  // `12,00` for a count is refused too: whoever writes decimals means something that is not a count.
  if (fraction.length > 0 && (rule.decimals === 0 || fractionDigits(decimal) > rule.decimals)) {
    return refuse(problem('report.tooManyDecimals', rule.path, { value, decimals: rule.decimals }));
  }
  const exact = normalise(decimal);
  if (rule.decimals === 0 && isNegative(exact))
    return refuse(problem('report.negativeCount', rule.path, { value }));
  return ok(exact);
}

function unreadable(text: string, rule: NumberRule): Problem {
  const meant = probablyMeant(text);
  return meant === null
    ? problem('report.notANumber', rule.path, { value: text })
    : problem('report.numberNotVietnamese', rule.path, { value: text, meant });
}

const decimalOf = (vietnamese: string): Decimal => vietnamese.replaceAll('.', '').replace(',', '.');

/** What the writer probably meant, in Vietnamese notation; only for the message. */
function probablyMeant(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '');
  if (VIETNAMESE.test(plain)) return formatVi(decimalOf(plain));
  if (ENGLISH.test(plain)) return formatVi(plain.replaceAll(',', ''));
  // `.5` and `,5` are half of one, never five; of `1.234.5` nobody can tell
  if (/^-?[.,]\d+$/.test(plain)) return formatVi(plain.replace(/[.,]/, '0.'));
  if (/^-?\d{1,3}(\.\d{3})+\.\d{1,2}$/.test(plain)) return null;
  const digits = plain.replaceAll('.', '');
  return /^-?\d+(,\d+)?$/.test(digits) ? formatVi(digits.replace(',', '.')) : null;
}
