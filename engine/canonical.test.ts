import { expect, test } from 'vitest';
import { type CampaignRows, canonicalState } from './canonical.ts';
import { coverageOf } from './coverage.ts';

const NOW = '2024-12-20T00:00:00.000Z';
const row = (seq: number, at: string): CampaignRows['obligations'][number] => ({
  periodKey: 'once',
  seq,
  unitId: `u${seq}`,
  kind: 'report',
  status: 'accepted',
  dueAt: '2024-12-07T17:00:00Z',
  reworkDueAt: null,
  acknowledgedAt: null,
  firstCompleteAt: at,
  countedAt: at,
  countedAgainst: '2024-12-07T17:00:00.000Z',
  acceptedAt: at,
  version: 1,
  acceptedVersion: 1,
  overdueAt: null,
  closed: false,
  versions: [
    {
      no: 1,
      kind: 'ordinary',
      late: false,
      state: 'accepted',
      values: { a: { kind: 'ratio', numerator: '1', denominator: '2' } },
      receivedAt: at,
    },
  ],
  notices: [
    { kind: 'escalation', at: '2024-12-09T01:00:00Z' },
    { kind: 'accepted', at: NOW },
    { kind: 'reminder', at: '2024-12-05T01:00:00Z' },
    { kind: 'escalation', at: '2024-12-09T01:00:00.000Z' },
  ],
});
const rows = (
  obligations: CampaignRows['obligations'],
  clock: CampaignRows['clock'] = 'rehearsal',
): CampaignRows => ({
  status: 'running',
  now: NOW,
  clock,
  obligations,
  consolidations: [
    { periodKey: 'once', unitId: 'top', revision: 1, state: 'draft', reports: {}, coverage: coverageOf([]) },
  ],
  windowEnds: ['u1', 'u0'].map((unitId) => ({
    periodKey: 'once',
    unitId,
    byUnitId: 'top',
    at: '2024-12-31T17:00:00Z',
    taskIds: ['b', 'a'],
  })),
});

test('order of rows, spelling of instants and order of keys make no difference', () => {
  const [first, second] = [row(0, '2024-12-01T00:00:00Z'), row(1, '2024-12-01T00:00:00.000Z')];
  const reordered = {
    ...first,
    firstCompleteAt: '2024-12-01T00:00:00.000Z',
    versions: first.versions.map((version) => ({
      ...version,
      receivedAt: '2024-12-01T00:00:00.000Z',
      values: { a: { denominator: '2', numerator: '1', kind: 'ratio' as const } },
    })),
  };
  const state = canonicalState(rows([first, second]));
  expect(JSON.stringify(canonicalState(rows([second, reordered])))).toBe(JSON.stringify(state));
});

test('only what timers did is told of the notices, once per instant', () => {
  expect(canonicalState(rows([row(0, '2024-12-01T00:00:00Z')])).obligations[0]?.notices).toEqual([
    { kind: 'reminder', at: '2024-12-05T01:00:00.000Z' },
    { kind: 'escalation', at: '2024-12-09T01:00:00.000Z' },
  ]);
});

test('ends of windows stand in one order, with the tasks in one order', () => {
  const told = { period: 'once', by: 'top', at: '2024-12-31T17:00:00.000Z', tasks: ['a', 'b'] };
  expect(canonicalState(rows([])).windowEnds).toEqual([
    { ...told, unit: 'u0' },
    { ...told, unit: 'u1' },
  ]);
});

test('on the clock of the wall the moments of acts are left out', () => {
  const live = (at: string) => JSON.stringify(canonicalState(rows([row(0, at)], 'live')));
  expect(live('2024-12-01T00:00:00Z')).toBe(live('2024-12-02T03:04:05Z'));
});
