import type { PlanAssignment } from '#model';
import type { Queryable } from './transaction.ts';

export interface DeclaredEvent {
  readonly event: string;
  /** '' = for all units. */
  readonly unitId: string;
  readonly date: string;
  readonly declaredAt: string;
  readonly declaredBy: string;
}

/** An anchor may move: the newest declaration of an event (for all, or for one unit) is in force. */
export async function putDeclared(tx: Queryable, campaignId: string, declared: DeclaredEvent): Promise<void> {
  await tx.query(
    `INSERT INTO declared_event (campaign_id, event, unit_id, date, declared_at, declared_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (campaign_id, event, unit_id)
     DO UPDATE SET date = excluded.date, declared_at = excluded.declared_at, declared_by = excluded.declared_by`,
    [campaignId, declared.event, declared.unitId, declared.date, declared.declaredAt, declared.declaredBy],
  );
}

export async function declaredEvents(tx: Queryable, campaignId: string): Promise<DeclaredEvent[]> {
  const found = await tx.query<DeclaredEvent>(
    `SELECT event, unit_id AS "unitId", date, declared_at AS "declaredAt", declared_by AS "declaredBy"
     FROM declared_event WHERE campaign_id = $1 ORDER BY event, unit_id`,
    [campaignId],
  );
  return found.rows;
}

/** Dates that hold for one unit: its own where declared, else those for all. `unitId` '' = for all only. */
export async function declaredDates(
  tx: Queryable,
  campaignId: string,
  unitId: string,
): Promise<Record<string, string>> {
  const dates: Record<string, string> = {};
  const declared = await declaredEvents(tx, campaignId);
  for (const each of declared) if (each.unitId === '') dates[each.event] = each.date;
  for (const each of declared) if (unitId !== '' && each.unitId === unitId) dates[each.event] = each.date;
  return dates;
}

type AssignmentForDues = Pick<
  PlanAssignment,
  'unitId' | 'nodeIds' | 'disseminatorUnitId' | 'collectorUnitId' | 'dueKey' | 'reportId'
>;

export async function assignmentsForDues(tx: Queryable, campaignId: string): Promise<AssignmentForDues[]> {
  const found = await tx.query<AssignmentForDues>(
    `SELECT unit_id AS "unitId", node_ids AS "nodeIds", disseminator_unit_id AS "disseminatorUnitId",
       collector_unit_id AS "collectorUnitId", due_key AS "dueKey", report_id AS "reportId"
     FROM campaign_assignment WHERE campaign_id = $1 ORDER BY seq`,
    [campaignId],
  );
  return found.rows;
}
