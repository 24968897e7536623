import type { DefinitionInput } from '#model';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { define, unit, VN } from './fixtures.ts';
import { simulate } from './simulate.ts';
import type { ScriptedAct } from './simulate-types.ts';

const UNITS = [
  unit('city', 'city', null),
  unit('hall', 'office', 'city'),
  unit('x1', 'commune', 'city'),
  unit('x2', 'commune', 'city'),
];
const START = '2024-11-20T01:00:00.000Z';
/** The first instant after 31/12/2024 in Vietnam, and after 20/12/2024. */
const YEAR_END = '2024-12-31T17:00:00.000Z';
const DECEMBER_20 = '2024-12-20T17:00:00.000Z';
const FORM = { id: 'kq', title: 'Kết quả', kind: 'periodic' as const };
type Node = DefinitionInput['nodes'][number];

const window = (to: string) => ({ from: '2024-11-01', to });
const FLAGS = { id: 'treo-co', text: 'Treo cờ', window: window('2024-12-31') };
const communes = (more: Partial<Node> = {}): Node => ({
  id: 'communes',
  name: 'Xã, phường',
  parent: 'city',
  select: { kind: 'ofKind', unitKinds: ['commune'] },
  tasks: [FLAGS],
  ...more,
});
const city = (more: Partial<Node> = {}): Node => ({
  id: 'city',
  name: 'Thành phố',
  parent: null,
  select: { kind: 'root' },
  consolidation: { sign: 'automatic' },
  ...more,
});

