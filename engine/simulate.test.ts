import { Calendar, Definition, type DefinitionInput, type Plan, Unit } from '#model';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { simulate } from './simulate.ts';
import type { ScriptedAct, Simulation } from './simulate-types.ts';

const CALENDAR = Calendar.parse({
  id: 'vn',
  version: 1,
  name: 'Lịch',
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 2024, to: 2025 },
  days: [],
});
const unit = (id: string, kind: string, parentId: string | null) =>
  Unit.parse({ id, code: id, name: id, kind, parentId });
const FORM = {
  id: 'result',
  title: 'Kết quả',
  kind: 'thematic' as const,
  indicators: [{ id: 'events', label: 'Số hoạt động', type: 'number' as const, aggregate: 'sum' as const }],
} satisfies NonNullable<DefinitionInput['reports']>[number];

/** City → communes, reporting before Sunday 08/12/2024 through an office that is itself addressed (document 001 in small). */
const CITY = Definition.parse({
  formatVersion: 1,
  key: 'city',
  title: 'Thành phố',
  reports: [FORM],
  nodes: [
    {
      id: 'city',
      name: 'Thành phố',
      parent: null,
      select: { kind: 'root' },
      consolidation: { sign: 'official' },
    },
    {
      id: 'below',
      name: 'Phòng, xã, phường',
      parent: 'city',
      select: { kind: 'ofKind', unitKinds: ['office', 'commune'] },
      obligations: [
        {
          report: 'result',
          due: { kind: 'date', date: '2024-12-08', bound: 'before' },
          via: { select: { kind: 'list', units: ['office'] } },
          reminders: [{ unit: 'workingDays', offset: -2, time: '08:00' }],
          escalation: { unit: 'workingDays', offset: 1, time: '08:00' },
        },
      ],
    },
  ],
} satisfies DefinitionInput);
const CITY_UNITS = [
  unit('city', 'city', null),
  unit('office', 'office', 'city'),
  unit('x1', 'commune', 'city'),
  unit('x2', 'commune', 'city'),
];
const START = '2024-11-20T01:00:00.000Z';

