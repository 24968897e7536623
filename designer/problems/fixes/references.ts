import type { Draft } from '../../drawing/command.ts';
import { removeAt, setAt, valueAt } from './at-path.ts';
import { type Found, fix, nodeAt, type Offer, type Offers, remove, ruleAt, set } from './fix.ts';

/** Missing names can be declared (nothing is lost), or whatever used them lets go of them. */
const letGo = ({ problem: { path } }: Found) => fix('letGo', (draft) => release(draft, path));

function release(draft: Draft, path: Found['problem']['path']): void {
  const last = path.at(-1);
  if (last === 'within') setAt(draft, path, 'parent');
  else if (last === 'from' || last === 'to' || last === 'onlyIf') setAt(draft, path, null);
  else if (last === 'date' || last === 'event') setAt(draft, path.slice(0, -1), { kind: 'none' });
  else if (typeof last === 'number') {
    removeAt(draft, path);
    const holder = path.slice(0, -1);
    const left = valueAt(draft, holder);
    // recipients of record are at least one, or not named at all
    if (holder.includes('recipients') && Array.isArray(left) && left.length === 0) {
      setAt(draft, holder.slice(0, -1), null);
    }
  }
}

const declareParameter: Offer = (found) => {
  const { path, params } = found.problem;
  const key = String(params['parameter'] ?? '');
  const kind = path.some((part) => part === 'due' || part === 'window') ? 'date' : 'unit';
  const declare = fix(
    'declareParameter',
    ({ definition }) => {
      definition.parameters.push({ key, label: key, kind, default: null });
    },
    { key },
  );
  return [declare, letGo(found)];
};

const declareEvent: Offer = (found) => {
  const key = String(found.problem.params['event'] ?? '');
  const declare = fix(
    'declareEvent',
    ({ definition }) => {
      definition.events.push({ key, label: key });
    },
    { key },
  );
  return [declare, letGo(found)];
};

/** Values and operators that do not go together are put right without losing the value. */
const conditionValue: Offer = ({ problem: { path }, drawing }) => {
  const condition = path.slice(0, -1);
  const value = valueAt(drawing, path);
  const removal = remove('removeCondition', condition);
  if (value === undefined) return [removal];
  if (!Array.isArray(value)) return [set('asList', path, [value]), removal];
  const [only, ...more]: unknown[] = value;
  return only === undefined
    ? [removal]
    : [more.length === 0 ? set('asOne', path, only) : set('oneOf', [...condition, 'op'], 'in'), removal];
};

/** A rule beside another one for the same report cannot become one for all. */
const subgroupUnknown: Offer = (found) => {
  const { path } = found.problem;
  const owed = ruleAt(found);
  const twins = owed?.node.obligations.filter(({ report }) => report === owed.rule.report).length ?? 0;
  return owed !== undefined && twins > 1
    ? [remove('removeObligation', owed.path)]
    : [set('toAll', path, { kind: 'all' })];
};

const reportUnknown: Offer = (found) => {
  const { path } = found.problem;
  const { reports } = found.drawing.definition;
  const [only, second] = reports;
  const owed = ruleAt(found);
  if (owed === undefined) return [remove('removeTarget', path.slice(0, 3))];
  const removal = remove('removeObligation', owed.path);
  if (only === undefined || second !== undefined) return [removal];
  const use = fix('useReport', (draft) => setAt(draft, path, only.id), { report: only.title });
  return [use, removal];
};

/** The drawing's own calendar stands where a rule names one that is gone. */
const calendarUnknown: Offer = (found) => {
  const owed = ruleAt(found);
  if (owed?.rule.calendar) return [set('drawingCalendar', [...owed.path, 'calendar'], null)];
  return [set('nationalCalendar', ['definition', 'calendar', 'id'], 'vn')];
};

const removeTarget: Offer = ({ problem: { path } }) => [remove('removeTarget', path.slice(0, 3))];

export const REFERENCE_FIXES: Offers = {
  'definition.parameterUnknown': declareParameter,
  'definition.parameterKind': (found) => [letGo(found)],
  'definition.conditionValue': conditionValue,
  'definition.subgroupUnknown': subgroupUnknown,
  'definition.eventUnknown': declareEvent,
  'definition.calendarUnknown': calendarUnknown,
  'schedule.calendarUnknown': calendarUnknown,
  'definition.reportUnknown': reportUnknown,
  'definition.indicatorUnknown': removeTarget,
  'definition.nodeUnknown': removeTarget,
  'definition.targetNotNumber': removeTarget,
  'definition.targetOwesNothing': removeTarget,
  'plan.unitUnknown': (found) =>
    nodeAt(found) !== undefined && typeof found.problem.path.at(-1) === 'number' ? [letGo(found)] : [],
};
