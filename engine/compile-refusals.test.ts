import { describe, expect, it } from 'vitest';
import { type CompileInput, compile } from './compile.ts';
import { chainOf, define, tree, unit } from './fixtures.ts';
import { input, planOf, problemsOf, root } from './plan-fixtures.ts';

describe('starting is refused, with the place and the remedy', () => {
  const codes = (of: CompileInput) => problemsOf(of).map(({ code, path }) => [code, path.join('.')]);

  it('for units that do not exist or are no longer valid', () => {
    const listed = define({
      nodes: [
        root,
        { id: 'a', name: 'A', parent: 'goc', select: { kind: 'list', units: ['r-0', 'khong-co', 'cu'] } },
      ],
    });
    const units = [...tree([1]), unit('cu', 'office', { parentId: 'r', validTo: '2025-06-30' })];
    expect(codes(input(listed, { units }))).toEqual([
      ['plan.unitUnknown', 'nodes.1.select.units.1'],
      ['plan.unitNotValid', 'nodes.1.select.units.2'],
    ]);
    expect(codes(input(chainOf(['province']), { rootUnitId: 'khong-co' }))).toEqual([
      ['plan.unitUnknown', 'rootUnitId'],
    ]);
    expect(codes(input(chainOf(['province']), { startAt: 'hôm nay' }))).toEqual([
      ['plan.startInvalid', 'startAt'],
    ]);
  });

  it('for a group of nobody', () => {
    expect(codes(input(chainOf(['province', 'ward'])))).toEqual([['plan.emptyGroup', 'nodes.2.select']]);
  });

  it('for a unit that would be its own superior', () => {
    const definition = chainOf(['province', 'district']);
    for (const node of definition.nodes.slice(2))
      node.select = { kind: 'list', units: ['r' as never, 'r-0' as never] };
    const found = codes(input(definition));
    expect(found).toContainEqual(['plan.cycle', 'nodes.2.select']);
  });

  it('for a relaying unit with two superiors', () => {
    const definition = chainOf(['province', 'district', 'commune']);
    for (const node of definition.nodes.filter(({ id }) => id === 'district'))
      node.select = { kind: 'list', units: ['r-0-0' as never] };
    expect(codes(input(definition))[0]).toEqual(['plan.twoSuperiors', 'nodes.2.select']);
  });

  it('for a deadline after its superior and one before the start', () => {
    const late = chainOf(['province', 'district']);
    for (const rule of late.nodes[2]?.obligations ?? [])
      rule.due = { kind: 'date', date: '2026-12-16', bound: 'before', time: null };
    expect(codes(input(late))).toEqual([]);
    for (const rule of late.nodes[2]?.obligations ?? [])
      rule.due = { kind: 'date', date: '2026-12-16', bound: 'by', time: null };
    expect(codes(input(late))).toEqual([['schedule.childAfterParent', 'nodes.2.obligations.0.due']]);
    expect(codes(input(chainOf(['province', 'district'], { date: '2026-11-04' })))).toEqual([
      ['schedule.dueBeforeStart', 'nodes.2.obligations.0.due'],
    ]);
  });

  it('for too few working days, naming level, units and shortfall, unless overridden', () => {
    // From 02/11 (not counted) to 15/12 less 20 days; 24/11 is off: communes are due on Mon 16/11, ten working days.
    const tight = chainOf(['province', 'district', 'commune'], { leads: [10, 10], minimum: 12 });
    expect(problemsOf(input(tight))).toMatchObject([
      {
        code: 'plan.tooFewWorkingDays',
        path: ['nodes', 3, 'obligations', 0, 'minimumWorkingDays'],
        params: { level: 'commune', units: 24, available: 10, minimum: 12, shortfall: 2 },
      },
    ]);
    expect(planOf(input(tight, { override: true })).warnings).toMatchObject([
      { code: 'plan.tooFewWorkingDays', severity: 'warning' },
    ]);
  });

  it('for years that the calendar does not cover and questions left open', () => {
    expect(codes(input(chainOf(['province', 'district'], { date: '2028-01-03' })))).toEqual([
      ['calendar.yearNotCovered', 'nodes.2.obligations.0.due'],
    ]);
    const asked = chainOf(['province']);
    asked.parameters.push({ key: 'han', label: 'Hạn', kind: 'date', default: null });
    expect(codes(input(asked))).toEqual([['schedule.parameterMissing', 'parameters.han']]);
    expect(codes(input(asked, { parameters: { han: '2026-02-30' } }))).toEqual([
      ['schedule.impossibleDate', 'parameters.han'],
    ]);
    expect(codes(input(asked, { parameters: { han: 5 } }))).toEqual([
      ['schedule.parameterNotADate', 'parameters.han'],
    ]);
    expect(codes(input(asked, { parameters: { han: '2026-12-01', la: 'x' } }))).toEqual([
      ['schedule.parameterUnknown', 'parameters.la'],
    ]);
  });
});
