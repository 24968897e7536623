import { civilDateOf, isOwed, lastDayOnTime, type Simulation, timelinessOf } from '#engine';
import type { CivilDate, Plan, PlanAssignment } from '#model';

/** One obligation of a simulation: when it was opened, due and handed in. */
export interface Handed {
  readonly assignment: PlanAssignment;
  readonly periodKey: string;
  readonly openedOn: CivilDate | null;
  /** Last day on time. */
  readonly dueOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly late: boolean;
}

/** Everything that was owed; what was conditional and never declared is neither done nor missing. */
export function handedOf(plan: Plan, { timeline, rows, endedAt }: Simulation): readonly Handed[] {
  const opened = new Map(
    timeline.flatMap(({ kind, periodKey, unitId, at }) =>
      kind === 'disseminated' ? [[`${periodKey ?? ''}/${unitId}`, civilDateOf(at)] as const] : [],
    ),
  );
  return rows.obligations.filter(isOwed).flatMap((row): Handed[] => {
    const assignment = plan.assignments[row.seq];
    if (assignment === undefined) return [];
    const { countedAt, dueAt } = row;
    return [
      {
        assignment,
        periodKey: row.periodKey,
        openedOn: opened.get(`${row.periodKey}/${assignment.disseminatorUnitId}`) ?? null,
        dueOn: dueAt === null ? null : lastDayOnTime(dueAt),
        doneOn: countedAt === null ? null : civilDateOf(countedAt),
        late: countedAt !== null && timelinessOf(row, endedAt).timeliness === 'overdue',
      },
    ];
  });
}
