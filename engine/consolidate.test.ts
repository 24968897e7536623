import fc from 'fast-check';
import { ReportForm, type Values } from '#model';
import { expect, test } from 'vitest';
import { acrossPeriods } from './across-periods.ts';
import { consolidate } from './consolidate.ts';
import { type ConsolidatedReport, type Source, sectionsOf, valuesOf } from './consolidated.ts';
import { coverageOf } from './coverage.ts';
import { differences } from './difference.ts';

const form = ReportForm.parse({
  id: 'f',
  title: 'Báo cáo',
  kind: 'thematic',
  indicators: [
    { id: 'total', label: 'Tổng', type: 'number', aggregate: 'sum' },
    { id: 'mean', label: 'Trung bình', type: 'number', aggregate: 'average' },
    { id: 'least', label: 'Ít nhất', type: 'number', decimals: 2, aggregate: 'min' },
    { id: 'most', label: 'Nhiều nhất', type: 'number', decimals: 2, aggregate: 'max' },
    { id: 'latest', label: 'Mới nhất', type: 'number', aggregate: 'last' },
    { id: 'planned', label: 'Có kế hoạch', type: 'yesNo', aggregate: 'count' },
    { id: 'share', label: 'Tỷ lệ', type: 'ratio', aggregate: 'ratioOfSums' },
    { id: 'places', label: 'Địa điểm', type: 'list', aggregate: 'concat' },
    { id: 'remark', label: 'Nhận xét', type: 'text', aggregate: 'concat' },
    { id: 'code', label: 'Mã', type: 'text', aggregate: 'none' },
  ],
  sections: [{ id: 'result', title: 'Kết quả' }],
});
const number = (value: number | string) => ({ kind: 'number', value: String(value) }) as const;
const ratio = (numerator: number, denominator: number) =>
  ({ kind: 'ratio', numerator: String(numerator), denominator: String(denominator) }) as const;

const NO_COVERAGE = coverageOf([]);
const from = (unitId: string, values: Values, more: { result?: string; at?: string } = {}): Source => ({
  obligationId: unitId,
  unitId,
  unitName: unitId.toUpperCase(),
  receivedAt: more.at ?? '2024-12-01T00:00:00Z',
  content: { kind: 'report', values, sections: more.result === undefined ? {} : { result: more.result } },
});
const fromBelow = (unitId: string, report: ConsolidatedReport): Source => ({
  ...from(unitId, {}),
  content: { kind: 'consolidated', report, coverage: NO_COVERAGE },
});
const shown = (report: ConsolidatedReport) => valuesOf(report);

test('each rule adds up what was given; empty takes no part, nil zeros do', () => {
  const report = consolidate(form, [
    from('a', {
      total: number(10),
      mean: number(1),
      least: number('2.5'),
      most: number('2.5'),
      share: ratio(1, 2),
    }),
    from('b', {
      total: number(5),
      mean: number(2),
      least: number('-1'),
      most: number(7),
      share: ratio(0, 0),
      planned: { kind: 'yesNo', yes: true },
    }),
    from('c', { mean: number(0), planned: { kind: 'yesNo', yes: false } }),
    from('d', { mean: number(2) }),
  ]);
  expect(shown(report)).toEqual({
    total: number(15),
    // 5 / 4 = 1,25; the mean of an indicator without decimals keeps two digits
    mean: number('1.25'),
    least: number('-1'),
    most: number(7),
    planned: number(1),
    share: ratio(1, 2),
  });
  expect(report.indicators['total']?.from.map(({ unitId, value }) => [unitId, value])).toEqual([
    ['a', number(10)],
    ['b', number(5)],
  ]);
});

test('an average is rounded half up at the second digit more', () => {
  const report = consolidate(
    form,
    [1, 1, 1, 1, 1, 1, 1, 2].map((value, index) => from(`u${index}`, { mean: number(value) })),
  );
  expect(shown(report)['mean']).toEqual(number('1.13'));
});

test('a ratio is a ratio of sums, and none with a zero denominator', () => {
  const report = consolidate(form, [from('a', { share: ratio(1, 2) }), from('b', { share: ratio(90, 100) })]);
  expect(shown(report)['share']).toEqual(ratio(91, 102));
  const zero = consolidate(form, [from('a', { share: ratio(0, 0) })]);
  expect(shown(zero)['share']).toBeUndefined();
  expect(zero.indicators['share']?.from).toHaveLength(1);
});

