import type {
  Definition,
  Instant,
  ObligationState,
  Plan,
  PlanAssignment,
  PlanNode,
  PlanPeriod,
  ReportForm,
  Values,
} from '#model';
import { type Agenda, agenda } from './agenda.ts';
import { epochOf, instantAt } from './civil.ts';
import type { ConsolidatedReport } from './consolidated.ts';
import type { Coverage } from './coverage.ts';
import type { OwnPart } from './draw-up.ts';
import { isCounted, isOutstanding, isOwed } from './obligation.ts';
import type { SimulateInput, TimelineEntry } from './simulate-types.ts';

/** The rows of one campaign in memory: what `db/` holds, under a clock that only the simulator moves. */
export interface World {
  readonly input: SimulateInput;
  readonly plan: Plan;
  readonly definition: Definition;
  readonly forms: ReadonlyMap<string, ReportForm>;
  /** Assignments by the unit that passes them on. */
  readonly assignments: ReadonlyMap<string, readonly PlanAssignment[]>;
  readonly planNodes: ReadonlyMap<string, PlanNode>;
  now: number;
  status: 'running' | 'closed' | 'cancelled';
  readonly periods: SimPeriod[];
  readonly nodes: Map<string, SimNode>;
  readonly obligations: SimObligation[];
  /** Obligations by period and unit. */
  readonly ofUnit: Map<string, SimObligation[]>;
  /** Ends of task windows, by who gave the tasks, instant and unit. */
  readonly windows: Map<string, SimWindow>;
  /** Tasks handed out to those who are no addressees: unit and task. */
  readonly actorTasks: Set<string>;
  /** Event → unit ('' = all) → date. */
  readonly events: Map<string, Map<string, string>>;
  readonly alarms: Agenda<SimNode | 'campaign'>;
  readonly touched: Set<SimNode>;
  /** What waits for an official or a unit since it was last looked at (assumed behaviour answers it). */
  readonly inbox: Waiting[];
  readonly timeline: TimelineEntry[];
}

export type Waiting =
  | { readonly kind: 'obligation'; readonly obligation: SimObligation }
  | { readonly kind: 'decision'; readonly obligation: SimObligation }
  | { readonly kind: 'dissemination' | 'signature'; readonly node: SimNode };

export interface SimPeriod {
  plan: PlanPeriod;
  openedAt: number | null;
  rootStarted: boolean;
  closed: boolean;
}

export interface SimNode {
  readonly plan: PlanNode;
  readonly periodKey: string;
  readonly collects: boolean;
  readonly dissemination: 'automatic' | 'official';
  /** Assignments whose reports come here in this period, opened or not. */
  readonly expected: number;
  opened: boolean;
  started: boolean;
  disseminated: boolean;
  /** What it watches: everything it collects, and acknowledgements of what it passed on. */
  readonly watched: SimObligation[];
  /** Its own obligations upwards that its consolidation answers. */
  readonly own: SimObligation[];
  readonly children: SimNode[];
  submittedRevision: number;
  /** What its facts count over all its rows, kept until one of them changes in what is counted. */
  tally: Tally | null;
  /** Earliest instant at which something falls due here by itself. */
  nextAt: number;
  readonly snapshots: Snapshot[];
  /** Ends of windows of the tasks that it gave. */
  readonly windows: SimWindow[];
}

/** One unit, one end: it is told by `node`, the newest period of the unit that gave the tasks. */
export interface SimWindow {
  readonly unitId: string;
  readonly at: number;
  readonly taskIds: Set<string>;
  node: SimNode | null;
  told: boolean;
}

export interface Tally {
  readonly collected: number;
  readonly owed: number;
  readonly accepted: number;
  readonly submitsUpwards: boolean;
  readonly cutoffAt: number | null;
  /** The accepted reports differ from the sources of the latest snapshot. */
  readonly changed: boolean;
}

export interface Snapshot {
  readonly revision: number;
  state: 'draft' | 'signed';
  reports: Readonly<Record<string, ConsolidatedReport>>;
  coverage: Coverage;
  ownPart: OwnPart | null;
  /** Sources: obligation → version. */
  readonly sources: ReadonlyMap<SimObligation, number>;
}

export interface SimObligation {
  readonly assignment: PlanAssignment;
  readonly periodKey: string;
  readonly openedAt: number;
  readonly node: SimNode;
  state: ObligationState;
  remindAt: readonly number[];
  reminded: number;
  escalateAt: number | null;
  escalated: boolean;
  reworkOverdue: boolean;
  readonly versions: SimVersion[];
  readonly notices: { kind: string; at: Instant }[];
}

