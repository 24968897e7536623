import type { DrawingNode, DueRule, ObligationRule } from '#model';
import type { Draft } from '../../drawing/command.ts';
import type { Place } from '../../drawing/view-store.ts';
import { setAt } from './at-path.ts';
import { fix, type Found, type Offer, type Offers, remove, ruleAt, type RuleAt, set } from './fix.ts';

const write = (path: Place, value: unknown) => (draft: Draft) => setAt(draft, path, value);
const DAYS_EARLIER = 3;
const NONE: DueRule = { kind: 'none' };
const earlier = (workingDays: number): DueRule => ({ kind: 'lead', workingDays });

/** A rule may have two deadlines: its own and the consolidator's. */
const duePath = ({ path }: RuleAt, { problem }: Found) =>
  problem.path.includes('via') ? [...path, 'via', 'due'] : [...path, 'due'];

/** What a deadline that cannot be worked out may be instead; what does not fit here is left out afterwards. */
const otherDeadline: Offer = (found) => {
  const owed = ruleAt(found);
  if (owed === undefined) return [];
  const path = duePath(owed, found);
  const sibling = siblingDue(found, owed);
  const periods = found.drawing.definition.reports.find(({ id }) => id === owed.rule.report)?.periods.kind;
  return [
    ...(sibling === undefined ? [] : [fix('asSibling', write(path, sibling.due), sibling.params)]),
    ...(periods === 'named' || periods === 'rule' ? [set('asPeriod', path, { kind: 'period' })] : []),
    fix('earlier', write(path, earlier(DAYS_EARLIER)), { days: DAYS_EARLIER }),
    set('noDeadline', path, NONE),
  ];
};

function siblingDue({ drawing, problem }: Found, { node, rule }: RuleAt) {
  if (problem.path.includes('via')) return undefined;
  for (const each of drawing.definition.nodes) {
    if (each.id === node.id || each.parent !== node.parent) continue;
    const same = each.obligations.find(({ report }) => report === rule.report);
    if (same === undefined || same.due.kind === 'unknown' || same.due.kind === rule.due.kind) continue;
    return { due: same.due, params: { level: each.name } };
  }
  return undefined;
}

/** Earlier than the level above, or the same day; levels below with dates of their own come along. */
const notLater: Offer = (found) => {
  const owed = ruleAt(found);
  if (owed === undefined) return [];
  const path = duePath(owed, found);
  const to = (workingDays: number) => (draft: Draft) => {
    setAt(draft, path, earlier(workingDays));
    if (path.includes('via')) follow(draft, owed.node, owed.rule);
    for (const below of descendants(draft.definition.nodes, owed.node.id)) follow(draft, below, owed.rule);
  };
  return [fix('earlier', to(DAYS_EARLIER), { days: DAYS_EARLIER }), fix('asAbove', to(0))];
};

function follow(
  { definition }: Draft,
  { id }: Pick<DrawingNode, 'id'>,
  { report }: Pick<ObligationRule, 'report'>,
) {
  for (const rule of definition.nodes.find((node) => node.id === id)?.obligations ?? []) {
    const dated = rule.due.kind === 'date' || rule.due.kind === 'period' || rule.due.kind === 'event';
    if (rule.report === report && dated) rule.due = earlier(DAYS_EARLIER);
  }
}

function descendants(nodes: readonly DrawingNode[], id: string): readonly DrawingNode[] {
  const found: DrawingNode[] = [];
  const ids = new Set([id]);
  for (let grown = true; grown; ) {
    const next = nodes.filter((node) => node.parent !== null && ids.has(node.parent) && !ids.has(node.id));
    for (const node of next) ids.add(node.id);
    found.push(...next);
    grown = next.length > 0;
  }
  return found;
}

/** One rule for the drawing: moving single dates would put levels in the wrong order. */
const rollBack: Offer = ({ drawing: { definition } }) => {
  const own = definition.nodes.some(({ obligations }) =>
    obligations.some(({ calendar }) => calendar !== null),
  );
  return own ? [] : [set('rollBack', ['definition', 'calendar', 'onDayOff'], 'rollBack')];
};

const lowerMinimum: Offer = (found) => {
  const available = Number(found.problem.params['available']);
  if (ruleAt(found) === undefined || !Number.isInteger(available)) return [];
  return [fix('lowerMinimum', write(found.problem.path, available), { days: available })];
};

const withoutAlarms: Offer = (found) => {
  const path = ruleAt(found)?.path;
  if (path === undefined) return [];
  return [
    fix('removeReminders', (draft) => {
      setAt(draft, [...path, 'reminders'], []);
      setAt(draft, [...path, 'escalation'], null);
    }),
  ];
};

export const DATE_FIXES: Offers = {
  'schedule.deadlineUnknown': otherDeadline,
  'schedule.leadWithoutDate': otherDeadline,
  'schedule.periodWithoutDate': otherDeadline,
  'schedule.childAfterParent': notLater,
  'schedule.memberAfterConsolidator': notLater,
  'schedule.tooFewWorkingDays': lowerMinimum,
  'plan.tooFewWorkingDays': lowerMinimum,
  'definition.deadlineOnDayOff': rollBack,
  'definition.reminderWithoutDeadline': withoutAlarms,
  'definition.reminderAfterDeadline': ({ problem: { path } }) => [remove('removeReminder', path)],
};
