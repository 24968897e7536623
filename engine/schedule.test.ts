import { describe, expect, it } from 'vitest';
import type { Definition, PlanPeriod, ReportForm } from '#model';
import { unitDuesFor } from './compile-unit-dues.ts';
import { chainOf, define, REPORT, tree, VN } from './fixtures.ts';
import { earliestFeasible } from './schedule-earliest.ts';
import { nextPeriod, reschedule, type Schedule, type ScheduleInput, schedule } from './schedule.ts';

const START = '2026-01-12T01:00:00Z';
const input = (definition: Definition, more: Partial<ScheduleInput> = {}): ScheduleInput => ({
  definition,
  calendars: [VN],
  startAt: START,
  parameters: {},
  ...more,
});
function scheduleOf(of: ScheduleInput): Schedule {
  const result = schedule(of);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value;
}
const codes = (of: ScheduleInput): string[] => {
  const result = schedule(of);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const dates = (period: PlanPeriod | null | undefined) =>
  Object.fromEntries(Object.entries(period?.dues ?? {}).map(([key, due]) => [key, due.date]));

const root = { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' as const } };
const schools = (periods: object, due: object = { kind: 'period' }, more: object = {}): Definition =>
  define({
    reports: [{ ...REPORT, kind: 'periodic', periods: periods as ReportForm['periods'] }],
    nodes: [
      root,
      {
        id: 'truong',
        name: 'Trường',
        parent: 'goc',
        select: { kind: 'ofKind', unitKinds: ['school'] },
        obligations: [{ report: 'kq', due: due as { kind: 'period' }, ...more }],
      },
    ],
  });
const before = (date: string) => ({ date, bound: 'before' as const });
const named = (...list: object[]) => ({ kind: 'named', list });

describe('leads down the levels', () => {
  it('count from the level above: 24/02/2026 less five working days twice, Tết in between', () => {
    const { periods } = scheduleOf(
      input(chainOf(['province', 'district', 'commune'], { date: '2026-02-24' })),
    );
    expect(dates(periods[0])).toEqual({
      'province/kq': '2026-02-24',
      'district/kq': '2026-02-10',
      'commune/kq': '2026-02-03',
    });
    expect(periods[0]?.dues['commune/kq']?.why.map(({ rule }) => rule)).toEqual(['date', 'lead', 'lead']);
  });

  it('cross a swapped Saturday: 24/08/2026 less one day is Saturday 22/08; 03/09 less one is Friday 28/08', () => {
    const one = (date: string) =>
      dates(scheduleOf(input(chainOf(['province', 'district'], { date, leads: [1] }))).periods[0])[
        'district/kq'
      ];
    expect(one('2026-08-24')).toBe('2026-08-22');
    expect(one('2026-09-03')).toBe('2026-08-28');
  });

  it('count from the next level above that owes the report when one in between does not', () => {
    const definition = chainOf(['province', 'district', 'commune'], { date: '2026-02-24' });
    for (const node of definition.nodes.filter(({ id }) => id === 'district')) node.obligations = [];
    expect(dates(scheduleOf(input(definition)).periods[0])).toMatchObject({ 'commune/kq': '2026-02-10' });
  });

  it('count from the consolidator where there is one with a date', () => {
    const definition = chainOf(['province'], { date: '2026-03-31' });
    for (const rule of definition.nodes[1]?.obligations ?? []) {
      rule.via = {
        select: { kind: 'root' },
        due: { kind: 'date', date: '2026-03-31', time: null, bound: 'by' },
      };
      rule.due = { kind: 'lead', workingDays: 3 };
    }
    expect(dates(scheduleOf(input(definition)).periods[0])).toMatchObject({
      'province/kq/via': '2026-03-31',
      'province/kq': '2026-03-26',
    });
    for (const rule of definition.nodes[1]?.obligations ?? [])
      rule.due = { kind: 'date', date: '2026-04-01', time: null, bound: 'by' };
    expect(codes(input(definition))).toEqual(['schedule.memberAfterConsolidator']);
  });

  it('need a date above them', () => {
    const definition = chainOf(['province', 'district']);
    for (const rule of definition.nodes[1]?.obligations ?? []) rule.due = { kind: 'none' };
    expect(codes(input(definition))).toEqual(['schedule.leadWithoutDate']);
    for (const rule of definition.nodes[1]?.obligations ?? []) rule.due = { kind: 'unknown' };
    expect(codes(input(definition))[0]).toBe('schedule.deadlineUnknown');
  });

  it('may differ between sub-groups of one group', () => {
    const definition = schools({ kind: 'once' });
    const rule = definition.nodes[1]?.obligations[0];
    const node = definition.nodes[1];
    if (!rule || !node) throw new Error('no rule');
    const on = (date: string) => ({ kind: 'date' as const, date, time: null, bound: 'by' as const });
    node.obligations = [
      { ...rule, members: { kind: 'subgroup', subgroup: 'mam-non' }, due: on('2026-03-02') },
      { ...rule, members: { kind: 'rest' }, due: on('2026-03-09') },
    ];
    expect(dates(scheduleOf(input(definition)).periods[0])).toMatchObject({
      'truong/kq@mam-non': '2026-03-02',
      'truong/kq@rest': '2026-03-09',
    });
  });
});

describe('named periods', () => {
  const q7 = named(
    { key: 'nam-2023', label: 'Năm 2023', due: before('2023-11-01') },
    { key: '6-thang-2024', label: '6 tháng 2024', opens: '2024-01-01', due: before('2024-05-30') },
    { key: 'nam-2024', label: 'Năm 2024', from: '2024-01-01', due: before('2024-11-01') },
  );

  it('each have their own exclusive deadline and open when they say, never before the start', () => {
    const { periods } = scheduleOf(input(schools(q7), { startAt: '2023-08-15T01:00:00Z' }));
    expect(periods.map(({ key, opensAt, dues }) => [key, opensAt, dues['truong/kq']?.dueAt])).toEqual([
      ['nam-2023', '2023-08-15T01:00:00.000Z', '2023-10-31T17:00:00.000Z'],
      ['6-thang-2024', '2023-12-31T17:00:00.000Z', '2024-05-29T17:00:00.000Z'],
      ['nam-2024', '2023-12-31T17:00:00.000Z', '2024-10-31T17:00:00.000Z'],
    ]);
  });

  it('that are past at the start are left out and said; when all are, starting is refused', () => {
    const late = schedule(input(schools(q7), { startAt: '2024-01-15T01:00:00Z' }));
    expect(late.ok && late.value.periods.map(({ key }) => key)).toEqual(['6-thang-2024', 'nam-2024']);
    expect(late.ok && late.warnings).toMatchObject([
      { code: 'schedule.periodSkipped', params: { period: 'Năm 2023' } },
    ]);
    expect(codes(input(schools(q7)))).toEqual(['schedule.allPeriodsPast']);
  });

  it('may not fall due before figures are closed, unless overridden', () => {
    const early = named({ key: 'a', label: 'A', cutoff: '2026-06-14', due: before('2026-06-15') });
    expect(codes(input(schools(early)))).toEqual(['schedule.dueBeforeCutoff']);
    expect(codes(input(schools(early), { override: true }))).toEqual([]);
    const leads = schools(named({ key: 'a', label: 'A', cutoff: '2026-06-14', due: before('2026-06-17') }), {
      kind: 'lead',
      workingDays: 2,
    });
    expect(codes(input(leads))).toEqual(['schedule.dueBeforeCutoff']);
  });
});

describe('recurring reports', () => {
  const monthly = (more: object = {}) => ({
    kind: 'rule',
    recurrence: { frequency: 'monthly', day: 20 },
    bound: 'by',
    ...more,
  });

  it('bring one period now and the next as its time comes', () => {
    const of = input(schools(monthly()));
    const first = scheduleOf(of);
    expect(first.recurring).toEqual(['kq']);
    expect(first.periods.map(({ key }) => key)).toEqual(['2026-01']);
    const previous = first.periods[0];
    if (!previous) throw new Error('no period');
    const next = nextPeriod({ ...of, previous });
    expect(next.ok && next.value).toMatchObject({
      key: '2026-02',
      from: '2026-01-21',
      opensAt: '2026-01-20T17:00:00.000Z',
    });
    // 20/02/2026 is still Tết; as written it stands.
    expect(next.ok && dates(next.value)).toEqual({ 'truong/kq': '2026-02-20' });
  });

  it('are written out when they end, and then end', () => {
    const of = input(schools(monthly({ until: '2026-03-31' })));
    const { periods, recurring } = scheduleOf(of);
    expect([periods.map(({ key }) => key), recurring]).toEqual([['2026-01', '2026-02', '2026-03'], []]);
    const [, , last] = periods;
    const next = last && nextPeriod({ ...of, previous: last });
    expect(next).toMatchObject({ ok: true, value: null });
  });

  it('follow one after another for years without missing one', () => {
    const of = input(schools({ kind: 'rule', recurrence: { frequency: 'weekly', weekday: 5 }, bound: 'by' }));
    const keys: string[] = [];
    for (let at: PlanPeriod | null = scheduleOf(of).periods[0] ?? null; at !== null && keys.length < 60; ) {
      keys.push(at.key);
      const next = nextPeriod({ ...of, previous: at });
      at = next.ok ? next.value : null;
    }
    expect([keys.length, new Set(keys).size, keys[0], keys[52]]).toEqual([60, 60, '2026-w03', '2027-w02']);
  });

  it('roll off days off where the drawing says so', () => {
    const definition = { ...schools(monthly()), calendar: { id: 'vn', onDayOff: 'rollForward' as const } };
    const first = scheduleOf(input(definition, { startAt: '2026-01-25T01:00:00Z' })).periods[0];
    expect(dates(first)).toMatchObject({ 'truong/kq': '2026-02-23' });
    expect(first?.dues['truong/kq']?.why.map(({ rule }) => rule)).toEqual(['recurrence', 'rolled']);
  });

  it('keep their keys apart where a drawing has several series', () => {
    const definition = schools(monthly());
    const [form] = definition.reports;
    const [, node] = definition.nodes;
    if (!form || !node) throw new Error('no form');
    definition.reports.push({
      ...form,
      id: 'tuan',
      periods: {
        ...form.periods,
        recurrence: { frequency: 'weekly', weekday: 5, time: null },
      } as ReportForm['periods'],
    });
    node.obligations.push(...node.obligations.map((rule) => ({ ...rule, report: 'tuan' })));
    expect(scheduleOf(input(definition)).periods.map(({ key, reportIds }) => [key, reportIds])).toEqual([
      ['tuan-2026-w03', ['tuan']],
      ['kq-2026-01', ['kq']],
    ]);
  });
});

describe('a period worked out anew', () => {
  it('moves what was counted by working days and nothing else (C3)', () => {
    const definition = chainOf(['province', 'district'], { date: '2026-03-31' });
    const period = scheduleOf(input(definition)).periods[0];
    if (!period) throw new Error('no period');
    const holiday = {
      date: '2026-03-27',
      kind: 'off' as const,
      name: 'Nghỉ thêm',
      status: 'decided' as const,
    };
    const again = reschedule({
      ...input(definition, { calendars: [{ ...VN, version: 2, days: [...VN.days, holiday] }] }),
      period,
    });
    expect(dates(period)).toEqual({ 'province/kq': '2026-03-31', 'district/kq': '2026-03-24' });
    expect(again.ok && dates(again.value)).toEqual({
      'province/kq': '2026-03-31',
      'district/kq': '2026-03-23',
    });
    expect(period.dues['province/kq']?.byWorkingDays).toBe(false);
    expect(period.dues['district/kq']?.byWorkingDays).toBe(true);
  });

  it('knows its deadline once the event is declared, for one unit too', () => {
    const definition = schools(
      { kind: 'once' },
      { kind: 'event', event: 'khai-giang', offset: 5, days: 'calendar', bound: 'by' },
    );
    definition.events.push({ key: 'khai-giang', label: 'Khai giảng' });
    const period = scheduleOf(input(definition)).periods[0];
    if (!period) throw new Error('no period');
    expect(period.dues['truong/kq']).toMatchObject({ dueAt: null, event: 'khai-giang' });
    const again = reschedule({ ...input(definition, { events: { 'khai-giang': '2026-09-05' } }), period });
    expect(again.ok && again.value.dues['truong/kq']?.dueAt).toBe('2026-09-10T17:00:00.000Z');
  });

  it('keeps the acknowledgements of the first period', () => {
    const definition = schools(named({ key: 'a', label: 'A', due: before('2026-06-15') }));
    definition.nodes.push({
      ...structuredClone(definition.nodes[1] as Definition['nodes'][number]),
      id: 'khac',
      obligations: [],
    });
    const period = scheduleOf(input(definition)).periods[0];
    if (!period) throw new Error('no period');
    const again = reschedule({ ...input(definition), period });
    expect(again.ok && Object.keys(again.value.dues).sort()).toEqual(['khac/ack', 'truong/kq']);
  });

  it('has no deadlines of single units where no calendar has days of single units', () => {
    const definition = chainOf(['province'], { date: '2026-03-31' });
    const period = scheduleOf(input(definition)).periods[0];
    if (!period) throw new Error('no period');
    expect(unitDuesFor({ ...input(definition), units: tree([1]), assignments: [] }, period)).toEqual({});
  });
});

describe('the earliest feasible date', () => {
  it('is the first that leaves every level its working days', () => {
    // From Mon 12/01 (not counted): 5 working days end on 19/01; 5 more to 26/01, 5 more to 02/02.
    const definition = chainOf(['province', 'district', 'commune'], { date: '2026-01-13', minimum: 5 });
    expect(codes(input(definition))).not.toEqual([]);
    expect(earliestFeasible(input(definition))).toMatchObject({ date: '2026-02-02', shift: 20 });
  });

  it('is found before the date is even asked', () => {
    const definition = chainOf(['province', 'district']);
    definition.parameters.push({ key: 'han', label: 'Hạn', kind: 'date', default: null });
    for (const rule of definition.nodes[1]?.obligations ?? [])
      rule.due = { kind: 'date', date: { parameter: 'han' }, time: null, bound: 'by' };
    expect(earliestFeasible(input(definition))?.date).toBe('2026-01-19');
  });

  it('does not exist where nothing has a date', () => {
    expect(earliestFeasible(input(schools({ kind: 'once' }, { kind: 'none' })))).toBeNull();
  });
});
