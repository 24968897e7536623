import type { Calendar, Condition, Definition, DueRule, Members, Parameter, Problem, Selector } from '#model';
import { problem } from '#model/problem';
import type { Path } from './due.ts';
import { selectorsOf } from './selectors-of.ts';

/** Every name used in the drawing stands somewhere in it. */
export function validateReferences(
  definition: Definition,
  calendars: readonly Calendar[] | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const parameters = new Map(definition.parameters.map((each) => [each.key, each.kind]));
  const reports = new Set(definition.reports.map((form) => form.id));
  const events = new Set(definition.events.map((event) => event.key));
  const calendarIds = calendars === undefined ? null : new Set(calendars.map((calendar) => calendar.id));

  const parameter = (value: unknown, kind: Parameter['kind'], path: Path): void => {
    if (typeof value !== 'object' || value === null || !('parameter' in value)) return;
    const key = String(value.parameter);
    const found = parameters.get(key);
    if (found === undefined) problems.push(problem('definition.parameterUnknown', path, { parameter: key }));
    else if (found !== kind)
      problems.push(
        problem('definition.parameterKind', path, { parameter: key, kind: found, expected: kind }),
      );
  };
  const selector = (select: Selector, path: Path): void => {
    if (select.kind === 'list')
      select.units.forEach((unit, index) => parameter(unit, 'unit', [...path, 'units', index]));
    if (select.kind !== 'ofKind' && select.kind !== 'criterion') return;
    parameter(select.within, 'unit', [...path, 'within']);
    conditions(select.where, [...path, 'where']);
  };
  const conditions = (list: readonly Condition[], path: Path): void => {
    list.forEach(({ attribute, op, value }, index) => {
      const missing = op !== 'exists' && value === undefined;
      const wrongShape = op === 'in' ? !Array.isArray(value) : Array.isArray(value);
      if (missing || wrongShape)
        problems.push(problem('definition.conditionValue', [...path, index, 'value'], { attribute, op }));
    });
  };
  const members = (of: Members, subgroups: ReadonlySet<string>, path: Path): void => {
    if (of.kind !== 'subgroup' || subgroups.has(of.subgroup)) return;
    problems.push(problem('definition.subgroupUnknown', path, { subgroup: of.subgroup }));
  };
  const due = (rule: DueRule, path: Path): void => {
    if (rule.kind === 'date') parameter(rule.date, 'date', [...path, 'date']);
    if (rule.kind === 'event') event(rule.event, [...path, 'event']);
  };
  const event = (key: string, path: Path): void => {
    if (!events.has(key)) problems.push(problem('definition.eventUnknown', path, { event: key }));
  };
  const calendar = (id: string, path: Path): void => {
    if (calendarIds !== null && !calendarIds.has(id))
      problems.push(problem('definition.calendarUnknown', path, { calendar: id }));
  };

  calendar(definition.calendar.id, ['calendar', 'id']);
  definition.nodes.forEach((node, index) => {
    const path: Path = ['nodes', index];
    const subgroups = new Set(node.subgroups.map((subgroup) => subgroup.id));
    // A shared task goes to all groups below: it may name a sub-group of any of them.
    const below = new Set(
      definition.nodes
        .filter((each) => each.parent === node.id)
        .flatMap((each) => each.subgroups.map(({ id }) => id)),
    );
    for (const { select, path: place } of selectorsOf(node)) selector(select, [...path, ...place]);
    for (const list of ['sharedTasks', 'tasks', 'actorTasks'] as const) {
      node[list].forEach((task, at) => {
        const place = [...path, list, at];
        members(task.members, list === 'sharedTasks' ? below : subgroups, [...place, 'members']);
        conditions(task.conditions, [...place, 'conditions']);
        parameter(task.window?.from, 'date', [...place, 'window', 'from']);
        parameter(task.window?.to, 'date', [...place, 'window', 'to']);
      });
    }
    node.obligations.forEach((rule, at) => {
      const place = [...path, 'obligations', at];
      if (!reports.has(rule.report))
        problems.push(problem('definition.reportUnknown', [...place, 'report'], { report: rule.report }));
      members(rule.members, subgroups, [...place, 'members']);
      due(rule.due, [...place, 'due']);
      if (rule.via !== null) due(rule.via.due, [...place, 'via', 'due']);
      rule.recipients?.units.forEach((unit, which) =>
        parameter(unit, 'unit', [...place, 'recipients', 'units', which]),
      );
      if (rule.onlyIf !== null) event(rule.onlyIf, [...place, 'onlyIf']);
      if (rule.calendar !== null) calendar(rule.calendar.id, [...place, 'calendar', 'id']);
    });
  });
  return problems;
}
