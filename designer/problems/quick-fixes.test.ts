import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import {
  Calendar,
  Definition,
  Directive,
  DrawingNode,
  ObligationRule,
  type Problem,
  Task,
  UnitId,
} from '#model';
import { applied } from '../drawing/command.ts';
import type { Draft } from '../drawing/command.ts';
import { vi } from '../locales/areas/problems.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { problemsOf } from './problems-of.ts';
import { FIXABLE, noNewError, quickFixes } from './quick-fixes.ts';

const calendars = [
  Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Lịch',
    weekdays: [1, 2, 3, 4, 5],
    years: { from: 2024, to: 2026 },
    days: [],
  }),
];
const kinds = (...unitKinds: string[]) => ({ kind: 'ofKind', unitKinds });
const by = (date: string): ObligationRule['due'] => ({ kind: 'date', date, time: null, bound: 'by' });
const task = (id: string, more: object = {}) => Task.parse({ id, text: 'Việc', ...more });
const owes = (due: object, more: object = {}) => ObligationRule.parse({ report: 'kq', due, ...more });

/** Province, districts and communes with one report of two figures and a letter: nothing to say about it. */
const sound: Drawing = {
  definition: Definition.parse({
    formatVersion: 1,
    key: 'ba-cap',
    title: 'Ba cấp',
    reports: [
      {
        id: 'kq',
        title: 'Kết quả',
        kind: 'thematic',
        indicators: [
          { id: 'so', label: 'Số', type: 'number', aggregate: 'sum' },
          { id: 'chu', label: 'Chữ', type: 'text', aggregate: 'concat' },
        ],
        sections: [{ id: 'muc', title: 'Mục' }],
        attachments: [{ kind: 'word', label: 'Word', extensions: ['docx'], min: 1, max: 1 }],
      },
    ],
    nodes: [
      { id: 'tinh', name: 'UBND tỉnh', parent: null, select: { kind: 'root' }, sharedTasks: [task('chung')] },
      {
        id: 'huyen',
        name: 'UBND huyện',
        parent: 'tinh',
        select: kinds('district'),
        tasks: [task('viec-huyen')],
        obligations: [owes(by('2025-06-13'))],
      },
      {
        id: 'xa',
        name: 'UBND xã',
        parent: 'huyen',
        select: kinds('commune'),
        tasks: [task('viec-xa')],
        obligations: [owes({ kind: 'lead', workingDays: 3 })],
      },
    ],
    targets: [
      {
        report: 'kq',
        indicator: 'so',
        total: '10',
        node: 'huyen',
        split: {
          kind: 'given',
          shares: [
            { unit: 'a', value: '4' },
            { unit: 'b', value: '6' },
          ],
        },
      },
    ],
  }),
  directive: Directive.parse({
    codeNumber: null,
    codeNotation: 'UBND-KT',
    documentType: 'Công văn',
    subject: 'thử',
    issuedDate: null,
    place: 'Bắc Kạn',
    issuingBody: 'UBND tỉnh',
    addressees: [{ text: 'UBND huyện', node: 'huyen' }],
    recipients: [{ name: 'VT', purpose: 'archive' }],
    signature: { authority: ['TM'], titles: [], name: 'A' },
  }),
};

