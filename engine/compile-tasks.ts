import type { Definition, Members, PlanActorTask, PlanTask, Problem, Task, Unit, Window } from '#model';
import { problem } from '#model/problem';
import { addDays, startOfDay } from './civil.ts';
import type { CascadeInput, Group, Station } from './compile-cascade.ts';
import { type ParameterValues, type Path, resolveDate } from './due.ts';
import { satisfies } from './select.ts';

export interface TaskCatalogue {
  readonly tasks: Readonly<Record<string, PlanTask>>;
  readonly problems: readonly Problem[];
}

/** Every task of the drawing once, its window as instants: from the first day's start to the last day's end. */
export function taskCatalogue(definition: Definition, parameters: ParameterValues): TaskCatalogue {
  const tasks: Record<string, PlanTask> = {};
  const problems: Problem[] = [];
  const add = (task: Task, path: Path): void => {
    const window = windowOf(task.window, parameters, [...path, 'window']);
    problems.push(...window.problems);
    tasks[task.id] = {
      id: task.id,
      text: task.text,
      role: task.role,
      kind: task.kind,
      proof: task.proof,
      window: window.window,
    };
  };
  definition.nodes.forEach((node, index) => {
    node.sharedTasks.forEach((task, at) => add(task, ['nodes', index, 'sharedTasks', at]));
    node.tasks.forEach((task, at) => add(task, ['nodes', index, 'tasks', at]));
    node.actorTasks.forEach((task, at) => add(task, ['nodes', index, 'actorTasks', at]));
  });
  return { tasks, problems };
}

function windowOf(
  window: Window | null,
  parameters: ParameterValues,
  path: Path,
): { window: PlanTask['window']; problems: readonly Problem[] } {
  if (window === null) return { window: null, problems: [] };
  const from = window.from === null ? null : resolveDate(window.from, parameters, [...path, 'from']);
  const to = window.to === null ? null : resolveDate(window.to, parameters, [...path, 'to']);
  const problems = [from, to].flatMap((each) => (each === null || each.ok ? [] : each.problems));
  const first = from?.ok === true ? from.value : null;
  const last = to?.ok === true ? to.value : null;
  if (first !== null && last !== null && last < first)
    problems.push(problem('plan.windowReversed', path, { from: first, to: last }));
  return {
    window: {
      from: first === null ? null : startOfDay(first),
      to: last === null ? null : startOfDay(addDays(last, 1)),
    },
    problems,
  };
}

/** Shared tasks of the unit that addresses, then own tasks of each group, as far as they concern this unit. */
export function taskIdsOf(station: Station, unit: Unit, groups: readonly Group[]): readonly string[] {
  const ids = new Set<string>();
  const add = (tasks: readonly Task[], group: Group): void => {
    for (const task of tasks)
      if (concerns(task.members, unit, group) && satisfies(unit, task.conditions)) ids.add(task.id);
  };
  for (const group of groups) {
    const giver = station.nodes.find(({ node }) => node.id === group.node.parent);
    if (giver) add(giver.node.sharedTasks, group);
  }
  for (const group of groups) add(group.node.tasks, group);
  return [...ids];
}

export function concerns(members: Members, unit: Unit, group: Group): boolean {
  switch (members.kind) {
    case 'all':
      return true;
    case 'subgroup':
      return group.subgroups.get(unit.id)?.has(members.subgroup) === true;
    case 'rest':
      return !group.subgroups.has(unit.id);
  }
}

/** Tasks for those who are no addressees. Nobody found for one is refused: the task would be lost. */
export function actorTasksOf(
  { root, select }: CascadeInput,
  station: Station,
): { actorTasks: PlanActorTask[]; problems: Problem[] } {
  const actorTasks: PlanActorTask[] = [];
  const problems: Problem[] = [];
  for (const { node, path } of station.nodes) {
    node.actorTasks.forEach((task, index) => {
      const place = [...path, 'actorTasks', index, 'assignee'];
      const scope = { parent: station.unit, root, chain: node.chain };
      const { units, problems: found } = select(task.assignee, scope, place);
      problems.push(...found);
      if (units.length === 0 && found.length === 0) {
        problems.push(problem('plan.noAssignee', place, { task: task.id, unit: station.unit.name }));
      }
      for (const unit of units) {
        if (!satisfies(unit, task.conditions)) continue;
        actorTasks.push({
          unitId: unit.id,
          unitName: unit.name,
          nodeId: node.id,
          byUnitId: station.unit.id,
          taskId: task.id,
        });
      }
    });
  }
  return { actorTasks, problems };
}
