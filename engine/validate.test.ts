import { describe, expect, it } from 'vitest';
import type { Definition, DefinitionInput } from '#model';
import { chainOf, define, REPORT, VN } from './fixtures.ts';
import { validate } from './validate.ts';
import { canConnect } from './validate-structure.ts';

type NodeInput = DefinitionInput['nodes'][number];

const root: NodeInput = { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } };
const task = (id: string) => ({ id, text: 'Việc' });
const group = (id: string, more: Partial<NodeInput> = {}): NodeInput => ({
  id,
  name: id,
  parent: 'goc',
  select: { kind: 'ofKind', unitKinds: ['office'] },
  tasks: [task(`viec-${id}`)],
  ...more,
});
const owes = (more: object = {}) => ({
  report: 'kq',
  due: { kind: 'date' as const, date: '2026-12-08', bound: 'by' as const },
  ...more,
});
const drawn = (nodes: NodeInput[], more: Partial<DefinitionInput> = {}): Definition =>
  define({ reports: [REPORT], nodes, ...more });
const found = (definition: Definition) =>
  validate(definition, { calendars: [VN] }).map(
    ({ severity, code, path }) => `${severity[0]} ${code} ${path.join('.')}`,
  );
/** One group that owes the report, with something changed in it. */
const one = (more: Partial<NodeInput> = {}, definition: Partial<DefinitionInput> = {}) =>
  found(drawn([root, group('a', { obligations: [owes()], ...more })], definition));
const form = (more: object) => one({}, { reports: [{ ...REPORT, ...more }] });

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

describe('report forms', () => {
  it('add up only what can be added', () => {
    const indicators = [
      { id: 'a', label: 'A', type: 'text', aggregate: 'sum' },
      { id: 'b', label: 'B', type: 'ratio', aggregate: 'average' },
      { id: 'c', label: 'C', type: 'yesNo', aggregate: 'count', accumulation: 'cumulative' },
      { id: 'c', label: 'C', type: 'number', aggregate: 'sum' },
    ];
    expect(form({ indicators })).toEqual([
      'e definition.duplicateIndicator reports.0.indicators.3',
      'e definition.aggregationImpossible reports.0.indicators.0.aggregate',
      'e definition.aggregationImpossible reports.0.indicators.1.aggregate',
      'e definition.cumulativeNotNumeric reports.0.indicators.2.accumulation',
    ]);
  });

  it('ask for attachments that can be given', () => {
    expect(
      form({ attachments: [{ kind: 'word', label: 'Word', extensions: ['docx'], min: 2, max: 1 }] }),
    ).toEqual(['e definition.attachmentMinMax reports.0.attachments.0']);
  });

  it('are owed by somebody', () => {
    expect(found(drawn([root, group('a')]))).toEqual(['w definition.reportUnused reports.0']);
  });

  const period = (key: string, due: string, more: object = {}) => ({
    key,
    label: key,
    due: { date: due, bound: 'by' },
    ...more,
  });
  const periodic = (...list: object[]) =>
    one(
      { obligations: [owes({ due: { kind: 'period' } })] },
      {
        reports: [
          {
            ...REPORT,
            kind: 'periodic',
            periods: { kind: 'named', list } as never,
            indicators: [{ id: 'a', label: 'A', type: 'number', aggregate: 'sum' }],
          },
        ],
      },
    );

  it('have periods in order, closed before they are due', () => {
    expect(
      periodic(
        period('a', '2026-06-16', { from: '2026-01-01', to: '2026-06-30' }),
        period('b', '2026-12-16', { from: '2026-06-30', to: '2026-06-01' }),
      ),
    ).toEqual([
      'e definition.periodReversed reports.0.periods.list.1',
      'w definition.periodsOverlap reports.0.periods.list.1.from',
    ]);
    expect(
      periodic(
        period('a', '2026-06-16'),
        period('a', '2026-06-15'),
        period('c', '2026-06-15', { opens: '2026-06-15' }),
      ),
    ).toEqual([
      'e definition.duplicatePeriod reports.0.periods.list.1',
      'e definition.opensAfterDue reports.0.periods.list.2.opens',
      'w definition.periodsOutOfOrder reports.0.periods.list.1.due',
      'w definition.periodsSameDue reports.0.periods.list.2.due',
    ]);
    expect(periodic(period('a', '2026-06-15', { cutoff: '2026-06-15' }))).toEqual([
      'e definition.dueBeforeCutoff reports.0.periods.list.0.due',
    ]);
    // 14/06/2026 is a Sunday, 15/06 a Monday; Saturday and Sunday are no working days after Friday's cut-off.
    expect(periodic(period('a', '2026-06-15', { cutoff: '2026-06-14' }))).toEqual([]);
    expect(periodic(period('a', '2026-06-14', { cutoff: '2026-06-12' }))).toEqual([
      'w definition.deadlineOnDayOff reports.0.periods.list.0.due.date',
      'w definition.cutoffTooClose reports.0.periods.list.0.cutoff',
    ]);
  });

  it('may override only months in which something falls due', () => {
    const rule = (recurrence: object, overrides: object[]) =>
      one(
        { obligations: [owes({ due: { kind: 'period' } })] },
        {
          reports: [
            {
              ...REPORT,
              periods: {
                kind: 'rule',
                recurrence,
                bound: 'by',
                overrides,
                from: '2026-01-01',
                until: '2025-01-01',
              } as never,
            },
          ],
        },
      );
    expect(
      rule({ frequency: 'quarterly', day: 5 }, [
        { month: '2026-02', date: '2026-02-05' },
        { month: '2026-04', date: '2026-05-05' },
      ]),
    ).toEqual([
      'e definition.periodReversed reports.0.periods.until',
      'e definition.overrideWithoutMonth reports.0.periods.overrides.0',
      'w definition.overrideOtherMonth reports.0.periods.overrides.1',
      // Nothing is ever due: the rule of the group has no date.
      'e schedule.periodWithoutDate nodes.1.obligations.0.due',
    ]);
  });
});