const node = ({ definition }: Draft, id: string): DrawingNode => {
  const found = definition.nodes.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const firstRule = (draft: Draft, id = 'huyen'): ObligationRule => {
  const rule = node(draft, id).obligations[0];
  if (rule === undefined) throw new Error(id);
  return rule;
};
const form = ({ definition }: Draft) => {
  const found = definition.reports[0];
  if (found === undefined) throw new Error('no report');
  return found;
};
const letter = ({ directive }: Draft): Directive => {
  if (directive === null) throw new Error('no letter');
  return directive;
};
const twice = <T>(list: T[], more: Partial<T> = {}): void => {
  const [first] = list;
  if (first !== undefined) list.push({ ...first, ...more });
};
const named = (draft: Draft, ...list: object[]) => {
  form(draft).periods = Definition.shape.reports.parse([
    {
      ...form(draft),
      periods: {
        kind: 'named',
        list: list.map((more, at) => ({
          key: `k${at}`,
          label: `Kỳ ${at}`,
          due: { date: '2025-06-13', bound: 'by' },
          ...more,
        })),
      },
    },
  ])[0]?.periods ?? { kind: 'once' };
  firstRule(draft).due = { kind: 'period' };
};
const target = ({ definition }: Draft) => {
  const found = definition.targets[0];
  if (found === undefined) throw new Error('no target');
  return found;
};
const basis = (documentCode: string) =>
  Directive.shape.legalBasis.parse([{ documentCode, body: 'Tỉnh ủy', relation: 'implements' }]);

/** What is done to the sound drawing so that the rule book says exactly this. */
const FAULTS: Readonly<Record<string, (draft: Draft) => void>> = {
  'definition.duplicateNode': (draft) => {
    draft.definition.nodes.push({ ...node(draft, 'xa'), tasks: [task('khac')] });
  },
  'definition.duplicateParameter': ({ definition }) => {
    const one = { key: 'a', label: 'A', kind: 'text' as const, default: 'x' };
    definition.parameters = [one, one];
  },
  'definition.duplicateEvent': ({ definition }) => {
    definition.events = [
      { key: 'a', label: 'A' },
      { key: 'a', label: 'A' },
    ];
  },
  'definition.duplicateReport': ({ definition }) => twice(definition.reports),
  'definition.duplicateSubgroup': (draft) => {
    const one = { id: 'n', name: 'N', select: { kind: 'list' as const, units: [UnitId.parse('a')] } };
    node(draft, 'huyen').subgroups = [one, one];
  },
  'definition.duplicateIndicator': (draft) => twice(form(draft).indicators),
  'definition.duplicateSection': (draft) => twice(form(draft).sections),
  'definition.duplicateAttachment': (draft) => twice(form(draft).attachments),
  'definition.duplicatePeriod': (draft) =>
    named(draft, { key: 'k' }, { key: 'k', due: { date: '2025-12-12', bound: 'by' } }),
  'definition.duplicateTask': (draft) => twice(node(draft, 'huyen').tasks),
  'definition.noRoot': (draft) => {
    node(draft, 'tinh').parent = 'xa';
  },
  'definition.severalRoots': (draft) => {
    node(draft, 'xa').parent = null;
    node(draft, 'xa').select = { kind: 'root' };
  },
  'definition.rootNotRoot': (draft) => {
    node(draft, 'tinh').select = { kind: 'list', units: [UnitId.parse('a')] };
  },
  'definition.rootBelowTop': (draft) => {
    node(draft, 'xa').select = { kind: 'root' };
  },
  'definition.parentUnknown': (draft) => {
    node(draft, 'huyen').parent = 'khong-co';
  },
  'definition.cycle': (draft) => {
    node(draft, 'huyen').parent = 'xa';
  },
  'definition.unreachable': (draft) => {
    node(draft, 'huyen').parent = 'khong-co';
  },
  'definition.unitListedTwice': (draft) => {
    const unit = UnitId.parse('a');
    node(draft, 'huyen').select = { kind: 'list', units: [unit, unit] };
  },
  'definition.informationOnLeaf': (draft) => {
    node(draft, 'xa').information = [{ name: 'Sở Tài chính', unit: null }];
  },
  'definition.parameterUnknown': (draft) => {
    firstRule(draft).due = { kind: 'date', date: { parameter: 'ngay' }, bound: 'by', time: null };
  },
  'definition.parameterKind': (draft) => {
    draft.definition.parameters = [{ key: 'ngay', label: 'Ngày', kind: 'date', default: null }];
    node(draft, 'xa').select = {
      kind: 'ofKind',
      unitKinds: ['commune'],
      within: { parameter: 'ngay' },
      where: [],
    };
  },
  'definition.conditionValue': (draft) => {
    node(draft, 'xa').select = {
      kind: 'criterion',
      within: 'parent',
      where: [{ attribute: 'loai', op: 'in', value: '1' }],
    };
  },
  'definition.subgroupUnknown': (draft) => {
    firstRule(draft).members = { kind: 'subgroup', subgroup: 'khong-co' };
  },
  'definition.eventUnknown': (draft) => {
    firstRule(draft).onlyIf = 'su-kien';
  },
  'definition.calendarUnknown': (draft) => {
    draft.definition.calendar.id = 'khac';
  },
  'schedule.calendarUnknown': (draft) => {
    firstRule(draft).calendar = { id: 'khac', onDayOff: 'asWritten' };
  },
  'definition.reportUnknown': (draft) => {
    firstRule(draft).report = 'khong-co';
    draft.definition.targets = [];
  },
  'definition.indicatorUnknown': (draft) => {
    target(draft).indicator = 'khong-co';
  },
  'definition.nodeUnknown': (draft) => {
    target(draft).node = 'khong-co';
  },
  'definition.targetNotNumber': (draft) => {
    target(draft).indicator = 'chu';
  },
  'definition.targetOwesNothing': (draft) => {
    target(draft).node = 'tinh';
  },
  'definition.obligationOverlap': (draft) => {
    node(draft, 'huyen').subgroups = [
      { id: 'n', name: 'N', select: { kind: 'list', units: [UnitId.parse('a')] } },
    ];
    node(draft, 'huyen').obligations.push(
      owes(by('2025-06-12'), { members: { kind: 'subgroup', subgroup: 'n' } }),
    );
  },
  'definition.rootOwes': (draft) => {
    node(draft, 'tinh').obligations = [owes(by('2025-06-20'))];
  },
  'definition.duplicateObligation': (draft) => twice(node(draft, 'huyen').obligations),
  'definition.collectorOwesNothing': (draft) => {
    node(draft, 'huyen').obligations = [];
    firstRule(draft, 'xa').due = by('2025-06-10');
    draft.definition.targets = [];
  },
  'definition.collectorGap': ({ definition }) => {
    const low = { id: 'thon', name: 'Thôn', parent: 'giua', select: kinds('village'), tasks: [task('thon')] };
    const middle = { id: 'giua', name: 'Cụm', parent: 'xa', select: kinds('cluster'), tasks: [task('giua')] };
    definition.nodes.push(
      DrawingNode.parse(middle),
      DrawingNode.parse({ ...low, obligations: [owes({ kind: 'lead', workingDays: 1 })] }),
    );
  },
  'definition.rootHasTasks': (draft) => {
    node(draft, 'tinh').tasks = [task('rieng', { members: { kind: 'subgroup', subgroup: 'n' } })];
    node(draft, 'tinh').subgroups = [
      { id: 'n', name: 'N', select: { kind: 'list', units: [UnitId.parse('a')] } },
    ];
  },
  'definition.sharedTasksOnLeaf': (draft) => {
    node(draft, 'xa').sharedTasks = [task('chung-xa')];
  },
  'definition.windowReversed': (draft) => {
    node(draft, 'xa').tasks = [task('t', { window: { from: '2025-06-10', to: '2025-06-01' } })];
  },
  'definition.proofWithoutReport': ({ definition }) => {
    const group = { id: 'doan', name: 'Đoàn thể', parent: 'tinh', select: kinds('office') };
    definition.nodes.push(DrawingNode.parse({ ...group, tasks: [task('bc', { proof: 'report' })] }));
  },
  'definition.proofWithoutRelay': (draft) => {
    node(draft, 'xa').tasks = [task('t', { proof: 'relay' })];
  },
  'definition.duplicateOverride': (draft) => {
    const override = { month: '2025-04', date: '2025-04-07' };
    form(draft).periods = {
      kind: 'rule',
      recurrence: { frequency: 'monthly', day: 5, time: null },
      bound: 'by',
      from: '2025-01-01',
      until: '2025-12-31',
      overrides: [override, override],
    };
    firstRule(draft).due = { kind: 'period' };
  },
  'definition.overrideWithoutMonth': (draft) => {
    form(draft).periods = {
      kind: 'rule',
      recurrence: { frequency: 'quarterly', day: 5, time: null },
      bound: 'by',
      from: '2025-01-01',
      until: '2025-12-31',
      overrides: [{ month: '2025-02', date: '2025-02-07' }],
    };
    firstRule(draft).due = { kind: 'period' };
  },
  'definition.aggregationImpossible': (draft) => {
    const indicator = form(draft).indicators[1];
    if (indicator !== undefined) indicator.aggregate = 'sum';
  },
  'definition.cumulativeNotNumeric': (draft) => {
    const indicator = form(draft).indicators[1];
    if (indicator !== undefined) indicator.accumulation = 'cumulative';
  },
  'definition.attachmentMinMax': (draft) => {
    const rule = form(draft).attachments[0];
    if (rule !== undefined) rule.min = 3;
  },
  'definition.reportUnused': ({ definition }) => twice(definition.reports, { id: 'thua' }),
  'definition.periodReversed': (draft) => named(draft, { from: '2025-05-01', to: '2025-04-01' }),
  'definition.opensAfterDue': (draft) => named(draft, { opens: '2025-07-01' }),
  'definition.dueBeforeCutoff': (draft) => named(draft, { cutoff: '2025-06-13' }),
  'definition.periodsOutOfOrder': (draft) => named(draft, {}, { due: { date: '2025-03-14', bound: 'by' } }),
  'definition.targetDecimals': (draft) => {
    target(draft).total = '10.5';
    target(draft).split = { kind: 'equal' };
  },
  'definition.targetShareTwice': (draft) => {
    const { split } = target(draft);
    if (split.kind === 'given') for (const share of split.shares) share.unit = UnitId.parse('a');
  },
  'definition.targetExemptShare': (draft) => {
    target(draft).exempt = [UnitId.parse('a')];
  },
  'definition.targetSum': (draft) => {
    target(draft).total = '11';
  },
  'schedule.deadlineUnknown': (draft) => {
    firstRule(draft, 'xa').due = { kind: 'unknown' };
  },
  'schedule.leadWithoutDate': (draft) => {
    firstRule(draft).due = { kind: 'lead', workingDays: 5 };
    firstRule(draft, 'xa').due = { kind: 'none' };
  },
  'schedule.periodWithoutDate': (draft) => {
    firstRule(draft, 'xa').due = { kind: 'period' };
  },
  'schedule.childAfterParent': (draft) => {
    firstRule(draft, 'xa').due = by('2025-06-20');
    const low = { id: 'thon', name: 'Thôn', parent: 'xa', select: kinds('village'), tasks: [task('thon')] };
    draft.definition.nodes.push(DrawingNode.parse({ ...low, obligations: [owes(by('2025-06-19'))] }));
  },
  'schedule.memberAfterConsolidator': (draft) => {
    firstRule(draft, 'xa').via = {
      select: { kind: 'list', units: [UnitId.parse('a')] },
      due: { kind: 'lead', workingDays: 2 },
    };
    firstRule(draft, 'xa').due = by('2025-06-13');
  },
  'definition.deadlineOnDayOff': (draft) => {
    firstRule(draft).due = by('2025-06-15');
  },
  'definition.reminderWithoutDeadline': (draft) => {
    firstRule(draft, 'xa').due = { kind: 'none' };
    firstRule(draft, 'xa').reminders = [{ unit: 'workingDays', offset: -2, time: '08:00' }];
  },
  'definition.reminderAfterDeadline': (draft) => {
    firstRule(draft).reminders = [{ unit: 'hours', offset: 4 }];
  },
  'directive.archiveMissing': (draft) => {
    letter(draft).recipients = [];
  },
  'directive.addresseeUnknown': (draft) => {
    letter(draft).addressees.push({ text: 'Ai đó', node: 'khong-co' });
  },
  'directive.addresseesNotForAction': (draft) => {
    letter(draft).recipients.push({
      name: 'Như trên',
      purpose: 'forReport',
      unit: null,
      sameAsAddressees: true,
    });
  },
  'directive.groupNotAddressed': (draft) => {
    letter(draft).addressees = [{ text: 'ubnd HUYỆN', node: null }];
  },
  'directive.codeOfOtherSystem': (draft) => {
    letter(draft).legalBasis = basis('1101-CV/TU');
  },
};

/** Problems of a trial have their place in the drawing, but the rule book does not know them. */
const OF_THE_TRIAL: Readonly<Record<string, Problem>> = Object.fromEntries(
  [
    ['plan.emptyGroup', ['nodes', 2, 'select'], {}],
    ['plan.unitUnknown', ['nodes', 1, 'select', 'units', 1], { unit: 'b' }],
    ['plan.tooFewWorkingDays', ['nodes', 1, 'obligations', 0, 'minimumWorkingDays'], { available: 2 }],
    ['schedule.tooFewWorkingDays', ['nodes', 1, 'obligations', 0, 'minimumWorkingDays'], { available: 2 }],
  ].map(([code, path, params]) => [code, { code, severity: 'error', path, params } as Problem]),
);

const faulty = (code: string): Drawing => produce(sound, (draft) => FAULTS[code]?.(draft));
const found = (drawing: Drawing, code: string) =>
  problemsOf(drawing, calendars).filter((each) => each.code === code);

describe('quick fixes', () => {
  it('start from a drawing about which there is nothing to say', () => {
    expect(problemsOf(sound, calendars)).toEqual([]);
  });

  const codes = FIXABLE.filter((code) => !(code in OF_THE_TRIAL));
  it.each(codes)('%s: there is a way out, the problem is gone and no error is new', (code) => {
    const drawing = faulty(code);
    const [problem] = found(drawing, code);
    if (problem === undefined) throw new Error(JSON.stringify(problemsOf(drawing, calendars)));
    const fixes = quickFixes(problem, { drawing, calendars });
    expect(fixes.length).toBeGreaterThan(0);
    for (const { command, label } of fixes) {
      expect(command.name).toBe('fix');
      expect(Object.keys(vi.fix)).toContain(label);
      const after = applied(drawing, command);
      expect(found(after, code).length, label).toBeLessThan(found(drawing, code).length);
      expect(noNewError(problemsOf(drawing, calendars), problemsOf(after, calendars)), label).toBe(true);
      expect(Definition.parse(after.definition), label).toEqual(after.definition);
      expect(Directive.parse(after.directive), label).toEqual(after.directive);
    }
  });

  it.each(Object.entries(OF_THE_TRIAL))('%s: the trial’s problems have theirs', (_, problem) => {
    const units = [UnitId.parse('a'), UnitId.parse('b')];
    const drawing = produce(sound, (draft) => {
      node(draft, 'huyen').select = { kind: 'list', units };
    });
    const [first] = quickFixes(problem, { drawing, calendars });
    expect(first).toBeDefined();
    if (first !== undefined) expect(applied(drawing, first.command)).not.toBe(drawing);
  });

  it('leave out what would make something else wrong', () => {
    // "no deadline" for the district would leave the commune nothing to count from
    const drawing = produce(sound, (draft) => {
      firstRule(draft).due = { kind: 'unknown' };
      draft.definition.nodes.push(
        DrawingNode.parse({ ...node(draft, 'huyen'), id: 'so', name: 'Sở', tasks: [task('so')] }),
      );
      const rule = node(draft, 'so').obligations[0];
      if (rule !== undefined) rule.due = by('2025-06-12');
    });
    const [problem] = found(drawing, 'schedule.deadlineUnknown');
    if (problem === undefined) throw new Error('not found');
    expect(quickFixes(problem, { drawing, calendars }).map(({ label }) => label)).toContain('asSibling');
  });

  it('say nothing where the way out is a matter of choice', () => {
    const drawing = produce(sound, (draft) => {
      node(draft, 'xa').select = { kind: 'list', units: [] };
    });
    const [problem] = found(drawing, 'definition.emptyList');
    if (problem === undefined) throw new Error('not found');
    expect(quickFixes(problem, { drawing, calendars })).toEqual([]);
  });
});
