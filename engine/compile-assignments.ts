import type { ObligationRule, PlanAssignment, Problem, Unit } from '#model';
import { problem } from '#model/problem';
import { type CascadeInput, type Group, isAbove, membersOf, type Station } from './compile-cascade.ts';
import { concerns, taskIdsOf } from './compile-tasks.ts';
import type { Path } from './due.ts';
import { acknowledgeDueKey, dueKeyOf, viaDueKey } from './schedule-dues.ts';

/** A unit that collects for somebody else: opened by the one who disseminates, owes the consolidated report upwards. */
export interface Consolidator {
  readonly unit: Unit;
  readonly group: Group;
  readonly rule: ObligationRule;
  readonly reportId: string;
}

export type BareAssignment = Omit<PlanAssignment, 'seq' | 'consolidates' | 'targets'>;

export interface StationAssignments {
  readonly assignments: readonly BareAssignment[];
  readonly consolidators: readonly Consolidator[];
  readonly problems: readonly Problem[];
}

/** What every unit addressed by one station does and owes: one assignment per unit and report. */
export function assignmentsOf(input: CascadeInput, station: Station): StationAssignments {
  const problems: Problem[] = [];
  const collectors = new Map<string, Collector>();
  for (const group of station.groups) {
    if (group.members.length === 0) continue;
    group.node.obligations.forEach((rule, index) => {
      const found = collectorOf(input, station, { group, rule, path: [...group.path, 'obligations', index] });
      problems.push(...found.problems);
      collectors.set(ruleKey(group, rule), found);
    });
  }
  const consolidators = consolidatorsOf(station, collectors);
  const members = membersOf(station);
  const units = new Set([...members.keys(), ...consolidators.map(({ unit }) => unit)]);
  const assignments: BareAssignment[] = [];
  for (const unit of units) {
    const groups = members.get(unit) ?? [];
    assignments.push(...assignmentsOfUnit({ station, unit, groups, collectors, consolidators }));
  }
  return { assignments, consolidators, problems };
}

interface Collector {
  readonly unit: Unit;
  /** Set where the collector is not above the units that owe: it owes the whole to the one who disseminates. */
  readonly delegated: boolean;
  readonly recipients: PlanAssignment['recipients'];
  readonly problems: readonly Problem[];
}

const ruleKey = (group: Group, rule: ObligationRule): string =>
  dueKeyOf(group.node.id, rule.report, rule.members);

interface RuleOfGroup {
  readonly group: Group;
  readonly rule: ObligationRule;
  readonly path: Path;
}

function collectorOf(
  { root, select, organisation }: CascadeInput,
  station: Station,
  { group, rule, path }: RuleOfGroup,
): Collector {
  const scope = { parent: station.unit, root, chain: group.node.chain };
  const direct: Collector = { unit: station.unit, delegated: false, recipients: null, problems: [] };
  const problems: Problem[] = [];
  let collector: Unit | null = null;

  if (rule.via !== null) {
    const place = [...path, 'via', 'select'];
    const { units, problems: found } = select(rule.via.select, scope, place);
    problems.push(...found);
    if (found.length === 0 && units.length !== 1) {
      problems.push(
        problem('plan.viaNotOne', place, {
          level: group.node.name,
          unit: station.unit.name,
          units: units.length,
        }),
      );
    }
    collector = units[0] ?? null;
  }
  let recipients: PlanAssignment['recipients'] = null;
  if (rule.recipients !== null) {
    const place = [...path, 'recipients', 'units'];
    const { units, problems: found } = select({ kind: 'list', units: rule.recipients.units }, scope, place);
    problems.push(...found);
    recipients = { mode: rule.recipients.mode, unitIds: units.map((unit) => unit.id) };
    const first = units[0];
    collector ??= first === undefined ? null : (organisation.get(first.id) ?? null);
  }
  if (collector === null) return { ...direct, recipients, problems };
  return { unit: collector, delegated: !isAbove(station, collector.id), recipients, problems };
}

function consolidatorsOf(station: Station, collectors: ReadonlyMap<string, Collector>): Consolidator[] {
  const consolidators = new Map<string, Consolidator>();
  for (const group of station.groups) {
    if (group.members.length === 0) continue;
    for (const rule of group.node.obligations) {
      const collector = collectors.get(ruleKey(group, rule));
      if (!collector?.delegated) continue;
      const key = `${collector.unit.id}/${rule.report}`;
      const isMember = group.members.some((unit) => unit.id === collector.unit.id);
      // Several groups through one consolidator make one report upwards; its own group's rule governs it.
      if (!consolidators.has(key) || isMember)
        consolidators.set(key, { unit: collector.unit, group, rule, reportId: rule.report });
    }
  }
  return [...consolidators.values()];
}

interface UnitPlace {
  readonly station: Station;
  readonly unit: Unit;
  readonly groups: readonly Group[];
  readonly collectors: ReadonlyMap<string, Collector>;
  readonly consolidators: readonly Consolidator[];
}

function assignmentsOfUnit(place: UnitPlace): BareAssignment[] {
  const { station, unit, groups } = place;
  const base: Pick<
    BareAssignment,
    'unitId' | 'unitName' | 'nodeIds' | 'chain' | 'disseminatorUnitId' | 'taskIds'
  > = {
    unitId: unit.id,
    unitName: unit.name,
    nodeIds: groups.map(({ node }) => node.id),
    chain: groups[0]?.node.chain ?? unit.chain,
    disseminatorUnitId: station.unit.id,
    taskIds: taskIdsOf(station, unit, groups),
  };
  const reports = new Map<string, BareAssignment>();

  for (const { unit: consolidator, group, rule, reportId } of place.consolidators) {
    if (consolidator.id !== unit.id) continue;
    reports.set(reportId, {
      ...base,
      nodeIds: base.nodeIds.length > 0 ? base.nodeIds : [group.node.id],
      kind: 'report',
      reportId,
      collectorUnitId: station.unit.id,
      recipients: null,
      dueKey: viaDueKey(ruleKey(group, rule)),
      acceptance: rule.acceptance,
      onlyIf: rule.onlyIf,
    });
  }
  for (const group of groups) {
    for (const rule of group.node.obligations) {
      if (reports.has(rule.report) || !concerns(rule.members, unit, group)) continue;
      const collector = place.collectors.get(ruleKey(group, rule));
      reports.set(rule.report, {
        ...base,
        kind: 'report',
        reportId: rule.report,
        collectorUnitId: collector?.unit.id ?? station.unit.id,
        recipients: collector?.recipients ?? null,
        dueKey: ruleKey(group, rule),
        acceptance: rule.acceptance,
        onlyIf: rule.onlyIf,
      });
    }
  }
  // Owed only "if there is something": the tasks still need somebody who has seen them.
  const owesForSure = [...reports.values()].some((assignment) => assignment.onlyIf === null);
  const [first] = groups;
  if (owesForSure || first === undefined) return [...reports.values()];
  const acknowledgement: BareAssignment = {
    ...base,
    kind: 'acknowledge',
    reportId: null,
    collectorUnitId: null,
    recipients: null,
    dueKey: acknowledgeDueKey(first.node.id),
    acceptance: 'automatic',
    onlyIf: null,
  };
  return [...reports.values(), acknowledgement];
}
