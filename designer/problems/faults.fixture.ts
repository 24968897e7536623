import { Definition, Directive, DrawingNode, type ObligationRule, UnitId } from '#model';
import type { Draft } from '../drawing/command.ts';
import { by, kinds, owes, sound, task } from './sound-drawing.fixture.ts';

export const node = ({ definition }: Draft, id: string): DrawingNode => {
  const found = definition.nodes.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
export const firstRule = (draft: Draft, id = 'huyen'): ObligationRule => {
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
export const FAULTS: Readonly<Record<string, (draft: Draft) => void>> = {
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
