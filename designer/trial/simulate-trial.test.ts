import { describe, expect, it } from 'vitest';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { loadCalendar, loadCountry } from '../../test/expected/load.ts';
import { cpuMs } from '../../test/harness/cpu-time.ts';
import { compileTrial } from './compile-trial.ts';
import { simulateTrial } from './simulate-trial.ts';
import { assumptionsOf, type Supposition, USUAL } from './supposition.ts';
import { startOf, type TrialInput } from './trial-input.ts';

const units = [...loadCountry(), ...EXAMPLE_UNITS];

function trialOf(
  key: string,
  chosen: Pick<TrialInput, 'parameters'> & { readonly startOn: string },
): TrialInput {
  const template = TEMPLATES.find((each) => each.key === key);
  if (template === undefined) throw new Error(key);
  const { definition, directive, rootUnitId } = template;
  const { startOn, parameters } = chosen;
  return {
    definition,
    directive,
    rootUnitId,
    calendars: [loadCalendar()],
    startAt: startOf(startOn),
    parameters,
  };
}
const BAC_KAN = trialOf('bac-kan-2024', { startOn: '2024-11-20', parameters: {} });
const outcome = (input: TrialInput, supposition: Supposition) => {
  const simulated = simulateTrial({ input, units, supposition });
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  return simulated.value;
};

describe('a simulated cascade', () => {
  it('loses nothing when everybody is on time', () => {
    const { totals, final, missing } = outcome(BAC_KAN, { ...USUAL, late: 0 });
    expect(totals).toMatchObject({ onTime: totals.owed, late: 0, missing: 0 });
    expect(missing.count).toBe(0);
    expect(final).toMatchObject({ onTime: '2024-12-07', dueOn: '2024-12-07', workingDaysLater: 0 });
  });

  it('tells on which day the last figures stand when all are three days late', () => {
    const { totals, final } = outcome(BAC_KAN, { ...USUAL, late: 100 });
    expect(totals.late).toBeGreaterThan(0);
    // due before 08/12, so to the end of 07/12; handed in on 10/12; then the office and the city take their hours
    expect(final).toMatchObject({ supposed: '2024-12-11', onTime: '2024-12-07', workingDaysLater: 3 });
  });

  it('names who hands in nothing', () => {
    const { totals, missing } = outcome(BAC_KAN, { ...USUAL, late: 0, silent: 50 });
    expect(totals.missing).toBeGreaterThan(0);
    expect(missing.units).toHaveLength(missing.count);
    expect(missing.units.every(({ name }) => name !== '')).toBe(true);
  });

  it('can suppose it of one level alone', () => {
    const levels = { 'xa-phuong': { late: 0, silent: 100 } };
    const id = BAC_KAN.definition.nodes.find(({ name }) => /xã/i.test(name))?.id ?? '';
    const { levels: found } = outcome(BAC_KAN, { ...USUAL, late: 0, levels: { [id]: levels['xa-phuong'] } });
    expect(found.find(({ nodeId }) => nodeId === id)).toMatchObject({ missing: 8 });
    expect(found.filter(({ nodeId }) => nodeId !== id).every(({ missing }) => missing === 0)).toBe(true);
  });

  it('counts every day from the start to the last report, weekends marked', () => {
    const { load, totals } = outcome(BAC_KAN, { ...USUAL, late: 0 });
    expect(load.from).toBe('2024-11-20');
    expect(load.days.slice(0, 5).map(({ off }) => off)).toEqual([false, false, false, true, true]);
    expect(load.days.reduce((sum, { handedIn }) => sum + handedIn, 0)).toBe(totals.owed);
    expect(Math.max(...load.days.map(({ handedIn }) => handedIn))).toBe(load.peak?.count);
  });

  it('has a span for every period of a recurring report', () => {
    const input = trialOf('quan-7-2023', { startOn: '2023-09-05', parameters: {} });
    const { levels } = outcome(input, USUAL);
    expect(levels[0]?.spans.length).toBeGreaterThan(1);
  });

  it('is the same run with the same number', () => {
    const { tookMs: _, ...first } = outcome(BAC_KAN, { ...USUAL, late: 30, silent: 10 });
    const { tookMs: __, ...second } = outcome(BAC_KAN, { ...USUAL, late: 30, silent: 10 });
    expect(second).toEqual(first);
  });

  it('is refused with the reasons where the plan is impossible', () => {
    const simulated = simulateTrial({
      input: { ...BAC_KAN, startAt: startOf('2024-12-20') },
      units,
      supposition: USUAL,
    });
    expect(simulated.ok).toBe(false);
  });

  it('runs the country of 34 provinces in seconds', async () => {
    const template = trialOf('bon-cap-2025', { startOn: '2025-11-03', parameters: {} });
    const took = await cpuMs(() => {
      const { levels } = outcome(template, USUAL);
      expect(levels.map(({ owed }) => owed)).toEqual(expect.arrayContaining([34, 3321]));
    });
    expect(took).toBeLessThan(10_000);
  });
});

describe('the groups of a drawing', () => {
  it('are told with their units although the dates are impossible', () => {
    const { plan, problems, groups } = compileTrial({ ...BAC_KAN, startAt: startOf('2024-12-20') }, units);
    expect(plan).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    const root = BAC_KAN.definition.nodes.find(({ parent }) => parent === null);
    expect(groups.get(root?.id ?? '')?.units.map(({ id }) => id)).toEqual(['2024-district-058']);
    expect([...groups.values()].some(({ count }) => count === 8)).toBe(true);
  });

  it('are empty for a unit that does not exist on the day', () => {
    const { plan, problems, groups } = compileTrial({ ...BAC_KAN, startAt: startOf('2026-01-05') }, units);
    expect(plan).toBeNull();
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['plan.unitNotValid', ['trial', 'rootUnitId']],
    ]);
    expect(groups.size).toBe(0);
  });
});

describe('a supposition', () => {
  it('puts a report that is n days late on the n-th day after the last', () => {
    expect(assumptionsOf({ ...USUAL, lateDays: 3 })).toMatchObject({
      late: 0.05,
      lateHours: 72,
      lateHoursAtLeast: 48,
    });
  });
});
