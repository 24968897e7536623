import { describe, expect, it } from 'vitest';
import type { Problem } from '#model';
import { compile, validate, validateDirective } from '#engine';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { loadCalendar, loadCountry, loadExpectations } from './load.ts';
import { countsOf } from './outcome.ts';
import { differencesOf } from './outcome-differences.ts';
import { planDifferences } from './plan-differences.ts';
import { expectedRefusals, runSimulated } from './simulated.ts';
import type { Expectation } from './types.ts';

const units = [...loadCountry(), ...EXAMPLE_UNITS];
const calendar = loadCalendar();
const expectations = loadExpectations();

function compiled({ start }: Expectation) {
  const template = TEMPLATES.find(({ key }) => key === start.template);
  if (!template) throw new Error(`no template ${start.template}`);
  const { definition, directive } = template;
  return { definition, plan: compile({ ...start, definition, directive, units, calendars: [calendar] }) };
}

function planOf(expectation: Expectation) {
  const { definition, plan } = compiled(expectation);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return { definition, plan: plan.value, calendar };
}

describe('the templates', () => {
  it.each(TEMPLATES)('$key is a drawing without errors', ({ definition, directive }) => {
    const errors = validate(definition, { directive, calendars: [calendar] }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  it.each(TEMPLATES)('$key has a directive without errors', ({ directive }) => {
    expect(validateDirective(directive).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says in document 001 that 08/12/2024 is a day off', () => {
    const template = TEMPLATES.find(({ key }) => key === 'bac-kan-2024');
    const warnings = template ? validate(template.definition, { calendars: [calendar] }) : [];
    expect(
      warnings.some(
        ({ path, params }) => path.includes('obligations') && Object.values(params).includes('08/12/2024'),
      ),
    ).toBe(true);
  });
});

describe('worked out by hand', () => {
  const planned = expectations.filter(({ plan }) => plan !== undefined);
  const refused = expectations.filter(({ startRefused }) => startRefused !== undefined);
  const lived = expectations.filter((each) => each.expect !== undefined);

  it('covers every template', () => {
    expect(new Set(expectations.map(({ start }) => start.template))).toEqual(
      new Set(TEMPLATES.map(({ key }) => key)),
    );
  });

  it.each(planned)('$key: the plan has these addressees, nodes, instants and tasks', (expectation) => {
    const { plan } = planOf(expectation);
    expect(expectation.plan && planDifferences(expectation.plan, plan)).toEqual([]);
  });

  it.each(refused)('$key: starting is refused', (expectation) => {
    const { plan } = compiled(expectation);
    const problems: readonly Problem[] = plan.ok ? [] : plan.problems;
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(expectation.startRefused);
  });

  it.each(lived)('$key: lived through in the simulator, it ends as it must', (expectation) => {
    const run = runSimulated(expectation, planOf(expectation));
    expect(run.refused).toEqual(expectedRefusals(expectation));
    expect(expectation.expect && differencesOf(expectation.expect, run.outcome)).toEqual([]);
  });

  it.each(lived)('$key: what is counted on the way is right', (expectation) => {
    const input = planOf(expectation);
    for (const act of expectation.acts) {
      if (act.act !== 'check' || act.counts === undefined) continue;
      const { outcome } = runSimulated(expectation, { ...input, until: act.at });
      expect({ at: act.at, ...countsOf(outcome.obligations) }).toEqual({ at: act.at, ...act.counts });
    }
  });
});
