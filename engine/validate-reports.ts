import type { Definition, NamedPeriod, Problem, ReportForm } from '#model';
import { problem, warning } from '#model/problem';
import { addMinutes, civilDateOf, civilOf, formatDate } from './civil.ts';
import { dueInstant, type Path } from './due.ts';
import { duplicates } from './validate-structure.ts';

type Indicator = ReportForm['indicators'][number];

/** Which ways of adding up make sense for which figures (C12: ratios are ratios of sums). */
const AGGREGATIONS: Readonly<Record<Indicator['type'], readonly Indicator['aggregate'][]>> = {
  number: ['sum', 'average', 'min', 'max', 'last', 'count', 'none'],
  ratio: ['ratioOfSums', 'count', 'none'],
  text: ['concat', 'last', 'count', 'none'],
  list: ['concat', 'last', 'count', 'none'],
  yesNo: ['count', 'last', 'none'],
};

/** The ways of adding up that figures of this type may have, the usual one first. */
export const aggregationsFor = (type: Indicator['type']): readonly Indicator['aggregate'][] =>
  AGGREGATIONS[type];

/** Figures that are counted: with decimals and a unit, and cumulative where the form says so. */
export const isNumeric = (type: Indicator['type']): boolean => type === 'number' || type === 'ratio';

export function validateReports(definition: Definition): Problem[] {
  return definition.reports.flatMap((form, index) => {
    const path = ['reports', index];
    return [
      ...duplicates(
        'definition.duplicateIndicator',
        [...path, 'indicators'],
        form.indicators.map((each) => each.id),
      ),
      ...duplicates(
        'definition.duplicateSection',
        [...path, 'sections'],
        form.sections.map((each) => each.id),
      ),
      ...duplicates(
        'definition.duplicateAttachment',
        [...path, 'attachments'],
        form.attachments.map((each) => each.kind),
      ),
      ...form.indicators.flatMap((indicator, at) =>
        indicatorProblems(indicator, [...path, 'indicators', at]),
      ),
      ...form.attachments.flatMap(({ label, min, max }, at) =>
        min > max
          ? [problem('definition.attachmentMinMax', [...path, 'attachments', at], { label, min, max })]
          : [],
      ),
      ...periodProblems(form, [...path, 'periods']),
      ...(definition.nodes.some((node) => node.obligations.some((rule) => rule.report === form.id))
        ? []
        : [warning('definition.reportUnused', path, { report: form.title })]),
    ];
  });
}

function indicatorProblems(indicator: Indicator, path: Path): Problem[] {
  const problems: Problem[] = [];
  const { label, type, aggregate } = indicator;
  if (!aggregationsFor(type).includes(aggregate)) {
    const allowed = aggregationsFor(type).join(', ');
    problems.push(
      problem('definition.aggregationImpossible', [...path, 'aggregate'], {
        label,
        type,
        aggregate,
        allowed,
      }),
    );
  }
  if (indicator.accumulation === 'cumulative' && !isNumeric(type)) {
    problems.push(problem('definition.cumulativeNotNumeric', [...path, 'accumulation'], { label, type }));
  }
  return problems;
}

function periodProblems(form: ReportForm, path: Path): Problem[] {
  const { periods } = form;
  if (periods.kind === 'named') {
    return [
      ...duplicates(
        'definition.duplicatePeriod',
        [...path, 'list'],
        periods.list.map((each) => each.key),
      ),
      ...periods.list.flatMap((period, at) => namedPeriodProblems(period, [...path, 'list', at])),
      ...periods.list.flatMap((_, at) => neighbourProblems(form, at, [...path, 'list', at])),
    ];
  }
  if (periods.kind !== 'rule') return [];
  const problems: Problem[] = [];
  if (periods.from !== null && periods.until !== null && periods.until < periods.from) {
    problems.push(reversed(form.title, { from: periods.from, to: periods.until }, [...path, 'until']));
  }
  problems.push(
    ...duplicates(
      'definition.duplicateOverride',
      [...path, 'overrides'],
      periods.overrides.map((each) => each.month),
    ),
  );
  const byMonth = periods.recurrence.frequency === 'monthly' || periods.recurrence.frequency === 'quarterly';
  periods.overrides.forEach(({ month, date }, at) => {
    const place = [...path, 'overrides', at];
    const wanted = civilOf(`${month}-01`).month;
    const exists =
      wanted >= 1 && wanted <= 12 && (periods.recurrence.frequency !== 'quarterly' || wanted % 3 === 1);
    if (!byMonth || !exists)
      problems.push(
        problem('definition.overrideWithoutMonth', place, { month, frequency: periods.recurrence.frequency }),
      );
    else if (!date.startsWith(month))
      problems.push(warning('definition.overrideOtherMonth', place, { month, date: formatDate(date) }));
  });
  return problems;
}

function namedPeriodProblems({ label, from, to, opens, cutoff, due }: NamedPeriod, path: Path): Problem[] {
  const problems: Problem[] = [];
  if (from !== null && to !== null && to < from) problems.push(reversed(label, { from, to }, path));
  if (opens !== null && opens >= due.date) {
    problems.push(
      problem('definition.opensAfterDue', [...path, 'opens'], {
        period: label,
        opens: formatDate(opens),
        due: formatDate(due.date),
      }),
    );
  }
  return cutoff !== null && onTimeUntil(due) <= cutoff
    ? [
        ...problems,
        problem('definition.dueBeforeCutoff', [...path, 'due'], {
          period: label,
          cutoff: formatDate(cutoff),
          due: formatDate(due.date),
        }),
      ]
    : problems;
}

/** The last day on time: with "trước ngày D" the day before. */
const onTimeUntil = (due: NamedPeriod['due']): string => civilDateOf(addMinutes(dueInstant(due), -1));

function neighbourProblems(form: ReportForm, at: number, path: Path): Problem[] {
  const list = form.periods.kind === 'named' ? form.periods.list : [];
  const period = list[at];
  const before = list[at - 1];
  if (!period || !before) return [];
  const params = { period: period.label, before: before.label };
  if (period.due.date === before.due.date)
    return [warning('definition.periodsSameDue', [...path, 'due'], params)];
  if (period.due.date < before.due.date)
    return [warning('definition.periodsOutOfOrder', [...path, 'due'], params)];
  const overlaps = period.from !== null && before.to !== null && period.from <= before.to;
  const perPeriod = form.indicators.some(
    ({ accumulation, type }) => type === 'number' && accumulation === 'perPeriod',
  );
  // Figures counted in both periods would be added twice; cumulative ones are not added.
  return overlaps && perPeriod ? [warning('definition.periodsOverlap', [...path, 'from'], params)] : [];
}

const reversed = (
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
  path: Path,
): Problem =>
  problem('definition.periodReversed', path, { period: name, from: formatDate(from), to: formatDate(to) });
