import type { NodeRef } from '#model/contract';
import { OUTSTANDING, OWED } from './standing.ts';
import { NEXT_WINDOW_END } from './task-windows.ts';
import type { Queryable } from './transaction.ts';

/** Obligations whose deadlines a node keeps: those it collects, and acknowledgements of what it passed on. */
export const WATCHED = `o.campaign_id = $1 AND o.period_key = $2 AND COALESCE(o.collector_unit_id, o.disseminator_unit_id) = $3`;

/** The instant at which something next happens to an obligation by itself; null: never. */
const NEXT = `CASE WHEN o.closed THEN NULL
  WHEN ${OUTSTANDING} THEN LEAST(o.remind_at[o.reminded + 1], CASE WHEN o.overdue_at IS NULL THEN o.due_at END,
                                 CASE WHEN o.escalated_at IS NULL THEN o.escalate_at END)
  WHEN o.status = 'returned' AND o.rework_overdue_at IS NULL THEN o.rework_due_at END`;

export interface NodeCounts {
  readonly periodClosed: boolean;
  readonly childNodesToStart: number;
  readonly owed: number;
  readonly accepted: number;
  readonly unopened: number;
  /** Engine: `consolidationCutoff`. The latest due instant of what it collects, or its own upward one if that is earlier. */
  readonly cutoffAt: string | null;
  readonly submitsUpwards: boolean;
  /** The accepted reports differ from the sources of the latest snapshot. */
  readonly changed: boolean;
  /** Own upward report was returned and the latest snapshot is the one returned. */
  readonly returned: boolean;
  /** Next instant of the watched obligations, and of the windows of the tasks that it gave. */
  readonly nextAt: string | null;
}

/** All that the node's next step depends on, in one statement and so of one moment. */
export async function nodeCounts(tx: Queryable, ref: NodeRef): Promise<NodeCounts> {
  const found = await tx.query<NodeCounts>({
    name: 'node_counts',
    text: COUNTS,
    values: [ref.campaignId, ref.periodKey, ref.unitId],
  });
  const counts = found.rows[0];
  if (counts === undefined) throw new Error(`no period ${ref.periodKey} in campaign ${ref.campaignId}`);
  return counts;
}

const COUNTS = `
  WITH watched AS (
    SELECT o.id, o.collector_unit_id IS NOT NULL AS collected, ${OWED} AS owed, o.accepted_version, o.due_at, ${NEXT} AS next_at
    FROM obligation o WHERE ${WATCHED}
  ), counted AS (
    SELECT count(*) FILTER (WHERE collected)::int AS opened,
           count(*) FILTER (WHERE collected AND owed)::int AS owed,
           count(*) FILTER (WHERE collected AND owed AND accepted_version IS NOT NULL)::int AS accepted,
           max(due_at) FILTER (WHERE collected AND owed) AS due_at, min(next_at) AS next_at
    FROM watched
  ), own AS (
    SELECT count(*)::int AS reports, min(o.due_at) AS due_at, bool_or(o.status = 'returned' AND v.revision = n.revision) AS returned
    FROM campaign_node n
    JOIN obligation o ON o.campaign_id = $1 AND o.period_key = $2 AND o.unit_id = $3 AND o.consolidates AND ${OWED}
    LEFT JOIN LATERAL (
      SELECT c.revision FROM report_version rv JOIN consolidation c ON c.id = rv.consolidation_id
      WHERE rv.obligation_id = o.id AND rv.no = o.version) v ON true
    WHERE n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = $3
  ), latest AS (
    SELECT c.id FROM consolidation c JOIN campaign_node n USING (campaign_id, period_key, unit_id, revision)
    WHERE c.campaign_id = $1 AND c.period_key = $2 AND c.unit_id = $3
  ), source AS (
    SELECT s.obligation_id, rv.no FROM latest l JOIN consolidation_source s ON s.consolidation_id = l.id
    JOIN report_version rv ON rv.id = s.report_version_id
  )
  SELECT p.closed_at IS NOT NULL AS "periodClosed",
    (SELECT count(*)::int FROM campaign_node k WHERE k.campaign_id = $1 AND k.period_key = $2 AND k.parent_unit_id = $3
       AND k.opened_at IS NOT NULL AND k.workflow_started_at IS NULL) AS "childNodesToStart",
    counted.owed, counted.accepted,
    (SELECT count(*)::int FROM campaign_assignment a WHERE a.campaign_id = $1 AND a.collector_unit_id = $3
       AND p.body->'dues' ? a.due_key) - counted.opened AS unopened,
    LEAST(own.due_at, counted.due_at) AS "cutoffAt",
    own.reports > 0 AS "submitsUpwards",
    COALESCE(own.returned, false) AS returned,
    EXISTS (SELECT 1 FROM latest) AND EXISTS (
      SELECT 1 FROM (SELECT id, accepted_version FROM watched WHERE collected AND owed AND accepted_version IS NOT NULL) w
      FULL JOIN source s ON s.obligation_id = w.id
      WHERE w.accepted_version IS DISTINCT FROM s.no) AS changed,
    LEAST(counted.next_at, ${NEXT_WINDOW_END}) AS "nextAt"
  FROM campaign_period p, counted, own WHERE p.campaign_id = $1 AND p.key = $2`;