function run(
  drawn: Partial<DefinitionInput> & Pick<DefinitionInput, 'nodes'>,
  acts: readonly ScriptedAct[] = [],
) {
  const definition = define(drawn);
  const compiled = compile({
    ...{ definition, units: UNITS, calendars: [VN] },
    ...{ rootUnitId: 'city', startAt: START, parameters: {} },
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const behaviour = { kind: 'scripted' as const, acts };
  const result = simulate({ plan: compiled.value, definition, calendars: [VN], behaviour });
  const told = result.canonicalState.windowEnds.map(
    ({ period, unit: to, at, tasks }) => `${period} ${to} ${at} ${tasks.join('+')}`,
  );
  return { ...result, told };
}

const REPORTING = { due: { kind: 'date', date: '2024-12-08', bound: 'before' } } as const;
const accepted = (unitId: string): ScriptedAct => ({
  at: '2024-12-02T01:00:00Z',
  act: 'report',
  report: { nil: true },
  periodKey: 'once',
  unitId,
});

describe('the end of the window of a task', () => {
  it('is told to each unit once, at the first instant after the last day, report or not', () => {
    const obligations = [{ report: 'kq', ...REPORTING, acceptance: 'automatic' as const }];
    const { told, canonicalState, timeline } = run(
      { reports: [FORM], nodes: [city(), communes({ obligations })] },
      [accepted('x1')],
    );
    expect(told).toEqual([`once x1 ${YEAR_END} treo-co`, `once x2 ${YEAR_END} treo-co`]);
    expect(canonicalState.obligations.map(({ status }) => status)).toEqual(['accepted', 'open']);
    expect(timeline.filter(({ kind }) => kind === 'windowEnd')).toMatchObject([
      { at: YEAR_END, unitId: 'city', count: 2 },
    ]);
  });

  it('is the only instant of a campaign without reports, and there is none where no task has a window', () => {
    const { told, endedAt } = run({ nodes: [city(), communes()] });
    expect(told).toHaveLength(2);
    expect(endedAt).toBe(YEAR_END);
    const timeless = run({ nodes: [city(), communes({ tasks: [{ id: 'biet', text: 'Quán triệt' }] })] });
    expect([timeless.told, timeless.endedAt]).toEqual([[], START]);
  });

  it('never makes anybody overdue on a prohibition', () => {
    const tasks = [{ ...FLAGS, kind: 'prohibition' as const }];
    const { told, canonicalState } = run({ nodes: [city(), communes({ tasks })] });
    expect(told).toHaveLength(2);
    expect(canonicalState.obligations.map(({ timeliness, notices }) => [timeliness, notices])).toEqual([
      ['noDeadline', []],
      ['noDeadline', []],
    ]);
  });

  it('is told once to a unit that owes several reports, with all tasks that end then, and again for the later ones', () => {
    const obligations = [
      { report: 'kq', ...REPORTING },
      { report: 'so-bo', due: { kind: 'none' as const } },
    ];
    const tasks = [
      FLAGS,
      { id: 'banner', text: 'Treo banner', window: window('2024-12-31') },
      { id: 'tin', text: 'Đưa tin', window: window('2024-12-20') },
    ];
    const { told } = run({
      reports: [FORM, { ...FORM, id: 'so-bo' }],
      nodes: [city(), communes({ tasks, obligations })],
    });
    expect(told).toEqual([
      `once x1 ${DECEMBER_20} tin`,
      `once x2 ${DECEMBER_20} tin`,
      `once x1 ${YEAR_END} banner+treo-co`,
      `once x2 ${YEAR_END} banner+treo-co`,
    ]);
  });

  it('is told to a unit that is no addressee', () => {
    const task = {
      id: 'bang-dien',
      text: 'Bảng điện',
      assignee: { kind: 'list' as const, units: ['hall'] },
      window: window('2024-12-31'),
    };
    const { told } = run({ nodes: [city({ actorTasks: [task] }), communes({ tasks: [] })] });
    expect(told).toEqual([`once hall ${YEAR_END} bang-dien`]);
  });

  it('is not told where the window was over before the tasks were handed out', () => {
    const nodes = [
      city({ dissemination: { mode: 'official' } }),
      communes({ tasks: [{ ...FLAGS, window: window('2024-11-30') }] }),
    ];
    const handOut = (at: string): ScriptedAct => ({
      at,
      act: 'disseminate',
      periodKey: 'once',
      unitId: 'city',
    });
    expect(run({ nodes }, [handOut('2024-11-30T16:59:59.999Z')]).told).toHaveLength(2);
    expect(run({ nodes }, [handOut('2024-11-30T17:00:00.000Z')]).told).toEqual([]);
  });
});

describe('the end of a window over several periods', () => {
  const due = (date: string) => ({ date, bound: 'by' as const });
  const periods = {
    kind: 'named' as const,
    list: [
      { key: 'thang-11', label: 'Tháng 11', due: due('2024-11-29') },
      { key: 'thang-12', label: 'Tháng 12', opens: '2024-12-02', due: due('2024-12-27') },
    ],
  };
  const drawn = {
    reports: [{ ...FORM, periods }],
    nodes: [city(), communes({ obligations: [{ report: 'kq', due: { kind: 'period' as const } }] })],
  };
  const close = (at: string, periodKey?: string): ScriptedAct => ({
    at,
    act: 'close',
    ...(periodKey === undefined ? {} : { periodKey }),
  });

  it('is told once, by the newest', () => {
    expect(run(drawn).told).toEqual([`thang-12 x1 ${YEAR_END} treo-co`, `thang-12 x2 ${YEAR_END} treo-co`]);
  });

  it('is still told when an older period is closed, before or after the next one opens', () => {
    expect(run(drawn, [close('2024-11-30T01:00:00Z', 'thang-11')]).told).toHaveLength(2);
    expect(run(drawn, [close('2024-12-10T01:00:00Z', 'thang-11')]).told).toHaveLength(2);
  });

  it('is not told after the newest period, the campaign, or a recall', () => {
    expect(run(drawn, [close('2024-12-30T01:00:00Z', 'thang-12')]).told).toEqual([]);
    expect(run(drawn, [close('2024-12-30T01:00:00Z')]).told).toEqual([]);
    expect(run(drawn, [{ at: '2024-12-30T01:00:00Z', act: 'cancel' }]).told).toEqual([]);
  });
});
