import { expect, test } from 'vitest';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { AFTER_THAT, BAC_KAN, BEFORE_THE_DEADLINE } from './bac-kan.ts';

const moments = [...BEFORE_THE_DEADLINE, ...AFTER_THAT];
const acts = moments.flatMap((moment) => moment.acts);
const form = TEMPLATES.find(({ key }) => key === BAC_KAN.template)?.definition.reports.find(
  ({ id }) => id === BAC_KAN.reportId,
);

test('no two moments are the same, and each is later than the one before', () => {
  const instants = moments.map(({ at }) => Date.parse(at));
  expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
});

test('every figure belongs to the form, and none that it requires is left out', () => {
  const told = acts.flatMap((act) => (act.act === 'report' && act.told !== 'nil' ? [act.told] : []));
  const required = form?.indicators.filter((indicator) => indicator.required).map(({ id }) => id);
  const known = form?.indicators.map(({ id }) => id);
  expect(told.length).toBeGreaterThan(10);
  for (const { figures } of told) {
    expect(known).toEqual(expect.arrayContaining(Object.keys(figures)));
    expect(Object.keys(figures)).toEqual(expect.arrayContaining(required ?? ['no form']));
  }
});

test('everybody named is a unit of the example or of the city', () => {
  const units = acts.flatMap((act) => ('units' in act ? act.units : [act.unit]));
  const known = new Set<string>(EXAMPLE_UNITS.map(({ id }) => id));
  const unknown = units.filter((unit) => !known.has(unit) && !/^2024-(commune-018|district-058)/.test(unit));
  expect(unknown).toEqual([]);
});
