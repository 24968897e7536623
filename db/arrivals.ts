import { shownNumber } from './document-code.ts';
import { DEADLINE_IN_FORCE } from './obligations.ts';
import { TO_DO } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** How a campaign reached a unit: with obligations, with tasks though it is no addressee, or for information. */
export interface Arrival {
  readonly periodKey: string;
  readonly fromUnitId: string;
  readonly at: string;
}

/** The first time that the campaign reached the unit; null: not yet. */
export async function arrivalOf(
  tx: Queryable,
  of: { readonly unitId: string; readonly campaignId: string },
): Promise<Arrival | null> {
  const found = await tx.query<Arrival>(
    `SELECT period_key AS "periodKey", from_unit_id AS "fromUnitId", at FROM desk_arrival
      WHERE desk = $1 AND campaign_id = $2 ORDER BY at, period_key DESC LIMIT 1`,
    [of.unitId, of.campaignId],
  );
  return found.rows[0] ?? null;
}

export interface WaitingArrival extends Arrival {
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly mode: 'live' | 'rehearsal';
  readonly fromName: string;
  readonly fromKind: string;
  readonly subject: string;
  readonly code: string | null;
}

/** Running campaigns that reached the unit and stand in no register yet; the oldest first. */
export async function waitingArrivals(
  tx: Queryable,
  unitId: string,
  limit: number,
): Promise<WaitingArrival[]> {
  const found = await tx.query<WaitingArrival>(
    `SELECT DISTINCT ON (a.at, a.campaign_id) a.campaign_id AS "campaignId", a.period_key AS "periodKey",
       a.from_unit_id AS "fromUnitId", a.at, c.title AS "campaignTitle", c.mode, u.name AS "fromName", u.kind AS "fromKind",
       coalesce(said->>'subject', c.directive->>'subject', c.title) AS subject,
       ${shownNumber('said')} || CASE c.directive->>'system' WHEN 'party' THEN '-' ELSE '/' END || (said->>'codeNotation') AS code
     FROM (SELECT DISTINCT ON (campaign_id) * FROM desk_arrival WHERE desk = $1 ORDER BY campaign_id, at, period_key DESC) a
     JOIN campaign c ON c.id = a.campaign_id AND c.status = 'running'
     JOIN unit u ON u.id = a.from_unit_id
     LEFT JOIN campaign_node n ON n.campaign_id = a.campaign_id AND n.unit_id = a.from_unit_id AND n.letter IS NOT NULL
     -- what the root sends without a letter of its own is the directive itself
     CROSS JOIN LATERAL (SELECT coalesce(n.letter, CASE WHEN c.root_unit_id = a.from_unit_id THEN c.directive END) AS said) sent
     WHERE NOT EXISTS (SELECT 1 FROM incoming_document d WHERE d.unit_id = $1 AND d.campaign_id = a.campaign_id)
     -- as issuedLetter: the letter of the period in which it arrived, else the latest
     ORDER BY a.at, a.campaign_id, (n.period_key = a.period_key) DESC, n.disseminated_at DESC LIMIT $2`,
    [unitId, limit],
  );
  return found.rows;
}

/**
 * Everything open that the unit has to do in the campaign: what its leader's opinion assigns. `firstDueAt` is the
 * earliest deadline of what is to do, also where it has passed (unlike a campaign's next one, `db/counts.ts`): a date
 * that the leader sets behind it is behind a deadline either way, and he is asked.
 */
export async function openWorkOf(
  tx: Queryable,
  of: { readonly unitId: string; readonly campaignId: string },
): Promise<{ obligationIds: string[]; actorTaskIds: string[]; firstDueAt: string | null; passOn: string[] }> {
  const found = await tx.query<{
    obligationIds: string[];
    actorTaskIds: string[];
    firstDueAt: string | null;
    passOn: string[];
  }>(
    `SELECT ARRAY(SELECT o.id::text FROM obligation o WHERE o.campaign_id = $1 AND o.unit_id = $2 AND NOT o.closed
                    AND (${TO_DO} OR o.status = 'submitted') ORDER BY o.id) AS "obligationIds",
       ARRAY(SELECT t.id::text FROM actor_task t WHERE t.campaign_id = $1 AND t.unit_id = $2 AND t.acknowledged_at IS NULL
               ORDER BY t.id) AS "actorTaskIds",
       iso((SELECT min(${DEADLINE_IN_FORCE}) FROM obligation o WHERE o.campaign_id = $1 AND o.unit_id = $2 AND NOT o.closed
              AND ${TO_DO})) AS "firstDueAt",
       ARRAY(SELECT n.period_key FROM campaign_node n WHERE n.campaign_id = $1 AND n.unit_id = $2 AND n.disseminates
               AND n.dissemination = 'official' AND n.opened_at IS NOT NULL AND n.disseminated_at IS NULL
               ORDER BY n.period_key) AS "passOn"`,
    [of.campaignId, of.unitId],
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error('a SELECT without FROM gives one row');
  return row;
}
