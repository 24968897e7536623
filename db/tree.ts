import { NODE_COLUMNS, type NodeRow } from './nodes.ts';
import { OBLIGATION_COLUMNS, type ObligationRow } from './obligations.ts';
import { DONE, LATE_NOW, OUTSTANDING, OWED } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** A unit as somebody addressed it: position in the cascade, whether or not it has been opened. */
export interface AddressedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly chain: string;
  readonly parentUnitId: string;
  readonly nodeIds: readonly string[];
  /** First position in the plan: the order of the page. */
  readonly seq: number;
}

/** `parentUnitId` null: the whole cascade. */
export async function addressedUnits(
  tx: Queryable,
  filter: {
    campaignId: string;
    periodKey: string;
    parentUnitId: string | null;
    afterSeq: number;
    limit: number;
  },
): Promise<AddressedUnit[]> {
  const found = await tx.query<AddressedUnit>(
    `SELECT a.unit_id AS "unitId", min(a.unit_name) AS "unitName", min(a.chain) AS chain, a.disseminator_unit_id AS "parentUnitId",
       (array_agg(to_jsonb(a.node_ids) ORDER BY a.seq))[1] AS "nodeIds",
       min(a.seq) AS seq
     FROM campaign_assignment a JOIN campaign_period p ON p.campaign_id = a.campaign_id AND p.key = $2 AND p.body->'dues' ? a.due_key
     WHERE a.campaign_id = $1 AND ($3::text IS NULL OR a.disseminator_unit_id = $3)
     GROUP BY a.disseminator_unit_id, a.unit_id HAVING min(a.seq) > $4 ORDER BY min(a.seq) LIMIT $5`,
    [filter.campaignId, filter.periodKey, filter.parentUnitId, filter.afterSeq, filter.limit],
  );
  return found.rows;
}

export async function countAddressed(tx: Queryable, campaignId: string): Promise<number> {
  const found = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM campaign_assignment WHERE campaign_id = $1',
    [campaignId],
  );
  return found.rows[0]?.count ?? 0;
}

export async function obligationsOfUnits(
  tx: Queryable,
  of: { campaignId: string; periodKey: string; unitIds: readonly string[] },
): Promise<ObligationRow[]> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.unit_id = ANY($3::text[]) ORDER BY o.seq`,
    [of.campaignId, of.periodKey, of.unitIds],
  );
  return found.rows;
}

export async function nodesOfUnits(
  tx: Queryable,
  of: { campaignId: string; periodKey: string; unitIds: readonly string[] },
): Promise<NodeRow[]> {
  const found = await tx.query<NodeRow>(
    `SELECT ${NODE_COLUMNS} FROM campaign_node n WHERE n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = ANY($3::text[])`,
    [of.campaignId, of.periodKey, of.unitIds],
  );
  return found.rows;
}

/** What lies directly below a node, counted. */
export interface BelowCounts {
  readonly unitId: string;
  readonly planned: number;
  readonly opened: number;
  readonly outstanding: number;
  readonly submitted: number;
  readonly returned: number;
  readonly done: number;
  readonly overdue: number;
}

export async function countsBelow(
  tx: Queryable,
  of: { campaignId: string; periodKey: string; unitIds: readonly string[] },
): Promise<BelowCounts[]> {
  const found = await tx.query<BelowCounts>(
    `WITH planned AS MATERIALIZED (
       SELECT a.disseminator_unit_id AS unit_id, count(*)::int AS planned FROM campaign_assignment a
       WHERE a.campaign_id = $1 AND a.disseminator_unit_id = ANY($3::text[]) AND a.due_key IN (
         SELECT jsonb_object_keys(body->'dues') FROM campaign_period WHERE campaign_id = $1 AND key = $2)
       GROUP BY 1
     ), opened AS MATERIALIZED (
       SELECT o.disseminator_unit_id AS unit_id,
         count(*) FILTER (WHERE ${OWED})::int AS opened,
         count(*) FILTER (WHERE ${OUTSTANDING})::int AS outstanding,
         count(*) FILTER (WHERE o.status = 'submitted')::int AS submitted,
         count(*) FILTER (WHERE o.status = 'returned')::int AS returned,
         count(*) FILTER (WHERE ${DONE})::int AS done,
         count(*) FILTER (WHERE ${LATE_NOW})::int AS overdue
       FROM obligation o WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.disseminator_unit_id = ANY($3::text[]) GROUP BY 1
     )
     SELECT p.unit_id AS "unitId", p.planned, COALESCE(o.opened, 0) AS opened, COALESCE(o.outstanding, 0) AS outstanding,
       COALESCE(o.submitted, 0) AS submitted, COALESCE(o.returned, 0) AS returned, COALESCE(o.done, 0) AS done,
       COALESCE(o.overdue, 0) AS overdue
     FROM planned p LEFT JOIN opened o USING (unit_id)`,
    [of.campaignId, of.periodKey, of.unitIds],
  );
  return found.rows;
}
