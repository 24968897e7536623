import type { Definition, DrawingNode, Problem, Task } from '#model';
import { problem, warning } from '#model/problem';
import { formatDate } from './civil.ts';
import type { Path } from './due.ts';

export function validateTasks(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const parents = new Map(definition.nodes.map((node) => [node.id, node]));
  definition.nodes.forEach((node, index) => {
    const below = definition.nodes.filter((each) => each.parent === node.id);
    for (const list of ['sharedTasks', 'tasks', 'actorTasks'] as const) {
      node[list].forEach((task, at) => {
        const path = ['nodes', index, list, at];
        if (seen.has(task.id))
          problems.push(problem('definition.duplicateTask', [...path, 'id'], { id: task.id }));
        seen.add(task.id);
        problems.push(...taskProblems(task, path));
        // Shared tasks are done by the groups below, the others by this node's own units.
        const doers = list === 'sharedTasks' ? below : [node];
        if (list !== 'actorTasks')
          problems.push(...proofProblems(definition, doers, { task, path: [...path, 'proof'] }));
      });
    }
    if (node.parent === null && node.tasks.length > 0) {
      problems.push(warning('definition.rootHasTasks', ['nodes', index, 'tasks'], { level: node.name }));
    }
    if (node.sharedTasks.length > 0 && below.length === 0) {
      problems.push(
        warning('definition.sharedTasksOnLeaf', ['nodes', index, 'sharedTasks'], { level: node.name }),
      );
    }
    if (
      node.parent !== null &&
      node.tasks.length === 0 &&
      (parents.get(node.parent)?.sharedTasks.length ?? 0) === 0
    ) {
      problems.push(warning('definition.groupWithoutTasks', ['nodes', index, 'tasks'], { level: node.name }));
    }
  });
  return problems;
}

function taskProblems(task: Task, path: Path): Problem[] {
  const from = typeof task.window?.from === 'string' ? task.window.from : null;
  const to = typeof task.window?.to === 'string' ? task.window.to : null;
  if (from !== null && to !== null && to < from) {
    return [
      problem('definition.windowReversed', [...path, 'window'], {
        task: task.id,
        from: formatDate(from),
        to: formatDate(to),
      }),
    ];
  }
  if (task.kind === 'prohibition' && task.window === null) {
    return [warning('definition.prohibitionWithoutWindow', [...path, 'window'], { task: task.id })];
  }
  return [];
}

interface PlacedTask {
  readonly task: Task;
  readonly path: Path;
}

/** What is to show that the task is done must be something that its doers give. */
function proofProblems(
  definition: Definition,
  doers: readonly DrawingNode[],
  { task, path }: PlacedTask,
): Problem[] {
  if (doers.length === 0) return [];
  if (task.proof === 'report' && !doers.some((node) => node.obligations.length > 0)) {
    return [warning('definition.proofWithoutReport', path, { task: task.id })];
  }
  const relays = (node: DrawingNode): boolean => definition.nodes.some((each) => each.parent === node.id);
  if (task.proof === 'relay' && !doers.some(relays))
    return [warning('definition.proofWithoutRelay', path, { task: task.id })];
  return [];
}
