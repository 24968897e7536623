import type { Plan } from '#model';
import type { Expectation } from './types.ts';

type Expected = NonNullable<Expectation['plan']>;

/** Where a compiled plan is not what was worked out by hand, in words; empty when it is. */
export function planDifferences(expected: Expected, plan: Plan): readonly string[] {
  const { assignments } = plan;
  const reports = assignments.filter(({ kind }) => kind === 'report').length;
  const addressees = new Set(
    assignments.filter((each) => each.disseminatorUnitId === plan.rootUnitId).map(({ unitId }) => unitId),
  );
  const nodes = plan.nodes.map(({ unitId, parentUnitId, disseminates, collects }) => ({
    unit: unitId,
    parent: parentUnitId,
    disseminates,
    collects,
  }));
  return [
    ...differ('addressees', expected.addressees, addressees.size),
    ...differ('obligations', expected.obligations, assignments.length),
    ...differ('reports', expected.reports, reports),
    ...differ('acknowledgements', expected.acknowledgements, assignments.length - reports),
    ...differ('actor tasks', expected.actorTasks, plan.actorTasks.length),
    ...differ('number of nodes', expected.nodeCount, plan.nodes.length),
    ...(expected.nodes ? differ('nodes', sorted(expected.nodes), sorted(nodes)) : []),
    ...differ(
      'warnings',
      expected.warnings,
      plan.warnings.map(({ code }) => code),
    ),
    ...differ(
      'periods',
      expected.periods,
      plan.periods.map(({ key, opensAt }) => ({ key, opensAt })),
    ),
    ...dues(expected, plan),
    ...tasks(expected, plan),
    ...expected.targets.flatMap(({ unit, indicator, value }) =>
      differ(
        `target of ${unit}`,
        value,
        assignments.find(({ unitId }) => unitId === unit)?.targets[indicator],
      ),
    ),
  ];
}

function dues(expected: Expected, plan: Plan): readonly string[] {
  return expected.dues.flatMap(({ period, dueKey, ...want }) => {
    const due = plan.periods.find(({ key }) => key === period)?.dues[dueKey];
    if (!due) return [`no deadline ${dueKey} in ${period}`];
    const { dueAt, date, lastDate, remindAt, escalateAt } = due;
    return differ(`deadline ${dueKey} in ${period}`, want, { dueAt, date, lastDate, remindAt, escalateAt });
  });
}

function tasks(expected: Expected, plan: Plan): readonly string[] {
  return expected.tasks.flatMap(({ units, taskIds }) =>
    units.flatMap((unit) => {
      const got = plan.assignments.filter(({ unitId }) => unitId === unit).flatMap((each) => each.taskIds);
      return differ(`tasks of ${unit}`, sorted(taskIds), sorted([...new Set(got)]));
    }),
  );
}

const sorted = (all: readonly unknown[]): readonly string[] => all.map((each) => JSON.stringify(each)).sort();

function differ(what: string, want: unknown, got: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(want), JSON.stringify(got)];
  return a === b ? [] : [`${what}: expected ${a}, got ${b}`];
}
