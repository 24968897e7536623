import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, tree } from './fixtures.ts';
import { input, planOf } from './plan-fixtures.ts';

describe('any plan', () => {
  const widths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  const kinds = ['province', 'district', 'commune', 'village'];

  it('of a full tree has one obligation fewer than units, and is the same however the units are ordered', () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 0, max: 3 }), fc.nat(), (widths, lead, seed) => {
        const units = tree(widths);
        const definition = chainOf(kinds.slice(0, widths.length), { leads: [lead, lead, lead] });
        const plan = planOf(input(definition, { units }));
        expect(plan.assignments).toHaveLength(units.length - 1);
        expect(new Set(plan.assignments.map(({ unitId }) => unitId)).size).toBe(units.length - 1);
        const shuffled = [...units].sort(
          (a, b) =>
            ((a.id.length * 31 + seed) % 7) - ((b.id.length * 31 + seed) % 7) || (a.id < b.id ? 1 : -1),
        );
        expect(planOf(input(definition, { units: shuffled }))).toEqual(plan);
      }),
      { numRuns: 30 },
    );
  });

  it('has nobody due after the one that collects', () => {
    fc.assert(
      fc.property(widths, fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }), (widths, leads) => {
        const plan = planOf(
          input(chainOf(kinds.slice(0, widths.length), { leads }), { units: tree(widths) }),
        );
        const dues = plan.periods[0]?.dues ?? {};
        const owed = new Map(plan.assignments.map((each) => [each.unitId, dues[each.dueKey]?.dueAt]));
        for (const { unitId, collectorUnitId } of plan.assignments) {
          const limit = collectorUnitId === null ? undefined : owed.get(collectorUnitId as typeof unitId);
          if (limit !== null && limit !== undefined) expect((owed.get(unitId) ?? '') <= limit).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stays valid when a middle level is taken out: the level below reports one higher', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (provinces, communes) => {
        const plan = planOf(
          input(chainOf(['province', 'commune']), { units: tree([provinces, 2, communes]) }),
        );
        expect(plan.assignments).toHaveLength(provinces + provinces * 2 * communes);
        expect(
          plan.assignments
            .filter(({ nodeIds }) => nodeIds.includes('commune'))
            .every(({ collectorUnitId }) => /^r-\d$/.test(collectorUnitId ?? '')),
        ).toBe(true);
      }),
    );
  });

  it('for the whole country reaches every unit once', () => {
    const units = tree([34, 1, 98, 3]);
    const plan = planOf(input(chainOf(['province', 'commune', 'village']), { units }));
    expect(plan.assignments.length).toBe(34 + 34 * 98 + 34 * 98 * 3);
    expect(new Set(plan.assignments.map(({ unitId }) => unitId)).size).toBe(plan.assignments.length);
  });
});
