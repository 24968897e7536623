import { compile } from '#engine';
import type { Calendar, Definition, Directive, DrawingNode, Due, Plan, PlanAssignment, Unit } from '#model';
import { EXAMPLE_UNITS } from '#templates';
import { readCalendars, readOrganisation } from '../../../acts/seed-files.ts';
import { missing, nameOf } from './content.ts';
import type { Drawing } from './desk.ts';

/** One start of a cascade: the same for what was drawn and for the template. */
export interface Start {
  readonly rootUnitId: string;
  /** First day. */
  readonly on: string;
  /** Answers by the label of the question: keys are made from what was typed. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Whom and when every drawing is compiled for: the country with all example units. */
export interface World {
  readonly units: readonly Unit[];
  readonly calendars: readonly Calendar[];
}

export async function worldOfExamples(): Promise<World> {
  const { units } = await readOrganisation();
  return { units: [...units, ...EXAMPLE_UNITS], calendars: await readCalendars() };
}

/**
 * What a drawing means, without the ids that nobody sees: who passes on, who collects, what is due when,
 * which tasks, what is reported, what the letter says. Two drawings with one meaning are the same cascade.
 */
export function meaningOf(
  { definition, directive }: Drawing,
  { start, world }: { start: Start; world: World },
) {
  const parameters = Object.fromEntries(
    definition.parameters.flatMap(({ key, label }) => {
      const answer = start.answers[label];
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
  const { rootUnitId, on } = start;
  const startAt = `${on}T01:00:00.000Z`;
  const compiled = compile({ definition, directive, ...world, rootUnitId, startAt, parameters });
  if (!compiled.ok) throw new Error(`it cannot start: ${JSON.stringify(compiled.problems)}`);
  return {
    plan: planWithoutIds(compiled.value, definition),
    levels: sorted(definition.nodes.map((node) => levelWithoutIds(node, definition))),
    reports: definition.reports.map(({ id: _id, indicators, sections, ...report }) => ({
      ...report,
      indicators: indicators.map(({ id: _indicator, ...rest }) => rest),
      sections: sections.map(({ id: _section, ...rest }) => rest),
    })),
    parameters: definition.parameters.map(({ key: _key, ...rest }) => rest),
    summary: definition.summary,
    calendar: definition.calendar,
    lateReports: definition.lateReports,
    letter: directive === null ? null : letterWithoutIds(directive, definition),
  };
}

/** What is said of a level beside what the plan makes of it: its own letter, who may be missing, the least time. */
function levelWithoutIds(node: DrawingNode, definition: Definition) {
  const { id: _id, tasks: _tasks, sharedTasks: _shared, actorTasks: _actors, ...rest } = node;
  const { select } = node;
  const within = select.kind === 'ofKind' && typeof select.within !== 'string' ? select.within : null;
  const asked = definition.parameters.find(({ key }) => key === within?.parameter);
  return {
    ...rest,
    parent: node.parent === null ? null : nameOf(definition, node.parent),
    select: within === null ? select : { ...select, within: asked?.label },
    subgroups: node.subgroups.map(({ id: _subgroup, ...subgroup }) => subgroup),
    obligations: node.obligations.map(({ minimumWorkingDays, calendar }) => ({
      minimumWorkingDays,
      calendar,
    })),
  };
}

function planWithoutIds(plan: Plan, definition: Definition) {
  const group = (id: string): string => nameOf(definition, id);
  return {
    startAt: plan.startAt,
    rootUnitId: plan.rootUnitId,
    nodes: sorted(plan.nodes.map(({ nodeId, ...node }) => ({ ...node, group: group(nodeId) }))),
    assignments: sorted(plan.assignments.map((each) => assignmentWithoutIds(each, { plan, definition }))),
    actorTasks: sorted(
      plan.actorTasks.map(({ nodeId, taskId, ...rest }) => ({
        ...rest,
        group: group(nodeId),
        task: taskOf(plan, taskId),
      })),
    ),
    information: sorted(plan.information.map(({ nodeId, ...rest }) => ({ ...rest, group: group(nodeId) }))),
    periods: plan.periods.map(({ key: _key, reportIds, dues: _dues, unitDues: _unitDues, ...period }) => ({
      ...period,
      reports: reportIds.map((id) => reportOf(definition, id).title),
    })),
  };
}

function assignmentWithoutIds(
  each: PlanAssignment,
  { plan, definition }: { readonly plan: Plan; readonly definition: Definition },
) {
  const { seq: _seq, nodeIds, reportId, dueKey, taskIds, targets, ...rest } = each;
  const report = reportId === null ? null : reportOf(definition, reportId);
  return {
    ...rest,
    groups: nodeIds.map((id) => nameOf(definition, id)),
    report: report?.title ?? null,
    dues: plan.periods.map((period) =>
      dueWithoutIds(period.unitDues[`${each.unitId}/${dueKey}`] ?? period.dues[dueKey]),
    ),
    tasks: sorted(taskIds.map((id) => taskOf(plan, id))),
    targets: Object.entries(targets).map(([id, value]) => ({
      of: report?.indicators.find((indicator) => indicator.id === id)?.label ?? missing(`indicator ${id}`),
      value,
    })),
  };
}

/** Every instant; the reasons name levels by key, and the instants follow from them. */
function dueWithoutIds(due: Due | undefined) {
  if (due === undefined) return null;
  const { why, ...instants } = due;
  return { ...instants, why: why.map(({ rule }) => rule) };
}

function taskOf(plan: Plan, id: string) {
  const { id: _id, ...task } = plan.tasks[id] ?? missing(`task ${id}`);
  return task;
}

const reportOf = ({ reports }: Definition, wanted: string) =>
  reports.find(({ id }) => id === wanted) ?? missing(`report ${wanted}`);

const letterWithoutIds = (directive: Directive, definition: Definition) => ({
  ...directive,
  addressees: directive.addressees.map(({ text, node }) => ({
    text,
    node: node === null ? null : nameOf(definition, node),
  })),
});

/** In an order that does not depend on the order of drawing. */
const sorted = <T>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
