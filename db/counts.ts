import { OUTSTANDING, OWED } from './node-facts.ts';
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
}

export async function campaignCounts(tx: Queryable, campaignId: string): Promise<CampaignCounts> {
  const found = await tx.query<CampaignCounts>(
    `SELECT (SELECT count(DISTINCT unit_id)::int FROM campaign_assignment WHERE campaign_id = $1) AS units,
       (SELECT count(*)::int FROM campaign_assignment WHERE campaign_id = $1) AS planned,
       count(*) FILTER (WHERE ${OWED})::int AS opened,
       count(*) FILTER (WHERE ${OUTSTANDING})::int AS outstanding,
       count(*) FILTER (WHERE o.status = 'submitted')::int AS submitted,
       count(*) FILTER (WHERE o.status = 'returned')::int AS returned,
       count(*) FILTER (WHERE o.accepted_version IS NOT NULL AND ${OWED})::int AS accepted,
       count(*) FILTER (WHERE o.acknowledged_at IS NOT NULL)::int AS acknowledged,
       count(*) FILTER (WHERE (${OUTSTANDING} AND o.overdue_at IS NOT NULL) OR (o.status = 'returned' AND o.rework_overdue_at IS NOT NULL))::int AS overdue,
       count(*) FILTER (WHERE o.status = 'dormant')::int AS dormant
     FROM obligation o WHERE o.campaign_id = $1`,
    [campaignId],
  );
  const counts = found.rows[0];
  if (counts === undefined) throw new Error('counts without a row');
  return counts;
}
