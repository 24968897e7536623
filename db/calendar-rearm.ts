import type { Due } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

/** Running campaigns, rehearsals included, whose deadlines were worked out with the calendar. */
export async function campaignsUsingCalendar(db: Queryable, calendarId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM campaign WHERE status = 'running' AND plan->'calendars' @> jsonb_build_array(jsonb_build_object('id', $1::text))
      ORDER BY id`,
    [calendarId],
  );
  return rows.map((row) => row.id);
}

/** The plan says which versions its deadlines stand on. */
export async function putPlanCalendars(
  tx: Transaction,
  campaignId: string,
  calendars: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await tx.query(
    `UPDATE campaign SET revision = revision + 1, plan = jsonb_set(plan, '{calendars}', (
       SELECT coalesce(jsonb_agg(coalesce(n, o)), '[]') FROM jsonb_array_elements(plan->'calendars') o
         LEFT JOIN jsonb_array_elements($2::jsonb) n ON n->>'id' = o->>'id'))
      WHERE id = $1`,
    [campaignId, JSON.stringify(calendars)],
  );
}

/** A deadline as it shall be, for all rows of a due key or for one unit's. */
export interface NewDue {
  readonly dueKey: string;
  /** Null: all units without a deadline of their own. */
  readonly unitId: string | null;
  readonly due: Due;
}

export interface Rearm {
  readonly campaignId: string;
  readonly periodKey: string;
  readonly now: string;
  readonly calendar: { readonly id: string; readonly version: number };
  readonly dues: readonly NewDue[];
}

export interface MovedDue {
  readonly dueKey: string;
  readonly oldDueAt: string | null;
  readonly newDueAt: string | null;
  readonly obligations: number;
}

/**
 * Gives open obligations the deadlines and reminders of a new calendar, set-based. Reported, closed and
 * extended ones keep theirs (an extension is a date somebody agreed to). Units whose deadline moved are told.
 */
export async function rearmObligations(tx: Transaction, rearm: Rearm): Promise<MovedDue[]> {
  const { rows } = await tx.query<MovedDue>(REARM, [
    rearm.campaignId,
    rearm.periodKey,
    rearm.now,
    JSON.stringify(rearm.calendar),
    JSON.stringify(rearm.dues),
  ]);
  return rows;
}

const REARM = `
  WITH given AS (
    SELECT d."dueKey" AS due_key, d."unitId" AS unit_id, (d.due->>'dueAt')::timestamptz AS due_at,
           (d.due->>'date')::date AS due_date, d.due->>'bound' AS bound, (d.due->>'byWorkingDays')::boolean AS by_working_days,
           d.due->'why' AS why, (d.due->>'escalateAt')::timestamptz AS escalate_at,
           ARRAY(SELECT value::timestamptz FROM jsonb_array_elements_text(d.due->'remindAt')) AS remind_at
      FROM jsonb_to_recordset($5::jsonb) AS d("dueKey" text, "unitId" text, due jsonb)
  ), chosen AS (
    SELECT DISTINCT ON (o.id) o.id, o.due_at AS old_due_at, g.*
      FROM obligation o JOIN given g ON g.due_key = o.due_key AND (g.unit_id IS NULL OR g.unit_id = o.unit_id)
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND NOT o.closed AND o.counted_at IS NULL
       AND o.status IN ('dormant', 'open', 'acknowledged', 'returned')
       AND NOT o.due_why @> '[{"rule":"extension"}]'
     ORDER BY o.id, g.unit_id NULLS LAST
  ), moved AS (
    UPDATE obligation o
       SET due_at = c.due_at, due_date = c.due_date, due_bound = c.bound, due_by_working_days = c.by_working_days,
           due_why = c.why, remind_at = c.remind_at, escalate_at = c.escalate_at,
           reminded = (SELECT count(*) FROM unnest(c.remind_at) r WHERE r <= $3::timestamptz),
           overdue_at = CASE WHEN c.due_at <= $3::timestamptz THEN o.overdue_at END, revision = o.revision + 1
      FROM chosen c
     WHERE c.id = o.id
       AND (c.due_at IS DISTINCT FROM o.due_at OR c.remind_at <> o.remind_at OR c.escalate_at IS DISTINCT FROM o.escalate_at)
    RETURNING o.id, o.unit_id, o.status, c.due_key, c.old_due_at, c.due_at
  ), told AS (
    INSERT INTO notice (key, campaign_id, obligation_id, unit_id, kind, at, body)
    SELECT m.id || '/calendar/' || ($4::jsonb->>'id') || '/' || ($4::jsonb->>'version'), $1, m.id, m.unit_id, 'extension', $3,
           jsonb_build_object('calendar', $4::jsonb, 'oldDueAt', iso(m.old_due_at), 'dueAt', iso(m.due_at))
      FROM moved m WHERE m.due_at IS DISTINCT FROM m.old_due_at AND m.status <> 'dormant'
    ON CONFLICT DO NOTHING
  )
  SELECT due_key AS "dueKey", old_due_at AS "oldDueAt", due_at AS "newDueAt", count(*) AS obligations
    FROM moved GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