interface SimVersion {
  readonly no: number;
  readonly kind: string;
  readonly late: boolean;
  state: 'submitted' | 'accepted' | 'returned' | 'superseded';
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  readonly snapshot: Snapshot | null;
  readonly receivedAt: Instant;
}

export const nodeKey = (periodKey: string, unitId: string): string => `${periodKey}/${unitId}`;

export function newWorld(input: SimulateInput): World {
  const { plan, definition } = input;
  const assignments = new Map<string, PlanAssignment[]>();
  for (const assignment of plan.assignments) {
    const known = assignments.get(assignment.disseminatorUnitId);
    if (known) known.push(assignment);
    else assignments.set(assignment.disseminatorUnitId, [assignment]);
  }
  const world: World = {
    input,
    plan,
    definition,
    forms: new Map(definition.reports.map((form) => [form.id, form])),
    assignments,
    planNodes: new Map(plan.nodes.map((node) => [node.unitId, node])),
    now: epochOf(plan.startAt),
    status: 'running',
    periods: [],
    nodes: new Map(),
    obligations: [],
    ofUnit: new Map(),
    windows: new Map(),
    actorTasks: new Set(),
    events: new Map(),
    alarms: agenda(),
    touched: new Set(),
    inbox: [],
    timeline: [],
  };
  for (const period of plan.periods) addPeriod(world, period);
  return world;
}

export function addPeriod(world: World, plan: PlanPeriod): void {
  if (world.periods.some((period) => period.plan.key === plan.key)) return;
  world.periods.push({ plan, openedAt: null, rootStarted: false, closed: false });
  world.periods.sort(
    (a, b) => epochOf(a.plan.opensAt) - epochOf(b.plan.opensAt) || order(a.plan.key, b.plan.key),
  );
  world.alarms.add(Math.max(epochOf(plan.opensAt), world.now), 'campaign', 'campaign');
}

export const nowOf = (world: World): Instant => instantAt(world.now);

export function record(world: World, entry: Omit<TimelineEntry, 'at'>): void {
  world.timeline.push({ at: nowOf(world), ...entry });
}

/** Puts the next instants of an obligation on its node's agenda; its due date also on that of the unit that consolidates for it. */
export function setAlarms(world: World, obligation: SimObligation): void {
  const { state, node } = obligation;
  for (const at of nextInstants(obligation)) {
    node.nextAt = Math.min(node.nextAt, at);
    if (at > world.now) world.alarms.add(at, keyOf(node), node);
  }
  const due = epoch(state.dueAt);
  if (due === null || due <= world.now) return;
  // Cut-offs: of the unit that collects, and of the unit itself where it consolidates.
  world.alarms.add(due, keyOf(node), node);
  const own = ownNode(world, obligation);
  if (own) world.alarms.add(due, keyOf(own), own);
}

function nextInstants({
  state,
  remindAt,
  reminded,
  escalateAt,
  escalated,
  reworkOverdue,
}: SimObligation): readonly number[] {
  if (state.closed) return [];
  if (state.status === 'returned') return reworkOverdue ? [] : given(epoch(state.reworkDueAt));
  if (!isOutstanding(state)) return [];
  const due = state.overdueAt === null ? epoch(state.dueAt) : null;
  return given(remindAt[reminded] ?? null, due, escalated ? null : escalateAt);
}

const given = (...instants: readonly (number | null)[]): readonly number[] =>
  instants.filter((at) => at !== null);

/** Writes what `decide` said, and forgets the tallies that it changes. */
export function setState(world: World, obligation: SimObligation, state: ObligationState): void {
  const before = obligation.state;
  obligation.state = state;
  // Acknowledging and handing in change neither what is owed nor what counts.
  const same = isCounted(before) === isCounted(state) && isOwed(before) === isOwed(state);
  if (same && before.acceptedVersion === state.acceptedVersion && before.dueAt === state.dueAt) return;
  obligation.node.tally = null;
  const own = ownNode(world, obligation);
  if (own) own.tally = null;
}

/** The node that answers this obligation by consolidating. */
export const ownNode = (world: World, { assignment, periodKey }: SimObligation): SimNode | undefined =>
  assignment.consolidates ? world.nodes.get(nodeKey(periodKey, assignment.unitId)) : undefined;

/** Wakes the nodes that an obligation concerns: who watches it, and who answers it by consolidating. */
export function touch(world: World, obligation: SimObligation): void {
  world.touched.add(obligation.node);
  const own = ownNode(world, obligation);
  if (own) world.touched.add(own);
}

export const epoch = (instant: Instant | null): number | null => (instant === null ? null : epochOf(instant));

const keyOf = (node: SimNode): string => nodeKey(node.periodKey, node.plan.unitId);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
