import { describe, expect, it } from 'vitest';
import type { Definition, PlanAssignment } from '#model';
import type { CompileInput } from './compile.ts';
import { chainOf, define, REPORT, unit } from './fixtures.ts';
import { input, planOf, problemsOf, root } from './plan-fixtures.ts';

const brief = (assignments: readonly PlanAssignment[]) =>
  assignments.map(({ unitId, kind, collectorUnitId, dueKey, consolidates }) => [
    unitId,
    kind,
    collectorUnitId,
    dueKey,
    consolidates,
  ]);

const owes = {
  report: 'kq',
  due: { kind: 'date' as const, date: '2026-12-08', bound: 'before' as const },
};
const city = [
  unit('tp', 'city', null),
  unit('kinh-te', 'office', 'tp'),
  unit('van-hoa', 'office', { parentId: 'tp', attributes: { press: true } }),
  unit('noi-vu', 'office', 'tp'),
  unit('xa-1', 'commune', 'tp'),
  unit('xa-2', 'commune', 'tp'),
  unit('mt', 'front', { parentId: 'tp', chain: 'front' }),
  unit('mt-1', 'front', { parentId: 'mt', chain: 'front' }),
  unit('mt-2', 'front', { parentId: 'mt', chain: 'front' }),
];
const via = { select: { kind: 'list' as const, units: ['kinh-te'] } };
const throughTheOffice = define({
  reports: [REPORT],
  nodes: [
    {
      ...root,
      sharedTasks: [{ id: 'treo-co', text: 'Treo cờ', window: { from: '2026-11-01', to: '2026-12-31' } }],
    },
    {
      id: 'mat-tran',
      name: 'Mặt trận',
      parent: 'goc',
      chain: 'front',
      select: { kind: 'list', units: ['mt'] },
      obligations: [{ ...owes, via }],
    },
    {
      id: 'mat-tran-xa',
      name: 'Mặt trận xã',
      parent: 'mat-tran',
      chain: 'front',
      select: { kind: 'ofKind', unitKinds: ['front'] },
    },
    {
      id: 'phong-ban',
      name: 'Phòng, ban',
      parent: 'goc',
      select: { kind: 'ofKind', unitKinds: ['office'] },
      subgroups: [
        {
          id: 'bao-chi',
          name: 'Báo chí',
          select: { kind: 'criterion', where: [{ attribute: 'press', op: 'eq', value: true }] },
        },
      ],
      tasks: [
        { id: 'tin-bai', text: 'Tin bài', members: { kind: 'subgroup', subgroup: 'bao-chi' } },
        { id: 'phoi-hop', text: 'Phối hợp', members: { kind: 'rest' } },
      ],
      obligations: [{ ...owes, via }],
    },
    {
      id: 'xa',
      name: 'Xã',
      parent: 'goc',
      select: { kind: 'ofKind', unitKinds: ['commune'] },
      obligations: [{ ...owes, via }],
    },
  ],
});
const cityInput = (definition: Definition = throughTheOffice) =>
  input(definition, { units: city, rootUnitId: 'tp' });

