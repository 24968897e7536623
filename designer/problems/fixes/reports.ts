import { add } from '#engine';
import type { Definition, NamedPeriod } from '#model';
import { removeAt, setAt, valueAt } from './at-path.ts';
import { fix, type Found, type Offer, type Offers, removeIt, set, setIt } from './fix.ts';

type Target = Definition['targets'][number];
type Indicator = Definition['reports'][number]['indicators'][number];

const reportIn = (definition: Definition, { problem }: Found) => {
  const [, list, index] = problem.path;
  return list === 'reports' && typeof index === 'number' ? definition.reports[index] : undefined;
};
const targetIn = (definition: Definition, { problem }: Found): Target | undefined => {
  const [, list, index] = problem.path;
  return list === 'targets' && typeof index === 'number' ? definition.targets[index] : undefined;
};
const indicatorOf = (definition: Definition, target: Target): Indicator | undefined =>
  definition.reports
    .find(({ id }) => id === target.report)
    ?.indicators.find(({ id }) => id === target.indicator);

/** The first way of adding up that the rule book names for such a figure. */
const otherAggregate: Offer = ({ problem: { path, params } }) => {
  const [first] = String(params['allowed'] ?? '').split(', ');
  return first === undefined || first === '' ? [] : [set(`aggregate_${first}`, path, first)];
};

const raiseMaximum: Offer = ({ problem: { path, params } }) => {
  const min = Number(params['min']);
  return [fix('raiseMaximum', (draft) => setAt(draft, [...path, 'max'], min), { min })];
};

const swapPeriod: Offer = (found) => {
  const { path } = found.problem;
  return [
    fix('swapDates', ({ definition }) => {
      const periods = reportIn(definition, found)?.periods;
      if (periods?.kind === 'rule') [periods.from, periods.until] = [periods.until, periods.from];
      const at = path.at(-1);
      const period = periods?.kind === 'named' && typeof at === 'number' ? periods.list[at] : undefined;
      if (period !== undefined) [period.from, period.to] = [period.to, period.from];
    }),
  ];
};

const sortPeriods: Offer = (found) => [
  fix('sortPeriods', ({ definition }) => {
    const periods = reportIn(definition, found)?.periods;
    if (periods?.kind === 'named') periods.list.sort(byDue);
  }),
];
const byDue = (a: NamedPeriod, b: NamedPeriod): number =>
  a.due.date < b.due.date ? -1 : a.due.date > b.due.date ? 1 : 0;

const withoutCutoff: Offer = ({ problem: { path } }) => [
  set('removeCutoff', [...path.slice(0, 6), 'cutoff'], null),
];

const MOST_DECIMALS = 6;
const digits = (value: string): number => value.split('.')[1]?.length ?? 0;

/** The indicator takes as many decimals as its target has. */
const moreDecimals: Offer = (found) => {
  const target = targetIn(found.drawing.definition, found);
  if (target === undefined) return [];
  const given = target.split.kind === 'given' ? target.split.shares.map(({ value }) => value) : [];
  const needed = Math.max(...[target.total, ...given].map(digits));
  if (needed > MOST_DECIMALS) return [];
  const change = ({ definition }: { definition: Definition }) => {
    const indicator = indicatorOf(definition, target);
    if (indicator !== undefined) indicator.decimals = needed;
  };
  return [fix('moreDecimals', change, { decimals: needed })];
};

/** Two shares of one unit are one: the sum stays. */
const mergeShares: Offer = (found) => [
  fix('mergeShares', (draft) => {
    const split = targetIn(draft.definition, found)?.split;
    const at = found.problem.path.at(-1);
    if (split?.kind !== 'given' || typeof at !== 'number') return;
    const second = split.shares[at];
    const first = split.shares.find(({ unit }) => unit === second?.unit);
    if (first === undefined || second === undefined || first === second) return;
    first.value = add(first.value, second.value);
    removeAt(draft, found.problem.path);
  }),
];

const notExempt: Offer = (found) => [
  fix('notExempt', (draft) => {
    const target = targetIn(draft.definition, found);
    const share = valueAt(draft, found.problem.path);
    const unit = valueAt(share, ['unit']);
    if (target !== undefined) target.exempt = target.exempt.filter((each) => each !== unit);
  }),
];

const totalAsSum: Offer = (found) => {
  const sum = String(found.problem.params['sum'] ?? '');
  const path = [...found.problem.path.slice(0, 3), 'total'];
  return [fix('totalAsSum', (draft) => setAt(draft, path, sum), { sum })];
};

export const REPORT_FIXES: Offers = {
  'definition.duplicateOverride': removeIt('removeTwin'),
  'definition.overrideWithoutMonth': removeIt('removeEntry'),
  'definition.aggregationImpossible': otherAggregate,
  'definition.cumulativeNotNumeric': setIt('perPeriod', 'perPeriod'),
  'definition.attachmentMinMax': raiseMaximum,
  'definition.reportUnused': removeIt('removeReport'),
  'definition.periodReversed': swapPeriod,
  'definition.opensAfterDue': setIt('removeOpening', null),
  'definition.dueBeforeCutoff': withoutCutoff,
  'definition.periodsOutOfOrder': sortPeriods,
  'definition.targetDecimals': moreDecimals,
  'definition.targetShareTwice': mergeShares,
  'definition.targetExemptShare': notExempt,
  'definition.targetSum': totalAsSum,
};
