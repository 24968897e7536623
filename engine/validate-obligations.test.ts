import { describe, expect, it } from 'vitest';
import { validate } from './validate.ts';
import { REPORT } from './fixtures.ts';
import { drawn, found, group, one, owes, root, task } from './drawing-fixtures.ts';

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