describe('obligations', () => {
  it('are asked once of each unit', () => {
    const subgroups = [{ id: 'nhom', name: 'Nhóm', select: { kind: 'list' as const, units: ['x'] } }];
    const some = owes({ members: { kind: 'subgroup', subgroup: 'nhom' } });
    expect(one({ obligations: [owes(), owes()] })).toEqual([
      'e definition.duplicateObligation nodes.1.obligations.1',
    ]);
    expect(one({ subgroups, obligations: [owes(), some] })).toEqual([
      'e definition.obligationOverlap nodes.1.obligations.1.members',
    ]);
    expect(one({ subgroups, obligations: [some, owes({ members: { kind: 'rest' } })] })).toEqual([]);
  });

  it('do not end at a level that owes nothing itself', () => {
    const below = group('b', { parent: 'a', obligations: [owes()] });
    expect(found(drawn([root, group('a'), below]))).toEqual([
      'w definition.collectorOwesNothing nodes.2.obligations.0.report',
    ]);
    const deeper = group('c', { parent: 'b', obligations: [owes()] });
    expect(
      found(drawn([root, group('a', { obligations: [owes()] }), group('b', { parent: 'a' }), deeper])),
    ).toEqual(['w definition.collectorGap nodes.3.obligations.0.report']);
  });

  it('say when they are due', () => {
    expect(one({ obligations: [owes({ due: { kind: 'unknown' } })] })).toEqual([
      'e schedule.deadlineUnknown nodes.1.obligations.0.due',
    ]);
    expect(one({ obligations: [owes({ due: { kind: 'lead', workingDays: 3 } })] })).toEqual([
      'e schedule.leadWithoutDate nodes.1.obligations.0.due',
    ]);
    expect(one({ obligations: [owes({ due: { kind: 'period' } })] })).toEqual([
      'e schedule.periodWithoutDate nodes.1.obligations.0.due',
    ]);
    expect(one({ obligations: [owes({ due: { kind: 'none' } })] })).toEqual([]);
  });

  it('are not due after the level above', () => {
    const below = (date: string) =>
      group('b', { parent: 'a', obligations: [owes({ due: { kind: 'date', date, bound: 'by' } })] });
    const a = group('a', { obligations: [owes()] });
    expect(found(drawn([root, a, below('2026-12-09')]))).toEqual([
      'e schedule.childAfterParent nodes.2.obligations.0.due',
    ]);
    expect(found(drawn([root, a, below('2026-12-08')]))).toEqual([]);
  });

  it('remind before the deadline, not after it', () => {
    const reminders = [
      { unit: 'workingDays', offset: -2 },
      { unit: 'workingDays', offset: 0 },
      { unit: 'hours', offset: 0 },
    ];
    const before = { kind: 'date', date: '2026-12-08', bound: 'before' };
    expect(one({ obligations: [owes({ reminders })] })).toEqual([
      'w definition.reminderAfterDeadline nodes.1.obligations.0.reminders.2',
    ]);
    expect(one({ obligations: [owes({ reminders, due: before })] })).toEqual([
      'w definition.reminderAfterDeadline nodes.1.obligations.0.reminders.1',
      'w definition.reminderAfterDeadline nodes.1.obligations.0.reminders.2',
    ]);
    expect(one({ obligations: [owes({ reminders: [reminders[0]], due: { kind: 'none' } })] })).toEqual([
      'w definition.reminderWithoutDeadline nodes.1.obligations.0.reminders',
    ]);
  });

  it('on a Sunday stand as written, with a warning, with or without a calendar at hand', () => {
    const definition = drawn([
      root,
      group('a', { obligations: [owes({ due: { kind: 'date', date: '2024-12-08', bound: 'before' } })] }),
    ]);
    expect(validate(definition)).toMatchObject([
      {
        code: 'definition.deadlineOnDayOff',
        severity: 'warning',
        params: { date: '08/12/2024', weekday: 7 },
      },
    ]);
    expect(found({ ...definition, calendar: { id: 'vn', onDayOff: 'rollForward' } })).toEqual([]);
    expect(one({ obligations: [owes({ due: { kind: 'date', date: '2026-11-24', bound: 'by' } })] })).toEqual([
      'w definition.deadlineOnDayOff nodes.1.obligations.0.due.date',
    ]);
  });
});

