import { describe, expect, it } from 'vitest';
import { compile } from '#engine';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { loadCalendar, loadCountry } from '../../test/expected/load.ts';
import { firstDate, sensibleStart } from './start-day.ts';
import { startOf } from './trial-input.ts';

const definitionOf = (key: string) => {
  const found = TEMPLATES.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found.definition;
};
const TODAY = { today: '2026-11-22', parameters: {} };

describe('the day on which a drawing is tried', () => {
  it('is today where no date of the drawing has passed', () => {
    expect(sensibleStart(definitionOf('heza-2024'), TODAY)).toBe('2026-11-22');
    expect(sensibleStart(definitionOf('bac-kan-2024'), { today: '2024-11-20', parameters: {} })).toBe(
      '2024-11-20',
    );
  });

  it('is five weeks before a first date that has passed, and no weekend', () => {
    expect(firstDate(definitionOf('bac-kan-2024'), {})).toBe('2024-12-08');
    expect(sensibleStart(definitionOf('bac-kan-2024'), TODAY)).toBe('2024-11-01');
  });

  it('reads the dates of named periods and the answers to parameters', () => {
    expect(firstDate(definitionOf('quan-7-2023'), {})).toBe('2023-11-01');
    expect(firstDate(definitionOf('bon-cap-2025'), { 'ngay-bao-cao': '2026-09-04' })).toBe('2026-09-04');
  });

  it('leaves every template enough time to be started', () => {
    const units = [...loadCountry(), ...EXAMPLE_UNITS];
    for (const { key, definition, directive, rootUnitId } of TEMPLATES) {
      const root = units.find(({ id }) => id === rootUnitId);
      const { validFrom = null, validTo = null } = root ?? {};
      const startAt = startOf(sensibleStart(definition, { ...TODAY, validFrom, validTo }));
      const input = { definition, directive, units, calendars: [loadCalendar()], rootUnitId, startAt };
      const compiled = compile({ ...input, parameters: {} });
      expect([key, compiled.ok ? [] : compiled.problems]).toEqual([key, []]);
    }
  });
});
