import type { Due } from '#model';
import type { NodeRef } from '#model/contract';
import { TO_DO } from './standing.ts';
import type { Queryable } from './transaction.ts';

const ADDRESSED = `FROM campaign_assignment a
  JOIN campaign_period p ON p.campaign_id = a.campaign_id AND p.key = $2 AND p.body->'dues' ? a.due_key
  WHERE a.campaign_id = $1 AND a.disseminator_unit_id = $3`;

/** Units below that share groups, tasks, deadline and collector. */
export interface AddressedGroup {
  readonly nodeIds: readonly string[];
  readonly taskIds: readonly string[];
  readonly kind: 'report' | 'acknowledge';
  readonly reportId: string | null;
  readonly collectorUnitId: string | null;
  readonly collectorName: string | null;
  readonly due: Due | null;
  readonly units: number;
}

/** What the unit passes on in this period, group by group in the order of the plan. */
export async function addressedGroups(tx: Queryable, ref: NodeRef): Promise<AddressedGroup[]> {
  const found = await tx.query<AddressedGroup>(
    `SELECT a.node_ids AS "nodeIds", a.task_ids AS "taskIds", a.kind, a.report_id AS "reportId",
       a.collector_unit_id AS "collectorUnitId", (SELECT name FROM unit WHERE id = a.collector_unit_id) AS "collectorName",
       p.body->'dues'->a.due_key AS due, count(DISTINCT a.unit_id)::int AS units
     ${ADDRESSED} GROUP BY a.node_ids, a.task_ids, a.kind, a.report_id, a.collector_unit_id, a.due_key, p.body
     ORDER BY min(a.seq)`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** Whom a letter reaches here: how many, and the first names. */
export interface Reach {
  readonly count: number;
  readonly names: readonly string[];
}

export async function reachOf(tx: Queryable, ref: NodeRef, limit: number): Promise<Reach> {
  const found = await tx.query<Reach>(
    `WITH reached AS (
       SELECT a.unit_id, min(a.unit_name) AS name ${ADDRESSED} GROUP BY 1
       UNION
       SELECT t."unitId", t."unitName" FROM campaign c, jsonb_to_recordset(c.plan->'actorTasks') AS t ("unitId" text, "unitName" text, "byUnitId" text)
        WHERE c.id = $1 AND t."byUnitId" = $3
     )
     SELECT (SELECT count(DISTINCT unit_id)::int FROM reached) AS count,
       ARRAY(SELECT name FROM reached ORDER BY name COLLATE "vi-x-icu" LIMIT $4) AS names`,
    [ref.campaignId, ref.periodKey, ref.unitId, limit],
  );
  return found.rows[0] ?? { count: 0, names: [] };
}

/** Somebody who owes the unit a report and has not sent it. */
export interface MissingReport {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly due: Pick<Due, 'date' | 'bound' | 'dueAt'>;
  readonly overdue: boolean;
}

const MISSING = `SELECT o.id AS "obligationId", o.unit_id AS "unitId", o.unit_name AS "unitName", o.report_id AS "reportId",
    jsonb_build_object('date', o.due_date, 'bound', o.due_bound, 'dueAt', iso(o.due_at)) AS due,
    coalesce(o.due_at <= campaign_now(c), false) AS overdue
  FROM obligation o JOIN campaign c ON c.id = o.campaign_id
  WHERE o.kind = 'report' AND NOT o.closed AND ${TO_DO}`;

export async function missingReports(tx: Queryable, ref: NodeRef): Promise<MissingReport[]> {
  const found = await tx.query<MissingReport>(
    `${MISSING} AND o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3
     ORDER BY o.unit_name COLLATE "vi-x-icu", o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** Those among these that are still missing. */
export async function stillMissing(
  tx: Queryable,
  obligationIds: readonly string[],
): Promise<MissingReport[]> {
  const found = await tx.query<MissingReport>(`${MISSING} AND o.id = ANY($1::uuid[]) ORDER BY o.seq`, [
    obligationIds,
  ]);
  return found.rows;
}

export async function namesOfObligations(
  tx: Queryable,
  obligationIds: readonly string[],
  limit: number,
): Promise<Reach> {
  const found = await tx.query<Reach>(
    `SELECT (SELECT count(DISTINCT unit_id)::int FROM obligation WHERE id = ANY($1::uuid[])) AS count,
       ARRAY(SELECT unit_name FROM obligation WHERE id = ANY($1::uuid[]) ORDER BY unit_name COLLATE "vi-x-icu" LIMIT $2) AS names`,
    [obligationIds, limit],
  );
  return found.rows[0] ?? { count: 0, names: [] };
}

/** Whether anybody in the subtree was sent this letter: by an obligation, a task, for information, or to be urged. */
export async function wasSentTo(
  tx: Queryable,
  letter: NodeRef & { readonly kind: string; readonly obligationIds: readonly string[] },
  scope: string,
): Promise<boolean> {
  const inside = `JOIN unit u ON u.id = r.unit_id JOIN unit s ON s.id = $1 AND u.path <@ s.path`;
  const found =
    letter.kind === 'chase'
      ? await tx.query(`SELECT FROM obligation r ${inside} WHERE r.id = ANY($2::uuid[]) LIMIT 1`, [
          scope,
          letter.obligationIds,
        ])
      : await tx.query(
          `SELECT FROM (
             SELECT o.unit_id FROM obligation o WHERE o.campaign_id = $2 AND o.disseminator_unit_id = $3
             UNION ALL SELECT t.unit_id FROM actor_task t WHERE t.campaign_id = $2 AND t.by_unit_id = $3
             UNION ALL SELECT n.unit_id FROM notice n WHERE n.campaign_id = $2 AND n.kind = 'information' AND n.body->>'from' = $3
           ) r ${inside} LIMIT 1`,
          [scope, letter.campaignId, letter.unitId],
        );
  return found.rowCount !== 0;
}
