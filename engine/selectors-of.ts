import type { DrawingNode, Selector } from '#model';
import type { Path } from './due.ts';

/** Every selector of a node with its place below the node: its own, of sub-groups, assignees and focal points. */
export function selectorsOf(
  node: DrawingNode,
): readonly { readonly select: Selector; readonly path: Path }[] {
  return [
    { select: node.select, path: ['select'] },
    ...node.subgroups.map(({ select }, at) => ({ select, path: ['subgroups', at, 'select'] })),
    ...node.actorTasks.map(({ assignee }, at) => ({
      select: assignee,
      path: ['actorTasks', at, 'assignee'],
    })),
    ...node.obligations.flatMap(({ via }, at) =>
      via === null ? [] : [{ select: via.select, path: ['obligations', at, 'via', 'select'] }],
    ),
  ];
}
