import { add, compare, subtract } from '#engine';
import type { Definition, Indicator, Target } from '#model';

/** The indicator that a target is about; undefined where it names none that exists. */
export const indicatorOf = (
  { reports }: Pick<Definition, 'reports'>,
  target: { readonly report?: unknown; readonly indicator?: unknown },
): Indicator | undefined =>
  reports.find(({ id }) => id === target.report)?.indicators.find(({ id }) => id === target.indicator);

interface SumCheck {
  readonly sum: string;
  readonly difference: string;
  readonly state: 'equal' | 'less' | 'more';
}

/** What has been handed out of a target, and what is left (or too much). */
export function sumOf(total: string, shares: readonly { readonly value: string }[]): SumCheck {
  const sum = shares.reduce((all, { value }) => add(all, value), '0');
  const sign = compare(sum, total);
  const difference = sign > 0 ? subtract(sum, total) : subtract(total, sum);
  return { sum, difference, state: sign === 0 ? 'equal' : sign < 0 ? 'less' : 'more' };
}

/** A target of another report is about that report's first figure; the choice of shares stays. */
export function settleTargets(
  definition: Pick<Definition, 'reports'>,
  targets: readonly Target[],
): readonly Target[] {
  return targets.map((target) => {
    if (indicatorOf(definition, target) !== undefined) return target;
    const form = definition.reports.find(({ id }) => id === target.report);
    const figure = form?.indicators.find(({ type }) => type === 'number');
    return figure === undefined ? target : { ...target, indicator: figure.id };
  });
}

/** A target to begin with: the first figure that somebody owes; null where there is none. */
export function freshTarget({ reports, nodes }: Pick<Definition, 'reports' | 'nodes'>): Target | null {
  for (const { id: report, indicators } of reports) {
    const figure = indicators.find(({ type }) => type === 'number');
    const node = nodes.find(({ obligations }) => obligations.some((rule) => rule.report === report));
    if (figure === undefined || node === undefined) continue;
    return {
      report,
      indicator: figure.id,
      total: '0',
      node: node.id,
      split: { kind: 'equal' },
      exempt: [],
    };
  }
  return null;
}
