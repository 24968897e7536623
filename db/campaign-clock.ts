import type { Queryable } from './transaction.ts';

/** Beyond any campaign: the clock is being moved by events, or to the end, and does not land on the target. */
export const FAR = '9999-01-01T00:00:00.000Z';

/** Refused by a CHECK on a live campaign, whatever the caller. */
export async function setClockTarget(
  tx: Queryable,
  campaignId: string,
  { target, steps }: { readonly target: string | null; readonly steps: number | null },
): Promise<void> {
  await tx.query(
    'UPDATE campaign SET clock_target = $2, clock_steps = $3, revision = revision + 1 WHERE id = $1',
    [campaignId, target, steps],
  );
}

export interface ClockState {
  readonly campaignId: string;
  readonly clockAt: string;
  readonly clockTarget: string;
  readonly clockSteps: number | null;
  /** Nothing is under way: no workflow with something to do, nobody to wake. */
  readonly rests: boolean;
  /** The next instant at which anything happens by itself. */
  readonly nextAt: string | null;
}

/**
 * Rehearsals whose clock is being moved, each locked; those that another driver holds are left out. Two
 * statements: what is at rest must be read after the lock, not with the snapshot that found the row.
 */
export async function lockMovingClocks(tx: Queryable): Promise<ClockState[]> {
  const locked = await tx.query<{ id: string }>(
    'SELECT id FROM campaign WHERE clock_target IS NOT NULL ORDER BY id FOR UPDATE SKIP LOCKED',
  );
  if (locked.rows.length === 0) return [];
  const found = await tx.query<ClockState>(
    `SELECT c.id AS "campaignId", c.clock_at AS "clockAt", c.clock_target AS "clockTarget", c.clock_steps AS "clockSteps",
       c.rests
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM campaign_node n WHERE n.campaign_id = c.id AND NOT n.rests AND n.opened_at IS NOT NULL) AS rests,
       LEAST(c.next_at, (SELECT min(n.next_at) FROM campaign_node n WHERE n.campaign_id = c.id AND n.opened_at IS NOT NULL)) AS "nextAt"
     FROM campaign c WHERE c.id = ANY($1::uuid[])`,
    [locked.rows.map(({ id }) => id)],
  );
  return found.rows;
}

/** To a due instant: whoever waits for it is woken. The last of a number of steps makes its instant the target. */
export async function stepClock(tx: Queryable, campaignId: string, at: string): Promise<void> {
  await tx.query(
    `WITH moved AS (
       UPDATE campaign SET clock_at = $2, clock_target = CASE WHEN clock_steps = 1 THEN $2 ELSE clock_target END,
         clock_steps = NULLIF(clock_steps, 1) - 1,
         rests = rests AND (next_at IS NULL OR next_at > $2),
         restless_at = CASE WHEN next_at <= $2 THEN clock_timestamp() ELSE restless_at END
       WHERE id = $1 RETURNING id, next_at
     ), woken AS (
       UPDATE campaign_node SET rests = false, restless_at = clock_timestamp()
       WHERE campaign_id = $1 AND next_at <= $2 AND opened_at IS NOT NULL RETURNING period_key, unit_id
     )
     INSERT INTO outbox (campaign_id, period_key, unit_id)
     SELECT $1::uuid, period_key, unit_id FROM woken
     UNION ALL SELECT id, NULL, NULL FROM moved WHERE next_at <= $2`,
    [campaignId, at],
  );
}

/** At the target with everything at rest. */
export async function landClock(tx: Queryable, campaignId: string, at: string): Promise<void> {
  await tx.query('UPDATE campaign SET clock_at = $2, clock_target = NULL, clock_steps = NULL WHERE id = $1', [
    campaignId,
    at,
  ]);
}
