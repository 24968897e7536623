import type { Definition, Problem } from '#model';
import { problem } from '#model/problem';
import type { BareAssignment } from './compile-assignments.ts';

/** Targets handed down, per assignment: indicator → decimal string. */
export interface HandedDown {
  readonly ofAssignment: (assignment: BareAssignment) => Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

const NONE: Readonly<Record<string, string>> = {};

export function handDownTargets(definition: Definition, assignments: readonly BareAssignment[]): HandedDown {
  const problems: Problem[] = [];
  const shares = new Map<string, Record<string, string>>();
  definition.targets.forEach((target, index) => {
    const exempt = new Set<string>(target.exempt);
    const owing = assignments.filter(
      (each) =>
        each.reportId === target.report && each.nodeIds.includes(target.node) && !exempt.has(each.unitId),
    );
    const give = (assignment: BareAssignment, value: string): void => {
      const key = shareKey(assignment);
      shares.set(key, { ...shares.get(key), [target.indicator]: value });
    };
    if (target.split.kind === 'equal') {
      const decimals = decimalsOf(definition, target.report, target.indicator);
      equalParts(target.total, owing.length, decimals).forEach((value, at) => {
        const assignment = owing[at];
        if (assignment) give(assignment, value);
      });
      return;
    }
    const given = new Map<string, string>(target.split.shares.map(({ unit, value }) => [unit, value]));
    for (const assignment of owing) {
      const value = given.get(assignment.unitId);
      if (value === undefined) {
        const params = { unit: assignment.unitId, name: assignment.unitName, indicator: target.indicator };
        problems.push(problem('plan.targetMissing', ['targets', index, 'split', 'shares'], params));
      } else {
        give(assignment, value);
      }
      given.delete(assignment.unitId);
    }
    for (const unit of given.keys()) {
      if (exempt.has(unit)) continue;
      problems.push(
        problem('plan.targetNotAddressed', ['targets', index, 'split', 'shares'], {
          unit,
          indicator: target.indicator,
        }),
      );
    }
  });
  return { ofAssignment: (assignment) => shares.get(shareKey(assignment)) ?? NONE, problems };
}

const shareKey = ({ unitId, reportId, disseminatorUnitId }: BareAssignment): string =>
  `${unitId}/${reportId}/${disseminatorUnitId}`;

const decimalsOf = (definition: Definition, report: string, indicator: string): number =>
  definition.reports.find((form) => form.id === report)?.indicators.find((each) => each.id === indicator)
    ?.decimals ?? 0;

/** Parts that add up to the total exactly: what does not divide goes to the first ones, one last digit each. */
function equalParts(total: string, count: number, decimals: number): string[] {
  if (count === 0) return [];
  const digits = Math.max(decimals, fractionDigits(total));
  const whole = scaled(total, digits);
  const part = whole / BigInt(count);
  const rest = Number(whole - part * BigInt(count));
  return Array.from({ length: count }, (_, at) => unscaled(at < rest ? part + 1n : part, digits));
}

export const fractionDigits = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** `12.5` with 2 digits → 1250n. */
export function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

export function unscaled(value: bigint, digits: number): string {
  const text = value.toString().padStart(digits + 1, '0');
  const fraction = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
