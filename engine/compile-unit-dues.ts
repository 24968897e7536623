import type { Calendar, Due, Instant, PlanAssignment, PlanPeriod, Unit } from '#model';
import { civilDateOf } from './civil.ts';
import { type DuesInput, periodDues } from './schedule-dues.ts';
import { dueOfPeriod } from './schedule-periods.ts';
import { type Organisation, organisationOn } from './select.ts';

export type UnitDuesInput = Omit<DuesInput, 'reportIds' | 'period' | 'unitPaths'> & {
  readonly organisation: Organisation;
  readonly assignments: readonly Pick<
    PlanAssignment,
    'unitId' | 'nodeIds' | 'disseminatorUnitId' | 'collectorUnitId' | 'dueKey' | 'reportId'
  >[];
};

/**
 * Deadlines of units whose own calendar days (theirs or of a unit above them) move them away from the
 * deadline of all. Empty, and free, where no calendar has such days.
 */
export function unitDuesOf(
  input: UnitDuesInput,
  period: PlanPeriod,
  due: DuesInput['period'],
): Readonly<Record<string, Due>> {
  const special = specialUnits(input.calendars);
  if (special.size === 0) return {};
  const superior = new Map(input.assignments.map((assignment) => [assignment.unitId, assignment]));
  const computed = new Map<string, Readonly<Record<string, Due>>>();
  const unitDues: Record<string, Due> = {};

  const specialPath = (unitId: string): readonly string[] =>
    input.organisation.pathOf(unitId).filter((id) => special.has(id));

  for (const assignment of input.assignments) {
    if (assignment.reportId === null || !period.reportIds.includes(assignment.reportId)) continue;
    const unitPaths = new Map<string, readonly string[]>();
    const walked = new Set<string>();
    for (
      let at = superior.get(assignment.unitId);
      at !== undefined && !walked.has(at.unitId);
      at = superior.get(at.disseminatorUnitId)
    ) {
      walked.add(at.unitId);
      for (const nodeId of at.nodeIds) {
        unitPaths.set(nodeId, specialPath(at.unitId));
        if (at.collectorUnitId !== null) {
          const isConsolidator = at.dueKey.endsWith('/via');
          unitPaths.set(`${nodeId}/via`, specialPath(isConsolidator ? at.unitId : at.collectorUnitId));
        }
      }
    }
    if ([...unitPaths.values()].every((path) => path.length === 0)) continue;
    const key = JSON.stringify([...unitPaths]);
    const dues =
      computed.get(key) ?? periodDues({ ...input, reportIds: period.reportIds, period: due, unitPaths }).dues;
    computed.set(key, dues);
    const own = dues[assignment.dueKey];
    const ofAll = period.dues[assignment.dueKey];
    if (own && JSON.stringify(own) !== JSON.stringify(ofAll))
      unitDues[`${assignment.unitId}/${assignment.dueKey}`] = own;
  }
  return unitDues;
}

const specialUnits = (calendars: readonly Calendar[]): ReadonlySet<string> =>
  new Set(calendars.flatMap((calendar) => calendar.unitDays.map((day) => day.unitId)));

export type UnitDuesForInput = Omit<UnitDuesInput, 'organisation' | 'events'> & {
  readonly units: readonly Unit[];
  readonly startAt: Instant;
  readonly events?: UnitDuesInput['events'];
};

/** The same for a period that came or changed while the campaign runs (`nextPeriod`, `reschedule`). */
export function unitDuesFor(input: UnitDuesForInput, period: PlanPeriod): Readonly<Record<string, Due>> {
  const organisation = organisationOn(civilDateOf(input.startAt), input.units);
  return unitDuesOf(
    { ...input, events: input.events ?? {}, organisation },
    period,
    dueOfPeriod(input, period),
  );
}