test('latest is the one received last', () => {
  const report = consolidate(form, [
    from('a', { latest: number(1) }, { at: '2024-12-03T00:00:00Z' }),
    from('b', { latest: number(2) }, { at: '2024-12-02T00:00:00.500Z' }),
  ]);
  expect(shown(report)['latest']).toEqual(number(1));
});

test('texts keep their unit through every level, the own part among them', () => {
  const low = consolidate(form, [
    from(
      'xa-2',
      { remark: { kind: 'text', text: 'Tốt' }, places: { kind: 'list', items: ['chợ'] } },
      { result: 'Đã treo cờ' },
    ),
    from('xa-1', { places: { kind: 'list', items: ['trường', 'chợ'] } }, { result: 'Đã tuyên truyền' }),
  ]);
  const own = { ...from('tinh', {}, { result: 'Phần của tỉnh' }), obligationId: null };
  const top = consolidate(form, [fromBelow('huyen', low), own]);
  expect(top.sections['result']).toEqual([
    { unitId: 'xa-1', unitName: 'XA-1', text: 'Đã tuyên truyền' },
    { unitId: 'xa-2', unitName: 'XA-2', text: 'Đã treo cờ' },
    { unitId: 'tinh', unitName: 'TINH', text: 'Phần của tỉnh' },
  ]);
  expect(sectionsOf(top)['result']).toBe('XA-1: Đã tuyên truyền\nXA-2: Đã treo cờ\nTINH: Phần của tỉnh');
  expect(shown(top)['remark']).toEqual({ kind: 'text', text: 'XA-2: Tốt' });
  expect(shown(top)['places']).toEqual({ kind: 'list', items: ['trường', 'chợ'] });
  expect(top.indicators['code']?.value).toBeNull();
});

const anyValues: fc.Arbitrary<Values> = fc
  .record(
    {
      total: fc.integer({ min: 0, max: 1000 }).map(number),
      mean: fc.integer({ min: 0, max: 1000 }).map(number),
      least: fc.integer({ min: -500, max: 500 }).map((cents) => number(cents / 4)),
      most: fc.integer({ min: -500, max: 500 }).map((cents) => number(cents / 4)),
      latest: fc.nat(100).map(number),
      planned: fc.boolean().map((yes) => ({ kind: 'yesNo', yes }) as const),
      share: fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => ratio(a, b)),
    },
    { requiredKeys: [] },
  )
  .map((values) => values as Values);

const anySources = fc.array(fc.tuple(anyValues, fc.nat(9), fc.nat(3)), { maxLength: 14 }).map((all) =>
  all.map(([values, hour, group], index) => ({
    group,
    source: from(`u${index}`, values, { at: `2024-12-01T0${hour}:00:00Z` }),
  })),
);

test('adding up in two levels gives what adding up flat gives', () => {
  fc.assert(
    fc.property(anySources, (all) => {
      const flat = consolidate(
        form,
        all.map(({ source }) => source),
      );
      const groups = [0, 1, 2, 3].map((group) =>
        all.filter((each) => each.group === group).map(({ source }) => source),
      );
      const levels = consolidate(
        form,
        groups
          .filter((group) => group.length > 0)
          .map((group, index) => fromBelow(`g${index}`, consolidate(form, group))),
      );
      expect(shown(levels)).toEqual(shown(flat));
      for (const id of Object.keys(flat.indicators))
        expect(levels.indicators[id]?.parts).toEqual(flat.indicators[id]?.parts);
    }),
  );
});

test('the order in which reports are taken does not matter', () => {
  fc.assert(
    fc.property(anySources, (all) => {
      const sources = all.map(({ source }) => source);
      expect(consolidate(form, [...sources].reverse())).toEqual(consolidate(form, sources));
    }),
  );
});

test('a shortfall below stays visible though the total is met, exempt units are not short', () => {
  const target = {
    indicator: 'total',
    total: null,
    shares: [
      { unitId: 'a', unitName: 'A', value: '10' },
      { unitId: 'b', unitName: 'B', value: '10' },
      { unitId: 'c', unitName: 'C', value: '5' },
    ],
    exempt: ['c'],
  };
  const low = consolidate(
    form,
    [from('a', { total: number(30) }), from('b', { total: number(4) })],
    [target],
  );
  expect(low.targets['total']).toMatchObject({ total: '25', attained: '34', percent: '136', met: true });
  expect(low.targets['total']?.shortfalls).toEqual([
    { unitId: 'b', unitName: 'B', target: '10', attained: '4', missing: '6', percent: '40' },
  ]);
  const above = {
    indicator: 'total',
    total: '20',
    shares: [{ unitId: 'g', unitName: 'G', value: '20' }],
    exempt: [],
  };
  const top = consolidate(form, [fromBelow('g', low)], [above]);
  expect(top.targets['total']).toMatchObject({ met: true, percent: '170' });
  expect(top.targets['total']?.shortfalls.map(({ unitId }) => unitId)).toEqual(['b']);
  const silent = consolidate(form, [], [above]);
  expect(silent.targets['total']).toMatchObject({
    met: false,
    attained: '0',
    shortfalls: [{ unitId: 'g', attained: null, missing: '20' }],
  });
});

