import type { CampaignRows } from '#engine';
import type { NodeRef } from '#model/contract';
import type { Queryable } from './transaction.ts';

/**
 * Ends of windows of the tasks that a unit has just handed out, addressees and others alike. A unit that
 * hands the same tasks out again with a later period takes the end along: it is told once, and only the
 * newest period waits for it. A window that is over by now has nothing left to tell.
 */
export async function openWindows(tx: Queryable, ref: NodeRef, now: string): Promise<void> {
  await tx.query(WINDOWS, [ref.campaignId, ref.periodKey, ref.unitId, now]);
}

// In the order of the key, as they are locked when told: two periods of one unit cannot lock each other out.
const WINDOWS = `
  WITH ending AS MATERIALIZED (
    SELECT t.key AS task_id, (t.value->'window'->>'to')::timestamptz AS ends_at
    FROM campaign c, jsonb_each(c.plan->'tasks') t
    WHERE c.id = $1 AND (t.value->'window'->>'to')::timestamptz > $4::timestamptz
  ), held AS (
    SELECT o.unit_id, t.task_id FROM obligation o, unnest(o.task_ids) AS t (task_id)
    WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.disseminator_unit_id = $3
    UNION
    SELECT a.unit_id, a.task_id FROM actor_task a
    WHERE a.campaign_id = $1 AND a.period_key = $2 AND a.by_unit_id = $3
  )
  INSERT INTO task_window (campaign_id, by_unit_id, ends_at, unit_id, period_key, task_ids)
  SELECT $1, $3, ends_at, unit_id, $2, array_agg(task_id ORDER BY task_id COLLATE "C")
  FROM held JOIN ending USING (task_id) GROUP BY ends_at, unit_id ORDER BY ends_at, unit_id
  ON CONFLICT (campaign_id, by_unit_id, ends_at, unit_id) DO UPDATE SET period_key = excluded.period_key,
    task_ids = ARRAY(SELECT DISTINCT t COLLATE "C" FROM unnest(task_window.task_ids || excluded.task_ids) t ORDER BY 1)
    WHERE task_window.told_at IS NULL`;

/** The next end of a window that a node tells, as part of a statement with its ref in $1 to $3; a closed period tells none. */
export const NEXT_WINDOW_END = `(SELECT min(w.ends_at) FROM task_window w
  JOIN campaign_period wp ON wp.campaign_id = w.campaign_id AND wp.key = w.period_key AND wp.closed_at IS NULL
  WHERE w.campaign_id = $1 AND w.period_key = $2 AND w.by_unit_id = $3 AND w.told_at IS NULL)`;

/** Tells the units whose windows have ended by $4; with reports of theirs in this period, about the first of those. */
export const WINDOW_ENDS = `
  WITH ready AS (
    SELECT w.ends_at, w.unit_id FROM task_window w
    JOIN campaign_period p ON p.campaign_id = w.campaign_id AND p.key = w.period_key
    WHERE w.campaign_id = $1 AND w.period_key = $2 AND w.by_unit_id = $3 AND w.told_at IS NULL
      AND w.ends_at <= $4::timestamptz AND p.closed_at IS NULL
    ORDER BY w.ends_at, w.unit_id FOR UPDATE OF w
  ), marked AS (
    UPDATE task_window w SET told_at = $4 FROM ready
    WHERE w.campaign_id = $1 AND w.by_unit_id = $3 AND w.ends_at = ready.ends_at AND w.unit_id = ready.unit_id
    RETURNING w.*
  ), told AS (
    INSERT INTO notice (key, campaign_id, obligation_id, unit_id, kind, at, body)
    SELECT m.campaign_id || '/windowEnd/' || m.by_unit_id || '/' || m.unit_id || '/' || iso(m.ends_at), m.campaign_id,
           (SELECT o.id FROM obligation o WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.unit_id = m.unit_id
              AND o.disseminator_unit_id = $3 ORDER BY o.seq LIMIT 1),
           m.unit_id, 'windowEnd', m.ends_at,
           jsonb_build_object('taskIds', m.task_ids, 'endsAt', iso(m.ends_at), 'from', m.by_unit_id)
    FROM marked m ON CONFLICT (key) DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS count FROM told`;

/** Ends of windows that were told, as `engine/canonical` takes them. */
export async function canonicalWindowEnds(
  tx: Queryable,
  campaignId: string,
): Promise<CampaignRows['windowEnds']> {
  const found = await tx.query<CampaignRows['windowEnds'][number]>(
    `SELECT period_key AS "periodKey", unit_id AS "unitId", by_unit_id AS "byUnitId", ends_at AS at, task_ids AS "taskIds"
     FROM task_window WHERE campaign_id = $1 AND told_at IS NOT NULL`,
    [campaignId],
  );
  return found.rows;
}
