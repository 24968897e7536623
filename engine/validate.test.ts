import { describe, expect, it } from 'vitest';
import { canConnect } from './validate-structure.ts';
import { chainOf } from './fixtures.ts';
import { drawn, found, group, one, owes, root, task } from './drawing-fixtures.ts';

describe('a drawing without fault', () => {
  it('has no problems', () => {
    expect(one()).toEqual([]);
    expect(found(chainOf(['province', 'district', 'commune']))).toEqual([]);
  });

  it('may leave its date to the start', () => {
    const rule = owes({ due: { kind: 'date', date: { parameter: 'han' }, bound: 'by' } });
    const below = group('b', { parent: 'a', obligations: [owes({ due: { kind: 'lead', workingDays: 5 } })] });
    const parameters = [{ key: 'han', label: 'Hạn', kind: 'date' as const }];
    expect(found(drawn([root, group('a', { obligations: [rule] }), below], { parameters }))).toEqual([]);
  });
});

describe('the tree', () => {
  it('has one top, which is the unit that starts', () => {
    expect(found(drawn([group('a', { parent: null, obligations: [owes()] })]))).toEqual([
      'e definition.rootNotRoot nodes.0.select',
      'e definition.rootOwes nodes.0.obligations',
      'w definition.rootHasTasks nodes.0.tasks',
    ]);
    expect(found(drawn([root, { ...root, id: 'hai' }], { reports: [] }))).toEqual([
      'e definition.severalRoots nodes.1.parent',
    ]);
    expect(one({ select: { kind: 'root' } })).toEqual(['e definition.rootBelowTop nodes.1.select']);
  });

  it('has no loops, loose ends or double names', () => {
    const loop = drawn(
      [
        root,
        group('a', { parent: 'b' }),
        group('b', { parent: 'a' }),
        group('c', { parent: 'a' }),
        group('d', { parent: 'x' }),
      ],
      { reports: [] },
    );
    expect(found(loop)).toEqual([
      'e definition.cycle nodes.1.parent',
      'e definition.cycle nodes.2.parent',
      'e definition.unreachable nodes.3.parent',
      'e definition.parentUnknown nodes.4.parent',
    ]);
    expect(found(drawn([group('a', { parent: 'b' }), group('b', { parent: 'a' })], { reports: [] }))[0]).toBe(
      'e definition.noRoot nodes',
    );
    expect(found(drawn([root, group('a'), group('a')], { reports: [] }))).toEqual([
      'e definition.duplicateNode nodes.2',
      'e definition.duplicateTask nodes.2.tasks.0.id',
    ]);
  });

  it('lists units, each once', () => {
    const listed = drawn([
      root,
      group('a', { select: { kind: 'list', units: ['x', 'x'] }, obligations: [owes()] }),
    ]);
    expect(found(listed)).toEqual(['w definition.unitListedTwice nodes.1.select.units.1']);
    for (const node of listed.nodes) if (node.select.kind === 'list') node.select.units = [];
    expect(found(listed)).toEqual(['e definition.emptyList nodes.1.select.units']);
  });

  it('misses whom a selector should name, wherever it stands', () => {
    const nobody = { kind: 'list', units: [] };
    const unnamed = drawn([
      root,
      group('a', {
        select: { kind: 'ofKind', unitKinds: [] },
        subgroups: [{ id: 'part', name: 'Part', select: { kind: 'criterion', where: [] } }],
        obligations: [owes({ via: { select: nobody } })],
      }),
    ]);
    expect(found(unnamed)).toEqual([
      'e definition.noKinds nodes.1.select.unitKinds',
      'e definition.noCriterion nodes.1.subgroups.0.select.where',
      'e definition.emptyList nodes.1.obligations.0.via.select.units',
    ]);
  });
});

describe('connecting two nodes', () => {
  const definition = chainOf(['province', 'district']);
  const may = (from: string, to: string) => canConnect(definition, from, to)?.code ?? null;
  it('answers why not, or nothing', () => {
    expect(may('goc', 'district')).toBeNull();
    expect(may('district', 'province')).toBe('definition.cycle');
    expect(may('goc', 'province')).toBe('definition.alreadyConnected');
    expect(may('province', 'province')).toBe('definition.sameNode');
    expect(may('province', 'goc')).toBe('definition.rootHasNoParent');
    expect(may('x', 'goc')).toBe('definition.nodeUnknown');
  });
});

describe('names used in the drawing', () => {
  it('stand somewhere in it', () => {
    const faulty = group('a', {
      select: {
        kind: 'ofKind',
        unitKinds: ['x'],
        within: { parameter: 'han' },
        where: [{ attribute: 'x', op: 'in', value: 'y' }],
      },
      tasks: [
        {
          ...task('t'),
          members: { kind: 'subgroup', subgroup: 'nhom' },
          window: { from: { parameter: 'khong' }, to: null },
        },
      ],
      obligations: [
        owes(),
        owes({ report: 'la', onlyIf: 'su-kien', calendar: { id: 'khac', onDayOff: 'asWritten' } }),
      ],
    });
    expect(
      found(drawn([root, faulty], { parameters: [{ key: 'han', label: 'Hạn', kind: 'date' }] })),
    ).toEqual([
      'e definition.parameterKind nodes.1.select.within',
      'e definition.conditionValue nodes.1.select.where.0.value',
      'e definition.subgroupUnknown nodes.1.tasks.0.members',
      'e definition.parameterUnknown nodes.1.tasks.0.window.from',
      'e definition.reportUnknown nodes.1.obligations.1.report',
      'e definition.eventUnknown nodes.1.obligations.1.onlyIf',
      'e definition.calendarUnknown nodes.1.obligations.1.calendar.id',
    ]);
  });

  it('of sub-groups may be used by the tasks shared from above', () => {
    const shared = {
      ...root,
      sharedTasks: [{ ...task('s'), members: { kind: 'subgroup' as const, subgroup: 'nhom' } }],
    };
    const subgroups = [{ id: 'nhom', name: 'Nhóm', select: { kind: 'list' as const, units: ['x'] } }];
    expect(found(drawn([shared, group('a', { subgroups, obligations: [owes()] })]))).toEqual([]);
    expect(found(drawn([shared, group('a', { obligations: [owes()] })]))).toEqual([
      'e definition.subgroupUnknown nodes.0.sharedTasks.0.members',
    ]);
  });
});
