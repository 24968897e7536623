import type { PlanPeriod } from '#model';
import type { Queryable } from './transaction.ts';

export interface PeriodRow {
  readonly campaignId: string;
  readonly key: string;
  readonly label: string;
  readonly body: PlanPeriod;
  readonly opensAt: string;
  readonly openedAt: string | null;
  readonly rootStartedAt: string | null;
  readonly closedAt: string | null;
}

const COLUMNS = `campaign_id AS "campaignId", key, label, body, opens_at AS "opensAt", opened_at AS "openedAt",
  root_started_at AS "rootStartedAt", closed_at AS "closedAt"`;

export async function periodsOf(tx: Queryable, campaignId: string): Promise<PeriodRow[]> {
  const found = await tx.query<PeriodRow>(
    `SELECT ${COLUMNS} FROM campaign_period WHERE campaign_id = $1 ORDER BY opens_at, key`,
    [campaignId],
  );
  return found.rows;
}

export async function periodByKey(tx: Queryable, campaignId: string, key: string): Promise<PeriodRow | null> {
  const found = await tx.query<PeriodRow>(
    `SELECT ${COLUMNS} FROM campaign_period WHERE campaign_id = $1 AND key = $2`,
    [campaignId, key],
  );
  return found.rows[0] ?? null;
}

/** What the campaign workflow decides on: the periods' instants only, on the campaign's clock. */
export interface PeriodAgenda {
  readonly toOpen: string | null;
  readonly toStart: string | null;
  readonly nextAt: string | null;
}

export async function periodAgenda(tx: Queryable, campaignId: string, now: string): Promise<PeriodAgenda> {
  const found = await tx.query<PeriodAgenda>(
    `SELECT (SELECT key FROM campaign_period WHERE campaign_id = $1 AND opened_at IS NULL AND opens_at <= $2
              ORDER BY opens_at, key LIMIT 1) AS "toOpen",
            (SELECT key FROM campaign_period WHERE campaign_id = $1 AND opened_at IS NOT NULL AND root_started_at IS NULL
              ORDER BY opens_at, key LIMIT 1) AS "toStart",
            (SELECT min(opens_at) FROM campaign_period WHERE campaign_id = $1 AND opened_at IS NULL AND opens_at > $2) AS "nextAt"`,
    [campaignId, now],
  );
  return found.rows[0] ?? { toOpen: null, toStart: null, nextAt: null };
}

/** False: it was open already. */
export async function markPeriodOpened(
  tx: Queryable,
  {
    campaignId,
    periodKey,
    now,
  }: { readonly campaignId: string; readonly periodKey: string; readonly now: string },
): Promise<boolean> {
  const done = await tx.query(
    'UPDATE campaign_period SET opened_at = $3 WHERE campaign_id = $1 AND key = $2 AND opened_at IS NULL',
    [campaignId, periodKey, now],
  );
  return done.rowCount === 1;
}

export async function closePeriods(
  tx: Queryable,
  {
    campaignId,
    key,
    now,
  }: { readonly campaignId: string; readonly key: string | null; readonly now: string },
): Promise<void> {
  await tx.query(
    'UPDATE campaign_period SET closed_at = $3 WHERE campaign_id = $1 AND ($2::text IS NULL OR key = $2) AND closed_at IS NULL',
    [campaignId, key, now],
  );
}

export async function putPeriodBody(tx: Queryable, campaignId: string, period: PlanPeriod): Promise<void> {
  await tx.query('UPDATE campaign_period SET body = $3 WHERE campaign_id = $1 AND key = $2', [
    campaignId,
    period.key,
    JSON.stringify(period),
  ]);
}
