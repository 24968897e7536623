import type {
  Calendar,
  Definition,
  Directive,
  Plan,
  PlanActorTask,
  PlanAssignment,
  PlanPeriod,
  Problem,
  Result,
  Unit,
} from '#model';
import { ok, problem, refuse, warning } from '#model/problem';
import { civilDateOf, epochOf, instantAt } from './civil.ts';
import { assignmentsOf, type BareAssignment, type Consolidator } from './compile-assignments.ts';
import { type CascadeInput, expandCascade, type Station } from './compile-cascade.ts';
import { planNodes } from './compile-nodes.ts';
import { handDownTargets } from './compile-targets.ts';
import { actorTasksOf, taskCatalogue } from './compile-tasks.ts';
import { unitDuesOf } from './compile-unit-dues.ts';
import type { ParameterValues } from './due.ts';
import { type ResolvedSchedule, resolveSchedule, type Shortfall } from './schedule.ts';
import { issueWarnings } from './directive.ts';
import { resolveParameters } from './schedule-parameters.ts';
import { dueOfPeriod } from './schedule-periods.ts';
import { lookUp, organisationOn, selectorResolver } from './select.ts';

export interface CompileInput {
  readonly definition: Definition;
  readonly units: readonly Unit[];
  readonly calendars: readonly Calendar[];
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly parameters: ParameterValues;
  readonly directive?: Directive | null;
  /** Start although a level gets fewer working days than its minimum; the reason is recorded by the caller (C11). */
  readonly override?: boolean;
}

/**
 * The plan of a campaign: drawing × organisation × calendars, frozen for one start. Everything that
 * speaks against starting is told at once; nothing is decided later.
 */
export function compile(input: CompileInput): Result<Plan> {
  const { definition } = input;
  if (!Number.isFinite(epochOf(input.startAt)))
    return refuse(problem('plan.startInvalid', ['startAt'], { value: input.startAt }));
  const startAt = instantAt(epochOf(input.startAt));
  const parameters = resolveParameters(definition, input.parameters);
  if (!parameters.ok) return parameters;
  const organisation = organisationOn(civilDateOf(startAt), input.units);
  const root = lookUp(organisation, input.rootUnitId, ['rootUnitId']);
  if (!root.unit) return refuse(root.problem);

  const select = selectorResolver(organisation, parameters.value);
  const cascadeInput: CascadeInput = { definition, organisation, root: root.unit, select };
  const cascade = expandCascade(cascadeInput);
  const owed = allAssignments(cascadeInput, cascade.stations);
  const targets = handDownTargets(definition, owed.assignments);
  const tasks = taskCatalogue(definition, parameters.value);
  const nodes = planNodes({
    stations: cascade.stations,
    consolidators: owed.consolidators,
    assignments: owed.assignments,
    givesActorTasks: new Set(owed.actorTasks.map((task) => task.byUnitId)),
  });
  const information = definition.nodes.flatMap((node, index) =>
    node.information.map((entry, at) => ({
      nodeId: node.id,
      name: entry.name,
      unitId: entry.unit,
      path: ['nodes', index, 'information', at, 'unit'],
    })),
  );

  const timing = resolveSchedule({ ...input, startAt, parameters: parameters.value });
  const shortfalls = withUnitCounts(timing, owed.assignments, input.override === true);
  const problems = unique([
    ...cascade.problems,
    ...owed.problems,
    ...nodes.problems,
    ...targets.problems,
    ...tasks.problems,
    ...information.flatMap(({ unitId, path }) =>
      unitId === null ? [] : (lookUp(organisation, unitId, path).problem ?? []),
    ),
    ...timing.problems,
    ...shortfalls.filter((each) => each.severity === 'error'),
  ]);
  if (problems.length > 0) return refuse(...problems);

  const assignments = numbered(owed.assignments, targets.ofAssignment);
  const warnings = [
    ...cascade.warnings,
    ...timing.warnings,
    ...shortfalls.filter((each) => each.severity === 'warning'),
    ...addressedTwice(assignments),
    ...(input.directive ? issueWarnings(input.directive, startAt) : []),
  ];
  const withUnits = (period: PlanPeriod): PlanPeriod => ({
    ...period,
    unitDues: unitDuesOf(
      {
        definition,
        calendars: input.calendars,
        parameters: parameters.value,
        events: {},
        organisation,
        assignments,
      },
      period,
      dueOfPeriod({ definition, calendars: input.calendars, startAt }, period),
    ),
  });
  const plan: Plan = {
    definitionKey: definition.key,
    rootUnitId: root.unit.id,
    startAt,
    calendars: input.calendars.map(({ id, version }) => ({ id, version })),
    periods: timing.periods.map(withUnits),
    recurring: timing.recurring,
    nodes: nodes.nodes,
    assignments,
    actorTasks: owed.actorTasks,
    information: information.map(({ path: _, ...entry }) => entry),
    tasks: tasks.tasks,
    warnings,
  };
  return ok(plan, warnings);
}

