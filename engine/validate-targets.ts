import type { Definition, Problem } from '#model';
import { problem } from '#model/problem';
import { fractionDigits, scaled, unscaled } from './compile-targets.ts';

type Target = Definition['targets'][number];

/** Targets handed down: of an indicator that exists, over units that owe it, the parts adding up to the whole. */
export function validateTargets(definition: Definition): Problem[] {
  return definition.targets.flatMap((target, index) => {
    const path = ['targets', index];
    const problems: Problem[] = [];
    const form = definition.reports.find((each) => each.id === target.report);
    const indicator = form?.indicators.find((each) => each.id === target.indicator);
    const node = definition.nodes.find((each) => each.id === target.node);
    if (!form)
      problems.push(problem('definition.reportUnknown', [...path, 'report'], { report: target.report }));
    else if (!indicator)
      problems.push(
        problem('definition.indicatorUnknown', [...path, 'indicator'], {
          indicator: target.indicator,
          report: form.title,
        }),
      );
    else if (indicator.type !== 'number')
      problems.push(
        problem('definition.targetNotNumber', [...path, 'indicator'], { indicator: indicator.label }),
      );
    else if (decimalsNeeded(target) > indicator.decimals) {
      problems.push(
        problem('definition.targetDecimals', path, {
          indicator: indicator.label,
          decimals: indicator.decimals,
        }),
      );
    }
    if (!node) problems.push(problem('definition.nodeUnknown', [...path, 'node'], { node: target.node }));
    else if (form && !node.obligations.some((rule) => rule.report === target.report)) {
      problems.push(
        problem('definition.targetOwesNothing', [...path, 'node'], { level: node.name, report: form.title }),
      );
    }
    return [...problems, ...shareProblems(target, path)];
  });
}

function shareProblems(target: Target, path: readonly (string | number)[]): Problem[] {
  if (target.split.kind !== 'given') return [];
  const problems: Problem[] = [];
  const place = [...path, 'split', 'shares'];
  const seen = new Set<string>();
  target.split.shares.forEach(({ unit }, index) => {
    if (seen.has(unit)) problems.push(problem('definition.targetShareTwice', [...place, index], { unit }));
    if (target.exempt.includes(unit))
      problems.push(problem('definition.targetExemptShare', [...place, index], { unit }));
    seen.add(unit);
  });
  const digits = decimalsNeeded(target);
  const sum = target.split.shares.reduce((total, { value }) => total + scaled(value, digits), 0n);
  if (sum !== scaled(target.total, digits)) {
    problems.push(
      problem('definition.targetSum', place, {
        total: target.total,
        sum: unscaled(sum, digits),
        indicator: target.indicator,
      }),
    );
  }
  return problems;
}

const decimalsNeeded = ({ total, split }: Target): number =>
  Math.max(
    fractionDigits(total),
    ...(split.kind === 'given' ? split.shares.map(({ value }) => fractionDigits(value)) : []),
  );
