import type { DrawingNode, DueRule } from '#model';
import { ObligationRule } from '#model';
import { fix, type Found, nodeAt, type Offer, type Offers, remove, removeIt, ruleAt, set } from './fix.ts';

/** "All" beside some: all others. Where "the rest" is asked already, it is the rest that is said twice. */
const toRest: Offer = (found) => {
  const owed = ruleAt(found);
  if (owed === undefined) return [];
  if (owed.rule.members.kind === 'rest') return [remove('removeTwin', owed.path)];
  const all = owed.node.obligations.findIndex(
    ({ report, members }) => report === owed.rule.report && members.kind === 'all',
  );
  return [set('toRest', [...owed.path.slice(0, -1), all, 'members'], { kind: 'rest' })];
};

/** The level that collects owes the same report, on the day that it was already counted from. */
const passOn: Offer = (found) => {
  const owed = ruleAt(found);
  const above = found.drawing.definition.nodes.find(({ id }) => id === owed?.node.parent);
  if (owed === undefined || above === undefined) return [];
  const { report } = owed.rule;
  const due =
    found.problem.code === 'definition.collectorGap'
      ? { kind: 'lead', workingDays: 0 }
      : sharedDue(found, report);
  const rule = ObligationRule.parse({ report, due });
  return [rule, { ...rule, due: { kind: 'none' } as const }].map((made, at) =>
    fix(
      at === 0 ? 'passOn' : 'passOnUndated',
      ({ definition }) => {
        definition.nodes.find(({ id }) => id === above.id)?.obligations.push(made);
      },
      { level: above.name },
    ),
  );
};

/** The date that all groups of the level have in common, none where they differ. */
function sharedDue(found: Found, report: string): DueRule {
  const owed = ruleAt(found);
  const dues = found.drawing.definition.nodes
    .filter(({ parent }) => parent === owed?.node.parent)
    .flatMap(({ obligations }) => obligations.filter((each) => each.report === report).map(({ due }) => due));
  const [first] = dues;
  const same = first !== undefined && dues.every((due) => JSON.stringify(due) === JSON.stringify(first));
  return same && first.kind !== 'lead' && first.kind !== 'leadHours' ? first : { kind: 'none' };
}

type Lists = 'tasks' | 'sharedTasks';

const moveTasks =
  (label: string, [from, to]: readonly [Lists, Lists]): Offer =>
  (found) => {
    const node = nodeAt(found);
    if (node === undefined) return [];
    return [
      fix(label, ({ definition }) => {
        const moved = definition.nodes.find(({ id }) => id === node.id);
        if (moved === undefined) return;
        const known = subgroupsOf(definition.nodes, { node: moved, list: to });
        for (const task of moved[from]) {
          const gone = task.members.kind === 'subgroup' && !known.has(task.members.subgroup);
          moved[to].push(gone ? { ...task, members: { kind: 'all' } } : task);
        }
        moved[from] = [];
      }),
    ];
  };

const subgroupsOf = (
  nodes: readonly DrawingNode[],
  { node, list }: { readonly node: DrawingNode; readonly list: Lists },
): ReadonlySet<string> => {
  const doers = list === 'tasks' ? [node] : nodes.filter(({ parent }) => parent === node.id);
  return new Set(doers.flatMap(({ subgroups }) => subgroups.map(({ id }) => id)));
};

const swapWindow: Offer = ({ problem: { path } }) => [
  fix('swapDates', (draft) => {
    const [, , index, list, at] = path;
    if (typeof index !== 'number' || typeof at !== 'number') return;
    const node = draft.definition.nodes[index];
    if (list !== 'tasks' && list !== 'sharedTasks' && list !== 'actorTasks') return;
    const task = node?.[list][at];
    if (task?.window) task.window = { from: task.window.to, to: task.window.from };
  }),
];

const acknowledged: Offer = ({ problem: { path } }) => [set('acknowledged', path, 'acknowledgement')];

/** Empty membership is a choice of the group; asked only where the tree of the trial has nobody. */
const allowEmpty: Offer = (found) =>
  nodeAt(found) === undefined
    ? []
    : [set('allowEmpty', [...found.problem.path.slice(0, 3), 'allowEmpty'], true)];

export const OBLIGATION_FIXES: Offers = {
  'definition.rootOwes': ({ problem: { path } }) => [set('removeObligations', path, [])],
  'definition.duplicateObligation': removeIt('removeTwin'),
  'definition.obligationOverlap': toRest,
  'definition.collectorOwesNothing': passOn,
  'definition.collectorGap': passOn,
  'definition.rootHasTasks': moveTasks('toShared', ['tasks', 'sharedTasks']),
  'definition.sharedTasksOnLeaf': moveTasks('toOwn', ['sharedTasks', 'tasks']),
  'definition.windowReversed': swapWindow,
  'definition.proofWithoutReport': acknowledged,
  'definition.proofWithoutRelay': acknowledged,
  'plan.emptyGroup': allowEmpty,
};