interface Owed {
  readonly assignments: readonly BareAssignment[];
  readonly consolidators: readonly { readonly consolidator: Consolidator; readonly station: Station }[];
  readonly actorTasks: readonly PlanActorTask[];
  readonly problems: readonly Problem[];
}

function allAssignments(input: CascadeInput, stations: readonly Station[]): Owed {
  const found = stations.map((station) => ({
    station,
    ...assignmentsOf(input, station),
    given: actorTasksOf(input, station),
  }));
  return {
    assignments: found.flatMap((each) => each.assignments),
    consolidators: found.flatMap(({ station, consolidators }) =>
      consolidators.map((consolidator) => ({ consolidator, station })),
    ),
    actorTasks: found.flatMap(({ given }) => given.actorTasks),
    problems: found.flatMap(({ problems, given }) => [...problems, ...given.problems]),
  };
}

/** A unit that collects a report gives its own as its signed consolidation. */
function numbered(
  assignments: readonly BareAssignment[],
  targetsOf: (assignment: BareAssignment) => Readonly<Record<string, string>>,
): PlanAssignment[] {
  const collected = new Set(assignments.map((each) => `${each.collectorUnitId}/${each.reportId}`));
  return assignments.map((assignment, seq) => ({
    seq,
    ...assignment,
    consolidates:
      assignment.kind === 'report' && collected.has(`${assignment.unitId}/${assignment.reportId}`),
    targets: targetsOf(assignment),
  }));
}

function withUnitCounts(
  timing: ResolvedSchedule,
  assignments: readonly BareAssignment[],
  override: boolean,
): Problem[] {
  const units = new Map<string, number>();
  for (const { dueKey } of assignments) units.set(dueKey, (units.get(dueKey) ?? 0) + 1);
  return timing.shortfalls.flatMap(({ kind, dueKey, path, params }: Shortfall) => {
    const concerned = units.get(dueKey) ?? 0;
    if (concerned === 0) return [];
    const make = override ? warning : problem;
    return [
      make(kind === 'cutoff' ? 'plan.dueBeforeCutoff' : 'plan.tooFewWorkingDays', path, {
        ...params,
        units: concerned,
      }),
    ];
  });
}

function addressedTwice(assignments: readonly PlanAssignment[]): Problem[] {
  const givers = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const { unitId, unitName, disseminatorUnitId } of assignments) {
    givers.set(unitId, (givers.get(unitId) ?? new Set()).add(disseminatorUnitId));
    names.set(unitId, unitName);
  }
  const twice = [...givers].filter(([, by]) => by.size > 1).map(([unitId]) => unitId);
  const first = twice[0];
  if (first === undefined) return [];
  return [
    warning('plan.addressedTwice', ['nodes'], { units: twice.length, example: names.get(first) ?? first }),
  ];
}

const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
];
