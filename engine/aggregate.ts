import type { Decimal, Indicator, Value } from '#model';
import type { ConsolidatedValue, Contribution, Parts, Source } from './consolidated.ts';
import { add, compare, divide, isZero, ZERO } from './decimal.ts';

/** What one source brings to one indicator: its figure and, where it is itself added up, the exact parts. */
interface Piece {
  readonly source: Source;
  readonly value: Value | null;
  readonly parts: Parts;
}

const NOTHING: Parts = {
  count: 0,
  sum: null,
  numerator: null,
  denominator: null,
  lastAt: null,
  lastUnitId: null,
};

/** Digits an average is rounded to beyond the indicator's own: 2, so that averages of counts say something. */
const AVERAGE_EXTRA_DIGITS = 2;

/** One indicator over all sources. Sources that gave no value take no part: empty is not zero (C12). */
export function aggregate(indicator: Indicator, sources: readonly Source[]): ConsolidatedValue {
  const pieces = sources
    .map((source) => pieceOf(indicator, source))
    .filter(({ parts, value }) => parts.count > 0 || value !== null);
  const parts = merge(indicator, pieces);
  const from = pieces.map(contribution);
  return { aggregate: indicator.aggregate, value: shown(indicator, parts, pieces), parts, from };
}

function pieceOf(indicator: Indicator, source: Source): Piece {
  if (source.content.kind === 'consolidated') {
    const below = source.content.report.indicators[indicator.id];
    return { source, value: below?.value ?? null, parts: below?.parts ?? NOTHING };
  }
  const value = source.content.values[indicator.id] ?? null;
  return { source, value, parts: value === null ? NOTHING : leafParts(indicator, value, source) };
}

function leafParts(indicator: Indicator, value: Value, source: Source): Parts {
  return {
    count: indicator.aggregate === 'count' ? counted(value) : 1,
    sum: value.kind === 'number' ? value.value : null,
    numerator: value.kind === 'ratio' ? value.numerator : null,
    denominator: value.kind === 'ratio' ? value.denominator : null,
    lastAt: source.receivedAt,
    lastUnitId: source.unitId,
  };
}

/** `count`: yes answers, items of a list, otherwise reports that gave a value. */
function counted(value: Value): number {
  if (value.kind === 'yesNo') return value.yes ? 1 : 0;
  return value.kind === 'list' ? value.items.length : 1;
}

function merge(indicator: Indicator, pieces: readonly Piece[]): Parts {
  const latest = indicator.aggregate === 'last' ? latestOf(pieces)?.parts : undefined;
  const adds = indicator.aggregate === 'sum' || indicator.aggregate === 'average';
  const ratios = indicator.aggregate === 'ratioOfSums';
  return {
    count: pieces.reduce((count, piece) => count + piece.parts.count, 0),
    sum: adds ? total(pieces.map(({ parts }) => parts.sum)) : null,
    numerator: ratios ? total(pieces.map(({ parts }) => parts.numerator)) : null,
    denominator: ratios ? total(pieces.map(({ parts }) => parts.denominator)) : null,
    lastAt: latest?.lastAt ?? null,
    lastUnitId: latest?.lastUnitId ?? null,
  };
}

function shown(indicator: Indicator, parts: Parts, pieces: readonly Piece[]): Value | null {
  switch (indicator.aggregate) {
    case 'sum':
      return number(parts.sum);
    case 'average': {
      const digits = indicator.decimals + AVERAGE_EXTRA_DIGITS;
      return parts.sum === null ? null : number(divide(parts.sum, String(parts.count), digits));
    }
    case 'min':
    case 'max':
      return extreme(indicator.aggregate, pieces);
    case 'last':
      return latestOf(pieces)?.value ?? null;
    case 'count':
      return pieces.length === 0 ? null : number(String(parts.count));
    case 'ratioOfSums': {
      const { numerator, denominator } = parts;
      if (numerator === null || denominator === null || isZero(denominator)) return null;
      return { kind: 'ratio', numerator, denominator };
    }
    case 'concat':
      return joined(indicator, pieces);
    case 'none':
      return null;
  }
}

const number = (value: Decimal | null): Value | null => (value === null ? null : { kind: 'number', value });

function total(parts: readonly (Decimal | null)[]): Decimal | null {
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? null : given.reduce(add, ZERO);
}

function extreme(which: 'min' | 'max', pieces: readonly Piece[]): Value | null {
  const sign = which === 'min' ? -1 : 1;
  const numbers = pieces.flatMap(({ value }) => (value?.kind === 'number' ? [value.value] : []));
  return number(
    numbers.reduce<Decimal | null>(
      (best, each) => (best === null || compare(each, best) === sign ? each : best),
      null,
    ),
  );
}

function latestOf(pieces: readonly Piece[]): Piece | undefined {
  return pieces.reduce<Piece | undefined>(
    (best, each) => (best === undefined || isLater(each.parts, best.parts) ? each : best),
    undefined,
  );
}

function isLater(a: Parts, b: Parts): boolean {
  const [at, other] = [Date.parse(a.lastAt ?? ''), Date.parse(b.lastAt ?? '')];
  return at === other ? (a.lastUnitId ?? '') > (b.lastUnitId ?? '') : at > other;
}

/** Texts line by line under their unit's name (written where they enter), lists as the items named at least once. */
function joined(indicator: Indicator, pieces: readonly Piece[]): Value | null {
  if (pieces.length === 0) return null;
  if (indicator.type === 'list') {
    const items = pieces.flatMap(({ value }) => (value?.kind === 'list' ? value.items : []));
    return { kind: 'list', items: [...new Set(items)] };
  }
  const lines = pieces.flatMap(({ source, value }) => {
    if (value?.kind !== 'text') return [];
    return [source.content.kind === 'consolidated' ? value.text : `${source.unitName}: ${value.text}`];
  });
  return lines.length === 0 ? null : { kind: 'text', text: lines.join('\n') };
}

const contribution = ({ source, value, parts }: Piece): Contribution => ({
  obligationId: source.obligationId,
  unitId: source.unitId,
  unitName: source.unitName,
  value,
  count: parts.count,
});