test('coverage is accepted out of owed with the missing named, through the levels', () => {
  const row = (
    unitId: string,
    status: 'open' | 'submitted' | 'returned' | 'accepted' | 'dormant' | 'cancelled',
    acceptedVersion: number | null = null,
  ) => ({
    unitId,
    unitName: unitId,
    reportId: 'f',
    status,
    acceptedVersion,
    version: status === 'open' ? 0 : 1,
  });
  const low = coverageOf([row('x', 'accepted', 1), row('y', 'open')]);
  const top = coverageOf(
    [
      row('g', 'accepted', 1),
      row('h', 'returned'),
      row('i', 'submitted'),
      row('d', 'dormant'),
      row('z', 'cancelled', 1),
    ],
    [low],
  );
  expect(top).toMatchObject({ owed: 3, accepted: 1 });
  expect(top.missing.map(({ unitId, state }) => `${unitId} ${state}`)).toEqual([
    'h returned',
    'i awaitingDecision',
  ]);
  expect(top.deep).toMatchObject({ owed: 5, accepted: 2 });
  expect(top.deep.missing.map(({ unitId }) => unitId)).toEqual(['h', 'i', 'y']);
});

test('a corrected report that waits leaves the accepted one in coverage', () => {
  const rows = [
    {
      unitId: 'x',
      unitName: 'x',
      reportId: 'f',
      status: 'submitted',
      acceptedVersion: 1,
      version: 2,
    } as const,
  ];
  expect(coverageOf(rows)).toMatchObject({ owed: 1, accepted: 1, missing: [] });
});

test('differences name what changed between two revisions', () => {
  const before = consolidate(form, [
    from('a', { total: number(1) }, { result: 'cũ' }),
    from('b', { total: number(2) }),
  ]);
  const after = consolidate(form, [
    from('a', { total: number(3) }, { result: 'mới' }),
    from('c', { total: number(4) }),
  ]);
  expect(differences(null, after)).toEqual([]);
  expect(differences(after, structuredClone(after))).toEqual([]);
  expect(differences(before, after)).toEqual([
    { kind: 'indicator', indicator: 'total', before: number(3), after: number(7) },
    { kind: 'unitAdded', unitId: 'c', unitName: 'C' },
    { kind: 'unitRemoved', unitId: 'b', unitName: 'B' },
    {
      kind: 'unitChanged',
      unitId: 'a',
      unitName: 'A',
      indicator: 'total',
      before: number(1),
      after: number(3),
    },
    { kind: 'section', unitId: 'a', unitName: 'A', section: 'result' },
  ]);
});

test('across periods a cumulative figure is the latest, others add up; changes are derived', () => {
  const cumulative = {
    ...form,
    indicators: form.indicators.map((each) =>
      each.id === 'latest'
        ? { ...each, aggregate: 'sum' as const, accumulation: 'cumulative' as const }
        : each,
    ),
  };
  const period = (key: string, values: Values | null) => ({
    key,
    label: key,
    report: values === null ? null : consolidate(cumulative, [from('a', values)]),
  });
  const across = acrossPeriods(cumulative, [
    period('q1', { total: number(5), latest: number(100), mean: number(1), share: ratio(1, 2) }),
    period('q2', null),
    period('q3', { total: number(7), latest: number(130), mean: number(2), share: ratio(2, 2) }),
  ]);
  expect(across.indicators['total']?.value).toEqual(number(12));
  expect(across.indicators['mean']?.value).toEqual(number('1.5'));
  expect(across.indicators['share']?.value).toEqual(ratio(3, 4));
  expect(across.indicators['latest']?.value).toEqual(number(130));
  expect(across.indicators['latest']?.periods.map(({ change }) => change)).toEqual([null, null, '30']);
});
