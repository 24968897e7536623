import type { Value } from '#model';
import {
  countsOf,
  type Outcome,
  type OutcomeCoverage,
  type OutcomeDifference,
  type OutcomeNotice,
  type OutcomeObligation,
} from './outcome.ts';
import type { Expectation } from './types.ts';

type Expected = NonNullable<Expectation['expect']>;

/** Empty when all is as expected; otherwise one line per thing that is not. */
export function differencesOf(expected: Expected, outcome: Outcome): readonly string[] {
  return [
    ...differ('counts', expected.counts, countsOf(outcome.obligations)),
    ...obligationDifferences(expected, outcome),
    ...noticeDifferences(expected, outcome),
    ...consolidationDifferences(expected, outcome),
  ];
}

function obligationDifferences(expected: Expected, outcome: Outcome): readonly string[] {
  const line = (each: Omit<OutcomeObligation, 'received' | 'accepted'>): string =>
    [
      each.period,
      each.unit,
      each.kind,
      each.status,
      each.timeliness,
      `v${each.versions}`,
      `${each.workingDaysLate}wd`,
    ].join(' ');
  return sets('obligation', expected.obligations.map(line), outcome.obligations.map(line));
}

function noticeDifferences(expected: Expected, outcome: Outcome): readonly string[] {
  const open = new Set<string>(expected.noticesOpen);
  const toKnown = outcome.knowsRecipients;
  const kinds = new Set([
    'reminder',
    'overdue',
    'escalation',
    'windowEnd',
    ...(toKnown ? ['information'] : []),
  ]);
  const line = (each: OutcomeNotice): string =>
    [each.kind, each.period, each.about ?? '-', toKnown ? each.to : '', new Date(each.at).toISOString()].join(
      ' ',
    );
  const lines = (all: readonly OutcomeNotice[]): readonly string[] => [
    ...new Set(all.filter(({ kind, about }) => kinds.has(kind) && !open.has(about ?? '')).map(line)),
  ];
  return sets('notice', lines(expected.notices), lines(outcome.notices));
}

function consolidationDifferences(expected: Expected, outcome: Outcome): readonly string[] {
  const key = (each: { period: string; unit: string; revision: number }): string =>
    `${each.period} ${each.unit} revision ${each.revision}`;
  const found = new Map(outcome.consolidations.map((each) => [key(each), each]));
  const latest = new Map<string, number>();
  for (const { period, unit, revision } of expected.consolidations)
    latest.set(`${period} ${unit}`, Math.max(revision, latest.get(`${period} ${unit}`) ?? 0));
  const tooMany = outcome.consolidations
    .filter(({ period, unit, revision }) => revision > (latest.get(`${period} ${unit}`) ?? 0))
    .map((each) => `unexpected: ${key(each)}`);
  const wrong = expected.consolidations.flatMap((want) => {
    const got = found.get(key(want));
    if (!got) return [`missing: ${key(want)}`];
    const totals = Object.keys(want.totals).flatMap((id) =>
      differ(`${key(want)} ${id}`, shown(want.totals[id]), shown(got.totals[id])),
    );
    const targets = (want.targets ?? []).flatMap(({ indicator, ...target }) =>
      differ(`${key(want)} target ${indicator}`, target, got.targets?.[indicator]),
    );
    const deep = want.coverage.deep
      ? differ(`${key(want)} deep coverage`, coverage(want.coverage.deep), coverage(got.coverage.deep))
      : [];
    return [
      ...differ(`${key(want)} state`, want.state, got.state),
      ...differ(`${key(want)} coverage`, coverage(want.coverage), coverage(got.coverage)),
      ...deep,
      ...totals,
      ...targets,
      ...(want.differences && got.differences ? changes(key(want), want.differences, got.differences) : []),
    ];
  });
  return [...tooMany, ...wrong];
}

function changes(
  what: string,
  want: readonly OutcomeDifference[],
  got: readonly OutcomeDifference[],
): readonly string[] {
  const line = ({ indicator, before, after }: OutcomeDifference): string =>
    `${indicator} ${shown(before)} → ${shown(after)}`;
  return sets(`difference of ${what}`, want.map(line), got.map(line));
}

const coverage = (each: OutcomeCoverage | undefined) =>
  each && { owed: each.owed, accepted: each.accepted, missing: [...each.missing].sort() };

/** `111.5` and `111.50` are one number; a list has no order. */
function shown(value: Value | null | undefined): string {
  switch (value?.kind) {
    case 'number':
      return plain(value.value);
    case 'ratio':
      return `${plain(value.numerator)}/${plain(value.denominator)}`;
    case 'list':
      return [...value.items].sort().join(' | ');
    case 'text':
      return value.text;
    case 'yesNo':
      return String(value.yes);
    default:
      return 'no value';
  }
}

const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

function differ(what: string, want: unknown, got: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(want), JSON.stringify(got)];
  return a === b ? [] : [`${what}: expected ${a}, got ${b}`];
}

function sets(what: string, want: readonly string[], got: readonly string[]): readonly string[] {
  const [wanted, had] = [new Set(want), new Set(got)];
  return [
    ...want.filter((each) => !had.has(each)).map((each) => `missing ${what}: ${each}`),
    ...got.filter((each) => !wanted.has(each)).map((each) => `unexpected ${what}: ${each}`),
  ];
}
