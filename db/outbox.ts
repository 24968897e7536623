import type { NodeRef } from '#model/contract';
import type { Queryable } from './transaction.ts';

/** A workflow to wake: a node, or the campaign itself where period and unit are null. */
export interface Touched {
  readonly campaignId: string;
  readonly periodKey: string | null;
  readonly unitId: string | null;
}

export interface TouchedGroup extends Touched {
  /** Rows to delete once the signal is out. */
  readonly ids: readonly string[];
  readonly mode: 'live' | 'rehearsal';
}

/**
 * Same transaction as the change it tells of. No NOTIFY: a commit with one takes a lock of the whole database,
 * and thousands of reports an hour before a deadline must not queue for it; the relay polls.
 */
export async function touchNode(tx: Queryable, ref: NodeRef): Promise<void> {
  const { campaignId, periodKey, unitId } = ref;
  await tx.query('INSERT INTO outbox (campaign_id, period_key, unit_id) VALUES ($1, $2, $3)', [
    campaignId,
    periodKey,
    unitId,
  ]);
}

export async function touchCampaign(tx: Queryable, campaignId: string): Promise<void> {
  await tx.query('INSERT INTO outbox (campaign_id) VALUES ($1)', [campaignId]);
}

/** All nodes at work (of one period, or of all): after closing, a declared event, a new calendar. */
export async function touchAllNodes(
  tx: Queryable,
  campaignId: string,
  periodKey: string | null = null,
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (campaign_id, period_key, unit_id)
     SELECT campaign_id, period_key, unit_id FROM campaign_node
     WHERE campaign_id = $1 AND ($2::text IS NULL OR period_key = $2) AND opened_at IS NOT NULL`,
    [campaignId, periodKey],
  );
}

/**
 * Claims rows for one relay, grouped by workflow. Rows of a live node that was signalled within the last
 * second stay where they are. A claim older than 15 s belonged to a relay that died.
 */
export async function claimTouched(tx: Queryable, limit: number): Promise<TouchedGroup[]> {
  const claimed = await tx.query<TouchedGroup>(
    `WITH free AS (
       SELECT o.id, c.mode FROM outbox o JOIN campaign c ON c.id = o.campaign_id
       LEFT JOIN campaign_node n ON n.campaign_id = o.campaign_id AND n.period_key = o.period_key AND n.unit_id = o.unit_id
       WHERE (o.taken_at IS NULL OR o.taken_at < clock_timestamp() - interval '15 seconds')
         AND (c.mode = 'rehearsal' OR n.signalled_at IS NULL OR n.signalled_at < clock_timestamp() - interval '1 second')
       ORDER BY o.id LIMIT $1 FOR UPDATE OF o SKIP LOCKED
     ), taken AS (
       UPDATE outbox o SET taken_at = clock_timestamp() FROM free WHERE o.id = free.id
       RETURNING o.id, o.campaign_id, o.period_key, o.unit_id, free.mode
     )
     SELECT array_agg(id::text ORDER BY id) AS ids, campaign_id AS "campaignId", period_key AS "periodKey", unit_id AS "unitId",
            min(mode) AS mode
     FROM taken GROUP BY campaign_id, period_key, unit_id ORDER BY min(id)`,
    [limit],
  );
  return claimed.rows;
}

export async function deleteTouched(tx: Queryable, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
}

/**
 * Workflows that should be at work and have not come to rest for `seconds`, or (live) have slept past
 * their own instant: what a reconciler looks at. Nothing is touched here.
 */
export async function longRestless(tx: Queryable, seconds: number): Promise<Touched[]> {
  const found = await tx.query<Touched>(
    `SELECT n.campaign_id AS "campaignId", n.period_key AS "periodKey", n.unit_id AS "unitId"
     FROM campaign_node n JOIN campaign c ON c.id = n.campaign_id
     WHERE n.opened_at IS NOT NULL AND n.ended_at IS NULL
       AND ((NOT n.rests AND n.restless_at < clock_timestamp() - make_interval(secs => $1))
         OR (c.mode = 'live' AND n.next_at < clock_timestamp() - make_interval(secs => $1)))
     UNION ALL
     SELECT c.id, NULL, NULL FROM campaign c
     WHERE c.ended_at IS NULL
       AND ((NOT c.rests AND c.restless_at < clock_timestamp() - make_interval(secs => $1))
         OR (c.mode = 'live' AND c.next_at < clock_timestamp() - make_interval(secs => $1)))`,
    [seconds],
  );
  return found.rows;
}

export async function touchAgain(tx: Queryable, touched: readonly Touched[]): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (campaign_id, period_key, unit_id)
     SELECT t."campaignId", t."periodKey", t."unitId"
     FROM jsonb_to_recordset($1::jsonb) AS t ("campaignId" uuid, "periodKey" text, "unitId" text)`,
    [JSON.stringify(touched)],
  );
}
