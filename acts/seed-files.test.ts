import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_UNITS } from '#templates';
import { type Organisation, readCalendars, readOfficials, readOrganisation } from './seed-files.ts';

let organisation: Organisation;
beforeAll(async () => {
  organisation = await readOrganisation();
});

describe('the data shipped', () => {
  it('has both eras whole: 63/696/10,035 and 34/3,321 units below the nation', () => {
    const count = (era: string, kind: string) =>
      organisation.units.filter(({ id }) => id.startsWith(`${era}-${kind}-`)).length;
    expect([count('2024', 'province'), count('2024', 'district'), count('2024', 'commune')]).toEqual([
      63, 696, 10_035,
    ]);
    expect([count('2025', 'province'), count('2025', 'district'), count('2025', 'commune')]).toEqual([
      34, 0, 3321,
    ]);
    expect(organisation.units).toHaveLength(1 + 63 + 696 + 10_035 + 34 + 3321);
  });

  it('names a parent that exists before every child, and successors that exist', () => {
    const seen = new Set<string>();
    for (const { id, parentId } of [...organisation.units, ...EXAMPLE_UNITS]) {
      expect(parentId === null || seen.has(parentId), `${id} below ${parentId}`).toBe(true);
      seen.add(id);
    }
    for (const { fromId, toId } of organisation.successors)
      expect(seen.has(fromId) && seen.has(toId), fromId).toBe(true);
    expect(organisation.successors).toHaveLength(10_602 + 63);
  });

  it('has the calendar of civil servants for 2023 to 2027 and one without days off', async () => {
    const [vn, always] = await readCalendars();
    expect(vn?.years).toEqual({ from: 2023, to: 2027 });
    expect(vn?.days.find(({ date }) => date === '2026-08-22')?.kind).toBe('worked');
    expect(always?.weekdays).toHaveLength(7);
  });

  it('has example officials only of units that exist', async () => {
    const ids = new Set<string>([...organisation.units, ...EXAMPLE_UNITS].map(({ id }) => id));
    for (const { id, unitId } of await readOfficials()) expect(ids.has(unitId), id).toBe(true);
  });
});