describe('a plan with a consolidator that is itself addressed', () => {
  const plan = planOf(cityInput());

  it('gives everybody one obligation, the consolidator one to the top instead of one to itself', () => {
    expect(brief(plan.assignments)).toEqual([
      ['mt', 'report', 'kinh-te', 'mat-tran/kq', false],
      ['kinh-te', 'report', 'tp', 'phong-ban/kq/via', true],
      ['noi-vu', 'report', 'kinh-te', 'phong-ban/kq', false],
      ['van-hoa', 'report', 'kinh-te', 'phong-ban/kq', false],
      ['xa-1', 'report', 'kinh-te', 'xa/kq', false],
      ['xa-2', 'report', 'kinh-te', 'xa/kq', false],
      ['mt-1', 'acknowledge', null, 'mat-tran-xa/ack', false],
      ['mt-2', 'acknowledge', null, 'mat-tran-xa/ack', false],
    ]);
  });

  it('runs a workflow for who passes on and who collects, and for nobody else', () => {
    expect(
      plan.nodes.map(({ unitId, parentUnitId, disseminates, collects, depth }) => [
        unitId,
        parentUnitId,
        disseminates,
        collects,
        depth,
      ]),
    ).toEqual([
      ['tp', null, true, true, 0],
      ['mt', 'tp', true, false, 1],
      ['kinh-te', 'tp', false, true, 1],
    ]);
  });

  it('gives shared tasks to all, own tasks to the sub-group and to the rest', () => {
    const tasks = Object.fromEntries(plan.assignments.map(({ unitId, taskIds }) => [unitId, taskIds]));
    expect(tasks).toMatchObject({
      mt: ['treo-co'],
      'van-hoa': ['treo-co', 'tin-bai'],
      'noi-vu': ['treo-co', 'phoi-hop'],
      'mt-1': [],
    });
    expect(plan.tasks['treo-co']?.window).toEqual({
      from: '2026-10-31T17:00:00.000Z',
      to: '2026-12-31T17:00:00.000Z',
    });
  });

  it('has a deadline for every due key that an assignment names, and the consolidator none of its own', () => {
    const [period] = plan.periods;
    for (const { dueKey } of plan.assignments) expect(period?.dues).toHaveProperty([dueKey]);
    expect(period?.dues['xa/kq']?.dueAt).toBe('2026-12-07T17:00:00.000Z');
    expect(period?.dues['phong-ban/kq/via']?.dueAt).toBeNull();
  });

  it('adds the consolidator where it is no addressee', () => {
    const others = define({
      ...throughTheOffice,
      nodes: throughTheOffice.nodes.filter(({ id }) => id === 'goc' || id === 'xa'),
    });
    expect(brief(planOf(cityInput(others)).assignments)).toEqual([
      ['xa-1', 'report', 'kinh-te', 'xa/kq', false],
      ['xa-2', 'report', 'kinh-te', 'xa/kq', false],
      ['kinh-te', 'report', 'tp', 'xa/kq/via', true],
    ]);
  });

  it('refuses a consolidator that is not exactly one unit', () => {
    const vague = structuredClone(throughTheOffice);
    for (const node of vague.nodes)
      for (const rule of node.obligations)
        rule.via = {
          select: { kind: 'ofKind', unitKinds: ['office'], within: 'parent', where: [] },
          due: { kind: 'none' },
        };
    // In the chain of the Front there is no office at all.
    expect(problemsOf(cityInput(vague)).map(({ code, params }) => [code, params['units']])).toEqual([
      ['plan.viaNotOne', 0],
      ['plan.viaNotOne', 3],
      ['plan.viaNotOne', 3],
    ]);
  });
});

describe('who collects', () => {
  it('is the first of several recipients of record', () => {
    const definition = define({
      reports: [REPORT],
      nodes: [
        root,
        {
          id: 'xa',
          name: 'Xã',
          parent: 'goc',
          select: { kind: 'ofKind', unitKinds: ['commune'] },
          obligations: [{ ...owes, recipients: { mode: 'any', units: ['noi-vu', 'tp'] } }],
        },
      ],
    });
    const plan = planOf(cityInput(definition));
    expect(plan.assignments[0]).toMatchObject({
      collectorUnitId: 'noi-vu',
      recipients: { mode: 'any', unitIds: ['noi-vu', 'tp'] },
    });
    expect(plan.assignments.at(-1)).toMatchObject({
      unitId: 'noi-vu',
      collectorUnitId: 'tp',
      consolidates: true,
    });
    expect(plan.periods[0]?.dues).toHaveProperty(['xa/kq/via']);
  });

  it('is somebody above without any obligation of that one downwards again', () => {
    const definition = chainOf(['province', 'district']);
    for (const rule of definition.nodes[2]?.obligations ?? [])
      rule.recipients = { mode: 'all', units: ['r' as never] };
    const plan = planOf(input(definition));
    expect(plan.assignments.filter(({ unitId }) => unitId === 'r')).toEqual([]);
    expect(plan.assignments.at(-1)).toMatchObject({ collectorUnitId: 'r' });
    expect(plan.nodes.find(({ unitId }) => unitId === 'r-0')).toMatchObject({
      disseminates: true,
      collects: false,
    });
  });
});

