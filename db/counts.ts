import { DEADLINE_IN_FORCE, seenBy } from './obligations.ts';
import { DONE, LATE_NOW, OUTSTANDING, OWED, TO_DO } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** Where a campaign stands, in one line. */
export interface CampaignCounts {
  readonly units: number;
  readonly planned: number;
  readonly opened: number;
  readonly outstanding: number;
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly acknowledged: number;
  /** Past the deadline in force and not handed in. */
  readonly overdue: number;
  readonly dormant: number;
  /** Accepted, or acknowledged where only that is owed (C7). */
  readonly done: number;
}

export interface CampaignProgress {
  readonly counts: CampaignCounts;
  /** The earliest deadline that is still to come: of what is to do and not overdue (those are counted by themselves). */
  readonly nextDueAt: string | null;
}

/** Progress of several campaigns at once, as far as the reader may see (`scope`: a unit; null: all). */
export async function campaignProgress(
  tx: Queryable,
  campaignIds: readonly string[],
  scope: string | null,
): Promise<ReadonlyMap<string, CampaignProgress>> {
  const found = await tx.query<CampaignCounts & { campaignId: string; nextDueAt: string | null }>(PROGRESS, [
    campaignIds,
    scope,
  ]);
  return new Map(
    found.rows.map(({ campaignId, nextDueAt, ...counts }) => [campaignId, { counts, nextDueAt }]),
  );
}

const PROGRESS = `
  SELECT c.id AS "campaignId", planned.units, planned.planned, stand.*
  FROM campaign c
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT o.unit_id)::int AS units, count(*)::int AS planned
    FROM (SELECT a.*, ARRAY(SELECT jsonb_array_elements_text(a.recipients->'unitIds')) AS recipient_unit_ids
          FROM campaign_assignment a WHERE a.campaign_id = c.id) o
    WHERE ${seenBy('$2')}) planned
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE ${OWED})::int AS opened,
      count(*) FILTER (WHERE ${OUTSTANDING})::int AS outstanding,
      count(*) FILTER (WHERE o.status = 'submitted')::int AS submitted,
      count(*) FILTER (WHERE o.status = 'returned')::int AS returned,
      count(*) FILTER (WHERE o.accepted_version IS NOT NULL AND ${OWED})::int AS accepted,
      count(*) FILTER (WHERE o.acknowledged_at IS NOT NULL)::int AS acknowledged,
      count(*) FILTER (WHERE ${LATE_NOW})::int AS overdue,
      count(*) FILTER (WHERE o.status = 'dormant')::int AS dormant,
      count(*) FILTER (WHERE ${DONE})::int AS done,
      min(${DEADLINE_IN_FORCE}) FILTER (WHERE NOT o.closed AND ${TO_DO} AND NOT ${LATE_NOW}) AS "nextDueAt"
    FROM obligation o WHERE o.campaign_id = c.id AND ${seenBy('$2')}) stand
  WHERE c.id = ANY($1::uuid[])`;

/** Units of one level of the drawing in one period: every obligation once per group that it stands in. */
export interface LevelCount {
  readonly nodeId: string;
  readonly units: number;
  readonly waiting: number;
  readonly done: number;
  readonly late: number;
}

export async function levelCounts(
  tx: Queryable,
  of: { readonly campaignId: string; readonly periodKey: string; readonly scope: string | null },
): Promise<readonly LevelCount[]> {
  const found = await tx.query<LevelCount>(
    `SELECT g.node_id AS "nodeId", count(*)::int AS units,
       count(*) FILTER (WHERE ${OWED} AND NOT ${DONE})::int AS waiting,
       count(*) FILTER (WHERE ${DONE})::int AS done,
       count(*) FILTER (WHERE ${LATE_NOW} OR o.counted_at >= o.counted_against)::int AS late
     FROM campaign_assignment a
     CROSS JOIN LATERAL unnest(a.node_ids) g (node_id)
     JOIN obligation o ON o.campaign_id = a.campaign_id AND o.seq = a.seq AND o.period_key = $2
     JOIN campaign c ON c.id = a.campaign_id
     WHERE a.campaign_id = $1 AND ${seenBy('$3')} GROUP BY g.node_id ORDER BY g.node_id`,
    [of.campaignId, of.periodKey, of.scope],
  );
  return found.rows;
}
