import { Calendar, Definition, type DefinitionInput, Unit } from '#model';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { simulate } from './simulate.ts';
import { DEFAULT_ASSUMPTIONS } from './simulate-types.ts';

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

/** Nation → provinces (consolidating relays) → communes. */
const CHAIN = Definition.parse({
  formatVersion: 1,
  key: 'chain',
  title: 'Cả nước',
  reports: [
    {
      id: 'result',
      title: 'Kết quả',
      kind: 'thematic',
      indicators: [{ id: 'events', label: 'Số hoạt động', type: 'number', aggregate: 'sum' }],
    },
  ],
  nodes: [
    { id: 'nation', name: 'Bộ', parent: null, select: { kind: 'root' }, consolidation: { sign: 'official' } },
    {
      id: 'province',
      name: 'Tỉnh',
      parent: 'nation',
      select: { kind: 'ofKind', unitKinds: ['province'] },
      dissemination: { mode: 'official' },
      consolidation: { sign: 'automatic' },
      obligations: [{ report: 'result', due: { kind: 'date', date: '2024-12-20', bound: 'by' } }],
    },
    {
      id: 'commune',
      name: 'Xã',
      parent: 'province',
      select: { kind: 'ofKind', unitKinds: ['commune'] },
      obligations: [
        {
          report: 'result',
          due: { kind: 'lead', workingDays: 5 },
          reminders: [{ unit: 'workingDays', offset: -2 }],
        },
      ],
    },
  ],
} satisfies DefinitionInput);

function country(provinces: number, communes: number): Unit[] {
  const units = [unit('nation', 'nation', null)];
  for (let index = 0; index < provinces; index += 1) units.push(unit(`p${index}`, 'province', 'nation'));
  for (let index = 0; index < communes; index += 1)
    units.push(unit(`c${index}`, 'commune', `p${index % provinces}`));
  return units;
}

test('the whole country runs to its end with every unit counted once, and the same seed is the same run', {
  timeout: 60_000,
}, () => {
  const compiled = compile({
    definition: CHAIN,
    units: country(34, 3321),
    calendars: [CALENDAR],
    rootUnitId: 'nation',
    startAt: '2024-11-20T01:00:00.000Z',
    parameters: {},
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const plan = compiled.value;
  const assumed = () =>
    simulate({
      plan,
      definition: CHAIN,
      calendars: [CALENDAR],
      behaviour: { kind: 'assumed', ...DEFAULT_ASSUMPTIONS },
    });
  const [first, second] = [assumed(), assumed()];
  expect(first.canonicalState.obligations).toHaveLength(3355);
  // as text: comparing thousands of rows one by one takes longer than simulating them
  expect(JSON.stringify(second.canonicalState)).toBe(JSON.stringify(first.canonicalState));
  const communes = first.levels.find(({ nodeId }) => nodeId === 'commune');
  expect(communes?.owed).toBe(3321);
  expect((communes?.onTime ?? 0) + (communes?.late ?? 0) + (communes?.missing ?? 0)).toBe(3321);
  // about the shares assumed
  expect(communes?.missing).toBeGreaterThan(100);
  expect(communes?.late).toBeGreaterThan(200);
  expect(first.peak.reports?.count).toBeGreaterThan(0);
  expect(first.timeline.filter(({ kind }) => kind === 'refused')).toEqual([]);
  // every accepted figure arrived at the top exactly once
  const top = first.canonicalState.consolidations.filter(({ unit }) => unit === 'nation').at(-1)?.totals[
    'result'
  ]?.['events'];
  const sum = first.canonicalState.obligations
    .filter(({ unit, acceptedVersion }) => unit.startsWith('c') && acceptedVersion !== null)
    .reduce((total, { versions }) => {
      const value = versions.at(-1)?.values['events'];
      return total + (value?.kind === 'number' ? Number(value.value) : 0);
    }, 0);
  expect(top).toEqual({ kind: 'number', value: String(sum) });
});
