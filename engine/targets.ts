import type { Decimal } from '#model';
import type { ConsolidatedValue, Source } from './consolidated.ts';
import { add, compare, divide, isZero, multiply, subtract, ZERO } from './decimal.ts';
import type { Shortfall, TargetResult } from './target-result.ts';

/** A target handed down, as the consolidating unit sees it: its total and who has to bring what. */
export interface TargetInput {
  readonly indicator: string;
  /** Null: the sum of the shares. */
  readonly total: Decimal | null;
  readonly shares: readonly { readonly unitId: string; readonly unitName: string; readonly value: Decimal }[];
  /** Units without a share that nobody may count as short. */
  readonly exempt: readonly string[];
}

export function attain(
  target: TargetInput,
  value: ConsolidatedValue,
  sources: readonly Source[],
): TargetResult {
  const total = target.total ?? target.shares.reduce((sum, share) => add(sum, share.value), ZERO);
  const attained = value.value?.kind === 'number' ? value.value.value : ZERO;
  const exempt = new Set(target.exempt);
  const own = target.shares
    .filter(({ unitId }) => !exempt.has(unitId))
    .flatMap((share) => shortOf(share, value));
  const below = sources.flatMap(({ content }) =>
    content.kind === 'consolidated' ? (content.report.targets[target.indicator]?.shortfalls ?? []) : [],
  );
  return {
    total,
    attained,
    percent: percentOf(attained, total),
    met: compare(attained, total) >= 0,
    shortfalls: [...own, ...below],
    exempt: target.exempt,
  };
}

function shortOf(share: TargetInput['shares'][number], value: ConsolidatedValue): readonly Shortfall[] {
  const figures = value.from.flatMap((each) =>
    each.unitId === share.unitId && each.value?.kind === 'number' ? [each.value.value] : [],
  );
  const attained = figures.length === 0 ? null : figures.reduce(add, ZERO);
  const reached = attained ?? ZERO;
  if (compare(reached, share.value) >= 0) return [];
  const { unitId, unitName } = share;
  const missing = subtract(share.value, reached);
  return [
    { unitId, unitName, target: share.value, attained, missing, percent: percentOf(reached, share.value) },
  ];
}

/** `part` of `whole` in percent, two decimals, half up; also what a ratio is shown as. */
export const percentOf = (part: Decimal, whole: Decimal): Decimal | null =>
  isZero(whole) ? null : divide(multiply(part, '100'), whole, 2);
