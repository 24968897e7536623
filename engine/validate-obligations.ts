import type { Definition, DrawingNode, ObligationRule, Problem } from '#model';
import { problem, warning } from '#model/problem';
import type { Path } from './due.ts';
import { dueKeyOf } from './schedule-dues.ts';
import { ancestors, duplicates } from './validate-structure.ts';

/** Who owes what: the top owes nobody, nobody owes one report twice, what is collected goes somewhere. */
export function validateObligations(definition: Definition): Problem[] {
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  return definition.nodes.flatMap((node, index) => {
    const path = ['nodes', index, 'obligations'];
    if (node.parent === null) {
      return node.obligations.length > 0 ? [problem('definition.rootOwes', path, { level: node.name })] : [];
    }
    return [
      ...duplicates(
        'definition.duplicateObligation',
        path,
        node.obligations.map((rule) => dueKeyOf(node.id, rule.report, rule.members)),
      ),
      ...node.obligations.flatMap((rule, at) => [
        ...owedTwice(node, rule, [...path, at]),
        ...alarmsWithoutDeadline(node, rule, [...path, at]),
        ...collectedBySomeoneWhoOwesNothing(byId, { node, rule, path: [...path, at] }),
      ]),
    ];
  });
}

/** A rule for all beside one for some members: the same unit would owe the same report twice. */
function owedTwice(node: DrawingNode, rule: ObligationRule, path: Path): Problem[] {
  const forAll = node.obligations.some((each) => each.report === rule.report && each.members.kind === 'all');
  if (rule.members.kind === 'all' || !forAll) return [];
  return [
    problem('definition.obligationOverlap', [...path, 'members'], { level: node.name, report: rule.report }),
  ];
}

function alarmsWithoutDeadline(node: DrawingNode, rule: ObligationRule, path: Path): Problem[] {
  if (rule.due.kind !== 'none') return [];
  if (rule.reminders.length === 0 && rule.escalation === null) return [];
  return [warning('definition.reminderWithoutDeadline', [...path, 'reminders'], { level: node.name })];
}

interface Placed {
  readonly node: DrawingNode;
  readonly rule: ObligationRule;
  readonly path: Path;
}

/** A middle level collects a report that it does not owe itself: the figures stop there. */
function collectedBySomeoneWhoOwesNothing(
  byId: ReadonlyMap<string, DrawingNode>,
  { node, rule, path }: Placed,
): Problem[] {
  const parent = node.parent === null ? undefined : byId.get(node.parent);
  if (!parent || parent.parent === null || rule.via !== null || rule.recipients !== null) return [];
  if (parent.obligations.some((each) => each.report === rule.report)) return [];
  const above = ancestors(byId, parent).filter((each) =>
    each.obligations.some(({ report }) => report === rule.report),
  );
  const params = { level: parent.name, group: node.name, report: rule.report };
  return [
    warning(
      above.length > 0 ? 'definition.collectorGap' : 'definition.collectorOwesNothing',
      [...path, 'report'],
      params,
    ),
  ];
}