function planOf(definition: Definition, units: readonly Unit[], rootUnitId: string): Plan {
  const compiled = compile({
    definition,
    units,
    calendars: [CALENDAR],
    rootUnitId,
    startAt: START,
    parameters: {},
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

const run = (acts: readonly ScriptedAct[], definition = CITY, units = CITY_UNITS): Simulation =>
  simulate({
    plan: planOf(definition, units, 'city'),
    definition,
    calendars: [CALENDAR],
    behaviour: { kind: 'scripted', acts },
  });

const place = (unitId: string) => ({ periodKey: 'once', unitId });
const reports = (at: string, unitId: string, events: number): ScriptedAct => ({
  at,
  act: 'report',
  report: { values: { events } },
  ...place(unitId),
});
const accepts = (at: string, unitId: string): ScriptedAct => ({ at, act: 'accept', ...place(unitId) });
const signs = (at: string, unitId: string): ScriptedAct => ({ at, act: 'sign', ...place(unitId) });
const of = ({ canonicalState }: Simulation, unitId: string) =>
  canonicalState.obligations.find(({ unit }) => unit === unitId);
const revisions = ({ canonicalState }: Simulation, unitId: string) =>
  canonicalState.consolidations
    .filter(({ unit }) => unit === unitId)
    .map(({ revision, state, totals, accepted, missing }) => {
      const events = totals['result']?.['events'];
      return [revision, state, events?.kind === 'number' ? events.value : null, accepted, missing.join()];
    });

test('an uneventful course: reports through the consolidator, up to the signed totals', () => {
  const result = run([
    { at: '2024-11-21T01:00:00Z', act: 'acknowledge', ...place('x1') },
    reports('2024-12-02T01:00:00Z', 'x1', 3),
    accepts('2024-12-02T02:00:00Z', 'x1'),
    reports('2024-12-03T01:00:00Z', 'x2', 4),
    accepts('2024-12-03T02:00:00Z', 'x2'),
    signs('2024-12-03T03:00:00Z', 'office'),
    accepts('2024-12-03T04:00:00Z', 'office'),
    signs('2024-12-03T05:00:00Z', 'city'),
  ]);
  // obligations = nodes − 1: the office owes its consolidation to the city and nothing to itself
  expect(result.canonicalState.obligations.map(({ unit, status }) => `${unit} ${status}`).sort()).toEqual([
    'office accepted',
    'x1 accepted',
    'x2 accepted',
  ]);
  expect(revisions(result, 'office')).toEqual([[1, 'signed', '7', 2, '']]);
  expect(revisions(result, 'city')).toEqual([[1, 'signed', '7', 1, '']]);
  expect(of(result, 'office')).toMatchObject({
    timeliness: 'noDeadline',
    versions: [{ kind: 'consolidated', state: 'accepted' }],
  });
  expect(result.timeline.some(({ kind }) => kind === 'refused')).toBe(false);
});

test('the silent are reminded two working days before, marked overdue at the deadline, escalated once', () => {
  const result = run([reports('2024-12-02T01:00:00Z', 'x1', 3), accepts('2024-12-02T02:00:00Z', 'x1')]);
  // 08/12/2024 is a Sunday: two working days before it is Thursday 05/12, one after it Monday 09/12, both at 08:00
  expect(of(result, 'x2')?.notices).toEqual([
    { kind: 'reminder', at: '2024-12-05T01:00:00.000Z' },
    { kind: 'overdue', at: '2024-12-07T17:00:00.000Z' },
    { kind: 'escalation', at: '2024-12-09T01:00:00.000Z' },
  ]);
  expect(of(result, 'x1')?.notices).toEqual([]);
  expect(of(result, 'x2')).toMatchObject({ status: 'open', done: false, timeliness: 'overdue' });
  // the cut-off draws up what is there, the missing one named
  expect(revisions(result, 'office')).toEqual([[1, 'draft', '3', 1, 'x2']]);
  expect(result.levels.find(({ nodeId }) => nodeId === 'below')).toMatchObject({
    owed: 3,
    reported: 1,
    onTime: 1,
    missing: 2,
  });
});

test('a late report makes revision n + 1 up the chain, stored revisions stay', () => {
  const result = run([
    reports('2024-12-02T01:00:00Z', 'x1', 3),
    accepts('2024-12-02T02:00:00Z', 'x1'),
    signs('2024-12-09T02:00:00Z', 'office'),
    accepts('2024-12-09T03:00:00Z', 'office'),
    signs('2024-12-09T04:00:00Z', 'city'),
    reports('2024-12-10T01:00:00Z', 'x2', 4),
    accepts('2024-12-10T02:00:00Z', 'x2'),
    signs('2024-12-10T03:00:00Z', 'office'),
    accepts('2024-12-10T04:00:00Z', 'office'),
    signs('2024-12-10T05:00:00Z', 'city'),
  ]);
  expect(revisions(result, 'office')).toEqual([
    [1, 'signed', '3', 1, 'x2'],
    [2, 'signed', '7', 2, ''],
  ]);
  expect(revisions(result, 'city')).toEqual([
    [1, 'signed', '3', 1, ''],
    [2, 'signed', '7', 1, ''],
  ]);
  expect(of(result, 'x2')).toMatchObject({ timeliness: 'overdue', versions: [{ late: true }] });
});

test('a report at the due instant is late, one millisecond before it is not', () => {
  const result = run([
    reports('2024-12-07T16:59:59.999Z', 'x1', 1),
    reports('2024-12-07T17:00:00.000Z', 'x2', 1),
  ]);
  expect(of(result, 'x1')?.timeliness).toBe('inTime');
  expect(of(result, 'x2')?.timeliness).toBe('overdue');
});

test('supplementary after closing: new revisions, nothing refused', () => {
  const result = run([
    reports('2024-12-02T01:00:00Z', 'x1', 3),
    accepts('2024-12-02T02:00:00Z', 'x1'),
    { at: '2024-12-09T02:00:00Z', act: 'close' },
    reports('2024-12-20T01:00:00Z', 'x2', 4),
    accepts('2024-12-20T02:00:00Z', 'x2'),
  ]);
  expect(of(result, 'x2')?.versions).toMatchObject([{ kind: 'supplementary', late: true }]);
  expect(revisions(result, 'office')).toEqual([
    [1, 'draft', '3', 1, 'x2'],
    [2, 'draft', '7', 2, ''],
  ]);
});

test('an extension moves the reminder and the overdue mark; the own part enters at the signature', () => {
  const result = run([
    { at: '2024-12-04T01:00:00Z', act: 'extend', date: '2024-12-12', ...place('x2') },
    reports('2024-12-02T01:00:00Z', 'x1', 3),
    accepts('2024-12-02T02:00:00Z', 'x1'),
    reports('2024-12-11T02:00:00Z', 'x2', 4),
    accepts('2024-12-11T03:00:00Z', 'x2'),
    {
      at: '2024-12-11T04:00:00Z',
      act: 'sign',
      ownPart: { result: { values: { events: 10 } } },
      ...place('office'),
    },
  ]);
  expect(of(result, 'x2')).toMatchObject({
    due: '2024-12-11T17:00:00.000Z',
    timeliness: 'inTime',
    notices: [{ kind: 'reminder', at: '2024-12-10T01:00:00.000Z' }],
  });
  expect(revisions(result, 'office').at(-1)).toEqual([1, 'signed', '17', 2, '']);
});

test('a returned consolidation waits for a new signature', () => {
  const result = run([
    ...['x1', 'x2'].flatMap((id) => [
      reports('2024-12-02T01:00:00Z', id, 1),
      accepts('2024-12-02T02:00:00Z', id),
    ]),
    signs('2024-12-03T01:00:00Z', 'office'),
    {
      at: '2024-12-03T02:00:00Z',
      act: 'return',
      reason: 'Thiếu nhận xét',
      reworkDueAt: null,
      ...place('office'),
    },
    signs('2024-12-03T03:00:00Z', 'office'),
  ]);
  expect(revisions(result, 'office').map(([revision, state]) => `${revision} ${state}`)).toEqual([
    '1 signed',
    '2 signed',
  ]);
  expect(of(result, 'office')?.versions.map(({ state }) => state)).toEqual(['returned', 'submitted']);
});

test('refusals are recorded and change nothing', () => {
  const result = run([
    accepts('2024-12-02T02:00:00Z', 'x1'),
    signs('2024-12-02T02:00:00Z', 'office'),
    reports('2024-12-02T02:00:00Z', 'office', 1),
  ]);
  expect(result.timeline.filter(({ kind }) => kind === 'refused').map(({ detail }) => detail)).toEqual([
    'accept: obligation.nothingSubmitted',
    'sign: consolidation.notFound',
    'report: obligation.consolidated',
  ]);
});

test('a recalled campaign owes nothing any more', () => {
  const result = run([{ at: '2024-12-01T00:00:00Z', act: 'cancel' }]);
  expect(result.canonicalState.status).toBe('cancelled');
  expect(
    result.canonicalState.obligations.every(
      ({ status, notices }) => status === 'cancelled' && notices.length === 0,
    ),
  ).toBe(true);
});

const [CITY_NODE, BELOW] = CITY.nodes;

test('a conditional report is owed once its event is declared, from the date of the event', () => {
  if (!CITY_NODE || !BELOW) throw new Error('two nodes');
  const definition = Definition.parse({
    ...CITY,
    events: [{ key: 'storm', label: 'Bão' }],
    nodes: [
      CITY_NODE,
      {
        ...BELOW,
        obligations: [
          {
            report: 'result',
            onlyIf: 'storm',
            due: { kind: 'event', event: 'storm', offset: 2, days: 'working', bound: 'by' },
          },
        ],
      },
    ],
  });
  const never = run([], definition);
  // the report sleeps; that the directive was received is still to be acknowledged
  const stands = never.rows.obligations.map(({ unitId, kind, status }) => `${unitId} ${kind} ${status}`);
  expect(stands.filter((each) => each.startsWith('x1'))).toEqual([
    'x1 report dormant',
    'x1 acknowledge open',
  ]);
  expect(never.canonicalState.consolidations).toEqual([]);
  const result = run(
    [
      reports('2024-11-27T01:00:00Z', 'x1', 1),
      // Friday 29/11/2024; two working days later is Tuesday 03/12
      { at: '2024-11-29T01:00:00Z', act: 'declare', event: 'storm', date: '2024-11-29', unitId: 'x1' },
      reports('2024-12-03T16:59:59Z', 'x1', 1),
    ],
    definition,
  );
  expect(result.timeline.find(({ kind }) => kind === 'refused')?.detail).toBe('report: obligation.dormant');
  expect(of(result, 'x1')).toMatchObject({
    due: '2024-12-03T17:00:00.000Z',
    status: 'submitted',
    timeliness: 'inTime',
  });
  expect(of(result, 'x2')).toMatchObject({ status: 'dormant', due: null });
});

test('a monthly report opens period after period up to the end asked for', () => {
  if (!CITY_NODE || !BELOW) throw new Error('two nodes');
  const definition = Definition.parse({
    ...CITY,
    reports: [
      {
        ...FORM,
        periods: { kind: 'rule', recurrence: { frequency: 'monthly', day: 15 }, bound: 'by' },
      },
    ],
    nodes: [
      { ...CITY_NODE, dissemination: { mode: 'official' } },
      { ...BELOW, obligations: [{ report: 'result', due: { kind: 'period' } }] },
    ],
  });
  const result = simulate({
    plan: planOf(definition, CITY_UNITS, 'city'),
    definition,
    calendars: [CALENDAR],
    behaviour: {
      kind: 'scripted',
      acts: [{ at: '2024-11-21T01:00:00Z', act: 'disseminate', periodKey: '2024-12', unitId: 'city' }],
    },
    until: '2025-03-01T00:00:00.000Z',
  });
  const periods = [...new Set(result.canonicalState.obligations.map(({ period }) => period))];
  expect(periods.slice(0, 3)).toEqual(['2024-12', '2025-01', '2025-02']);
  // passed on by an official once, then with each period
  expect(result.timeline.filter(({ kind }) => kind === 'disseminated').length).toBe(periods.length);
  expect(of(result, 'x1')?.notices).toEqual([{ kind: 'overdue', at: '2024-12-15T17:00:00.000Z' }]);
});