describe('tasks', () => {
  it('are there, can be shown done, and end after they begin', () => {
    expect(one({ tasks: [] })).toEqual(['w definition.groupWithoutTasks nodes.1.tasks']);
    const faulty = [
      { ...task('t1'), proof: 'relay' as const },
      { ...task('t2'), kind: 'prohibition' as const },
      { ...task('t3'), window: { from: '2026-12-31', to: '2026-11-01' } },
    ];
    expect(one({ tasks: faulty })).toEqual([
      'w definition.proofWithoutRelay nodes.1.tasks.0.proof',
      'w definition.prohibitionWithoutWindow nodes.1.tasks.1.window',
      'e definition.windowReversed nodes.1.tasks.2.window',
    ]);
    expect(one({ obligations: [], tasks: [{ ...task('t'), proof: 'report' }] }, { reports: [] })).toEqual([
      'w definition.proofWithoutReport nodes.1.tasks.0.proof',
    ]);
    expect(one({ sharedTasks: [task('s')], information: [{ name: 'Sở' }] })).toEqual([
      'w definition.informationOnLeaf nodes.1.information',
      'w definition.sharedTasksOnLeaf nodes.1.sharedTasks',
    ]);
  });
});

describe('targets', () => {
  it('add up, and are given to units that report the figure', () => {
    const indicators = [
      { id: 'so', label: 'Số', type: 'number' as const, aggregate: 'sum' as const },
      { id: 'chu', label: 'Chữ', type: 'text' as const, aggregate: 'concat' as const },
    ];
    const target = (more: object) =>
      one(
        {},
        {
          reports: [{ ...REPORT, indicators }],
          targets: [
            {
              report: 'kq',
              indicator: 'so',
              total: '10',
              node: 'a',
              split: { kind: 'equal' },
              ...more,
            } as never,
          ],
        },
      );
    const given = (...values: string[]) => ({
      split: { kind: 'given', shares: values.map((value, at) => ({ unit: `u${at}`, value })) },
    });
    expect(target({})).toEqual([]);
    expect(target(given('4', '6'))).toEqual([]);
    expect(target(given('4', '5'))).toEqual(['e definition.targetSum targets.0.split.shares']);
    expect(target({ ...given('4', '6'), exempt: ['u1'] })).toEqual([
      'e definition.targetExemptShare targets.0.split.shares.1',
    ]);
    expect(target({ ...given('4.5', '5.5') })).toEqual(['e definition.targetDecimals targets.0']);
    expect(target({ indicator: 'chu' })).toEqual(['e definition.targetNotNumber targets.0.indicator']);
    expect(target({ indicator: 'x', node: 'goc' })).toEqual([
      'e definition.indicatorUnknown targets.0.indicator',
      'e definition.targetOwesNothing targets.0.node',
    ]);
    expect(target({ report: 'x', node: 'x' })).toEqual([
      'e definition.reportUnknown targets.0.report',
      'e definition.nodeUnknown targets.0.node',
    ]);
  });
});
