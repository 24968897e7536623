import type { CampaignRows } from '#engine';
import { OBLIGATION_COLUMNS } from './obligations.ts';
import type { Queryable } from './transaction.ts';

/** Every obligation of a campaign with its versions and notices, as `engine/canonical` takes them. */
export async function canonicalObligations(
  tx: Queryable,
  campaignId: string,
): Promise<CampaignRows['obligations']> {
  const found = await tx.query<CampaignRows['obligations'][number]>(
    `SELECT ${OBLIGATION_COLUMNS},
       COALESCE((SELECT jsonb_agg(jsonb_build_object('no', r.no, 'kind', r.kind, 'late', r.late, 'state', r.state,
                   'values', r.values, 'receivedAt', iso(r.received_at)) ORDER BY r.no)
                 FROM report_version r WHERE r.obligation_id = o.id), '[]') AS versions,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'at', iso(t.at)) ORDER BY t.at, t.kind)
                 FROM notice t WHERE t.obligation_id = o.id), '[]') AS notices
     FROM obligation o WHERE o.campaign_id = $1 ORDER BY o.period_key, o.seq`,
    [campaignId],
  );
  return found.rows;
}