describe('a unit', () => {
  it('in two groups of one superior owes one report, with the tasks of both', () => {
    const group = (id: string) => ({
      id,
      name: id,
      parent: 'goc',
      select: { kind: 'list' as const, units: ['xa-1'] },
      tasks: [{ id: `viec-${id}`, text: 'Việc' }],
      obligations: [owes],
    });
    const plan = planOf(cityInput(define({ reports: [REPORT], nodes: [root, group('a'), group('b')] })));
    expect(plan.assignments).toHaveLength(1);
    expect(plan.assignments[0]).toMatchObject({
      nodeIds: ['a', 'b'],
      dueKey: 'a/kq',
      taskIds: ['viec-a', 'viec-b'],
    });
  });

  it('with only a conditional report acknowledges besides', () => {
    const definition = define({
      reports: [REPORT],
      events: [{ key: 'su-co', label: 'Sự cố' }],
      nodes: [
        root,
        {
          id: 'xa',
          name: 'Xã',
          parent: 'goc',
          select: { kind: 'list', units: ['xa-1'] },
          obligations: [{ ...owes, onlyIf: 'su-co' }],
        },
      ],
    });
    expect(
      planOf(cityInput(definition)).assignments.map(({ kind, onlyIf, dueKey }) => [kind, onlyIf, dueKey]),
    ).toEqual([
      ['report', 'su-co', 'xa/kq'],
      ['acknowledge', null, 'xa/ack'],
    ]);
  });

  it('gets a task only if its attributes satisfy all conditions; a missing attribute satisfies none', () => {
    const task = (id: string, op: 'eq' | 'ne') => ({
      id,
      text: 'Việc',
      conditions: [{ attribute: 'press', op, value: true }],
    });
    const definition = define({
      nodes: [
        root,
        {
          id: 'pb',
          name: 'PB',
          parent: 'goc',
          select: { kind: 'ofKind', unitKinds: ['office'] },
          tasks: [task('co', 'eq'), task('khong', 'ne')],
        },
      ],
    });
    expect(planOf(cityInput(definition)).assignments.map(({ unitId, taskIds }) => [unitId, taskIds])).toEqual(
      [
        ['kinh-te', []],
        ['noi-vu', []],
        ['van-hoa', ['co']],
      ],
    );
  });

  it('that is no addressee can have a task', () => {
    const definition = define({
      nodes: [
        {
          ...root,
          actorTasks: [
            { id: 'bang-ron', text: 'Treo băng rôn', assignee: { kind: 'list', units: ['noi-vu'] } },
          ],
        },
        { id: 'xa', name: 'Xã', parent: 'goc', select: { kind: 'ofKind', unitKinds: ['commune'] } },
      ],
    });
    const plan = planOf(cityInput(definition));
    expect(plan.actorTasks).toEqual([
      { unitId: 'noi-vu', unitName: 'Đơn vị noi-vu', nodeId: 'goc', byUnitId: 'tp', taskId: 'bang-ron' },
    ]);
    expect(plan.assignments.map(({ unitId }) => unitId)).toEqual(['xa-1', 'xa-2']);
  });

  it('whose recipients turn out to be nobody is a plain row, not a workflow', () => {
    const villages = {
      id: 'thon',
      name: 'Thôn',
      parent: 'xa',
      allowEmpty: true,
      select: { kind: 'ofKind' as const, unitKinds: ['village'] },
    };
    const definition = define({ ...throughTheOffice, nodes: [...throughTheOffice.nodes, villages] });
    expect(planOf(cityInput(definition)).nodes.map(({ unitId }) => unitId)).toEqual(['tp', 'mt', 'kinh-te']);
  });
});

describe('targets', () => {
  const withTarget = (split: object, exempt: string[] = []): CompileInput => {
    const definition = define({
      reports: [
        { ...REPORT, indicators: [{ id: 'so', label: 'Số', type: 'number', aggregate: 'sum', decimals: 1 }] },
      ],
      targets: [
        { report: 'kq', indicator: 'so', total: '10', node: 'pb', split: split as { kind: 'equal' }, exempt },
      ],
      nodes: [
        root,
        {
          id: 'pb',
          name: 'PB',
          parent: 'goc',
          select: { kind: 'ofKind', unitKinds: ['office'] },
          obligations: [owes],
        },
      ],
    });
    return cityInput(definition);
  };
  const shares = (of: CompileInput) => planOf(of).assignments.map(({ targets }) => targets['so']);

  it('split equally add up to the whole exactly', () => {
    expect(shares(withTarget({ kind: 'equal' }))).toEqual(['3.4', '3.3', '3.3']);
    expect(shares(withTarget({ kind: 'equal' }, ['noi-vu']))).toEqual(['5', undefined, '5']);
  });

  it('given by unit are refused where a unit was forgotten or is no member', () => {
    const given = (...ids: string[]) => ({
      kind: 'given',
      shares: ids.map((id) => ({ unit: id, value: '5' })),
    });
    expect(shares(withTarget(given('kinh-te', 'van-hoa'), ['noi-vu']))).toEqual(['5', undefined, '5']);
    expect(
      problemsOf(withTarget(given('kinh-te', 'xa-1'))).map(({ code, params }) => [code, params['unit']]),
    ).toEqual([
      ['plan.targetMissing', 'noi-vu'],
      ['plan.targetMissing', 'van-hoa'],
      ['plan.targetNotAddressed', 'xa-1'],
    ]);
  });
});
