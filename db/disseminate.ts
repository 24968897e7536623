import type { NodeRef } from '#model/contract';
import { openWindows } from './task-windows.ts';
import type { Queryable } from './transaction.ts';

/** What passing on opened. */
export interface Opened {
  readonly obligations: number;
  readonly actorTasks: number;
}

/**
 * Opens everything that a unit passes on in one period: obligations, tasks of those who are no addressees,
 * notices. One statement each, whatever the number of recipients; keys make a repetition add nothing.
 */
export async function openBelow(tx: Queryable, ref: NodeRef, now: string): Promise<Opened> {
  const values = [ref.campaignId, ref.periodKey, ref.unitId, now];
  const opened = await tx.query(OBLIGATIONS, values);
  const told = await tx.query(OPENED_NOTICES, values);
  const actorTasks = await tx.query(ACTOR_TASKS, values);
  await tx.query(ACTOR_NOTICES, values);
  await openWindows(tx, ref, now);
  await tx.query(INFORMATION, values);
  return {
    obligations: Math.max(opened.rowCount ?? 0, told.rowCount ?? 0),
    actorTasks: actorTasks.rowCount ?? 0,
  };
}

/** An assignment belongs to the periods that hold its due key; a unit with own calendar days has a due of its own. */
const OBLIGATIONS = `
  WITH body AS MATERIALIZED (SELECT body FROM campaign_period WHERE campaign_id = $1 AND key = $2),
  common AS MATERIALIZED (SELECT d.key, d.value FROM body, jsonb_each(body->'dues') d),
  own AS MATERIALIZED (SELECT d.key, d.value FROM body, jsonb_each(body->'unitDues') d),
  addressed AS (
    SELECT a.*, COALESCE(own.value, common.value) AS due
    FROM campaign_assignment a JOIN common ON common.key = a.due_key
    LEFT JOIN own ON own.key = a.unit_id || '/' || a.due_key
    WHERE a.campaign_id = $1 AND a.disseminator_unit_id = $3
  )
  INSERT INTO obligation (campaign_id, period_key, seq, unit_id, unit_name, chain, disseminator_unit_id, collector_unit_id,
    recipient_unit_ids, recipient_mode, kind, report_id, due_key, acceptance, consolidates, task_ids, targets, status, only_if,
    opened_at, due_at, due_date, due_bound, due_by_working_days, due_why, remind_at, escalate_at)
  SELECT a.campaign_id, $2, a.seq, a.unit_id, a.unit_name, a.chain, a.disseminator_unit_id, a.collector_unit_id,
    COALESCE(ARRAY(SELECT jsonb_array_elements_text(a.recipients->'unitIds')), '{}'), COALESCE(a.recipients->>'mode', 'all'),
    a.kind, a.report_id, a.due_key, a.acceptance, a.consolidates, a.task_ids, a.targets,
    CASE WHEN a.only_if IS NULL OR EXISTS (SELECT 1 FROM declared_event e
           WHERE e.campaign_id = $1 AND e.event = a.only_if AND e.unit_id IN ('', a.unit_id)) THEN 'open' ELSE 'dormant' END,
    a.only_if, $4, (due->>'dueAt')::timestamptz, (due->>'date')::date, due->>'bound', (due->>'byWorkingDays')::boolean, due->'why',
    ARRAY(SELECT r::timestamptz FROM jsonb_array_elements_text(due->'remindAt') r ORDER BY 1), (due->>'escalateAt')::timestamptz
  FROM addressed a
  ON CONFLICT DO NOTHING`;

const OPENED_NOTICES = `
  INSERT INTO notice (key, campaign_id, obligation_id, unit_id, kind, at, body)
  SELECT o.id || '/opened', o.campaign_id, o.id, o.unit_id, 'opened', o.opened_at,
         jsonb_build_object('kind', o.kind, 'reportId', o.report_id, 'dueAt', iso(o.due_at), 'from', o.disseminator_unit_id)
  FROM obligation o
  WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.disseminator_unit_id = $3 AND o.status <> 'dormant' AND o.opened_at = $4
  ON CONFLICT DO NOTHING`;

/** Once in a campaign, with the first period that the unit passes on. */
const ACTOR_TASKS = `
  INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
  SELECT $1, $2, t."unitId", t."unitName", t."byUnitId", t."taskId", $4
  FROM campaign c, jsonb_to_recordset(c.plan->'actorTasks') AS t ("unitId" text, "unitName" text, "byUnitId" text, "taskId" text)
  WHERE c.id = $1 AND t."byUnitId" = $3 AND NOT EXISTS (
    SELECT 1 FROM actor_task d WHERE d.campaign_id = $1 AND d.unit_id = t."unitId" AND d.task_id = t."taskId")
  ON CONFLICT DO NOTHING`;

const ACTOR_NOTICES = `
  INSERT INTO notice (key, campaign_id, unit_id, kind, at, body)
  SELECT t.id || '/opened', t.campaign_id, t.unit_id, 'opened', t.opened_at,
         jsonb_build_object('kind', 'actorTask', 'actorTaskId', t.id, 'from', t.by_unit_id)
  FROM actor_task t WHERE t.campaign_id = $1 AND t.period_key = $2 AND t.by_unit_id = $3 AND t.opened_at = $4
  ON CONFLICT DO NOTHING`;

/** Recipients for information (Nơi nhận) of the letter that this unit sends: told once in a campaign, owing nothing. */
const INFORMATION = `
  INSERT INTO notice (key, campaign_id, unit_id, kind, at, body)
  SELECT c.id || '/information/' || n.node_id || '/' || i."unitId", c.id, i."unitId", 'information', $4,
         jsonb_build_object('name', i.name, 'from', $3::text)
  FROM campaign c
  JOIN campaign_node n ON n.campaign_id = c.id AND n.period_key = $2 AND n.unit_id = $3
  CROSS JOIN jsonb_to_recordset(c.plan->'information') AS i ("nodeId" text, name text, "unitId" text)
  WHERE c.id = $1 AND i."nodeId" = n.node_id AND i."unitId" IS NOT NULL
  ON CONFLICT DO NOTHING`;
