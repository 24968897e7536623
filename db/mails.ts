import type { Queryable, Transaction } from './transaction.ts';

export interface Round {
  /** Civil day in Asia/Ho_Chi_Minh. */
  readonly day: string;
  /** Roles whose holders are told by mail. */
  readonly roles: readonly string[];
  /** The scope that a delegation must include. */
  readonly scope: string;
  /** Older notices than this many days are not sent: mail had been off. */
  readonly notOlderDays: number;
}

/** Whether the digests of a day are still to be made. */
export async function isRoundOpen(db: Queryable, day: string): Promise<boolean> {
  const { rows } = await db.query<{ open: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM mail_round WHERE day = $1) AS open',
    [day],
  );
  return rows[0]?.open ?? false;
}

/**
 * Makes the digests of a day, one row per person who has something to be told; null: another worker has
 * made them. Whoever holds a post of a unit now, or stands in for its holder, is told what the unit was
 * told and no round has passed yet, and what was told to himself. Each notice is marked as passed: a number
 * "up to here" would skip one that was numbered earlier and committed later. What has been dealt with
 * meanwhile is left out, and so are rehearsals.
 */
export async function makeRound(tx: Transaction, round: Round): Promise<number | null> {
  const claimed = await tx.query('INSERT INTO mail_round (day) VALUES ($1) ON CONFLICT DO NOTHING', [
    round.day,
  ]);
  if (claimed.rowCount === 0) return null;
  const made = await tx.query<{ digests: number }>(ROUND, [
    round.day,
    [...round.roles],
    round.scope,
    round.notOlderDays,
  ]);
  return made.rows[0]?.digests ?? 0;
}

/** What a notice asked for has been done since, or is no more asked. */
const SETTLED = `n.kind IN ('opened', 'reminder', 'overdue', 'escalation', 'returned', 'urged') AND o.id IS NOT NULL AND (
  o.closed OR o.status IN ('dormant', 'submitted', 'accepted', 'cancelled')
  OR (o.kind = 'acknowledge' AND o.acknowledged_at IS NOT NULL) OR (n.kind = 'opened' AND o.acknowledged_at IS NOT NULL))`;

const ROUND = `
  WITH holder AS (
    SELECT h.person_id, p.unit_id FROM post_holder h JOIN post p ON p.id = h.post_id
     WHERE h.to_at IS NULL AND p.closed_at IS NULL AND p.roles && $2::text[]
    UNION
    SELECT d.to_person_id, p.unit_id FROM delegation d JOIN post p ON p.id = d.post_id
      JOIN post_holder h ON h.post_id = p.id AND h.person_id = d.from_person_id AND h.to_at IS NULL
     WHERE d.ended_at IS NULL AND d.from_at <= clock_timestamp() AND clock_timestamp() < d.to_at
       AND p.closed_at IS NULL AND p.roles && $2::text[] AND (d.scopes IS NULL OR $3 = ANY(d.scopes))
  ), passed AS (
    UPDATE notice n SET digest_day = $1
     WHERE n.digest_day IS NULL
       AND n.at > now() - make_interval(days => CASE WHEN EXISTS (SELECT FROM mail_round WHERE day < $1) THEN $4 ELSE 1 END)
       AND (n.campaign_id IS NULL
            OR EXISTS (SELECT FROM campaign c WHERE c.id = n.campaign_id AND c.mode = 'live' AND c.status <> 'cancelled'))
     RETURNING n.id, n.unit_id, n.person_id, n.kind, n.obligation_id
  ), told AS (
    SELECT n.id, n.unit_id, n.person_id FROM passed n LEFT JOIN obligation o ON o.id = n.obligation_id WHERE NOT (${SETTLED})
  ), reader AS (
    SELECT t.id, h.person_id FROM told t JOIN holder h USING (unit_id) WHERE t.person_id IS NULL
    UNION ALL
    SELECT t.id, t.person_id FROM told t WHERE t.person_id IS NOT NULL
  ), made AS (
    INSERT INTO mail (person_id, day, address, notice_ids)
    SELECT p.id, $1, p.email, array_agg(r.id ORDER BY r.id) FROM reader r JOIN person p ON p.id = r.person_id
     WHERE p.disabled_at IS NULL AND p.email IS NOT NULL GROUP BY p.id
    ON CONFLICT (person_id, day) DO NOTHING RETURNING 1
  )
  UPDATE mail_round SET digests = (SELECT count(*) FROM made) WHERE day = $1 RETURNING digests`;

export interface ClaimedMail {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly day: string;
  readonly address: string;
  readonly noticeIds: readonly number[];
  /** This one included. Who holds another number has lost its claim. */
  readonly attempts: number;
  /** Of its making, for how long it is tried. */
  readonly ageHours: number;
  readonly disabled: boolean;
}

/** Takes the next mail to send for `leaseSeconds`; several workers never take the same. */
export async function claimMail(db: Queryable, leaseSeconds: number): Promise<ClaimedMail | null> {
  const { rows } = await db.query<ClaimedMail>(
    `UPDATE mail m SET taken_at = clock_timestamp(), attempts = m.attempts + 1
       FROM (SELECT id FROM mail WHERE state = 'waiting' AND next_at <= clock_timestamp()
                AND (taken_at IS NULL OR taken_at < clock_timestamp() - make_interval(secs => $1))
              ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) n, person p
      WHERE m.id = n.id AND p.id = m.person_id
      RETURNING m.id, m.person_id AS "personId", p.name AS "personName", m.day, m.address, m.notice_ids AS "noticeIds",
                m.attempts, p.disabled_at IS NOT NULL AS disabled,
                floor(extract(epoch FROM clock_timestamp() - (m.day + time '00:00') AT TIME ZONE 'Asia/Ho_Chi_Minh') / 3600)::int AS "ageHours"`,
    [leaseSeconds],
  );
  return rows[0] ?? null;
}

export type MailOutcome =
  | { readonly state: 'sent' | 'refused'; readonly answer: string }
  | { readonly state: 'waiting'; readonly answer: string; readonly retrySeconds: number };

/** What became of an attempt; nothing where the claim has been lost to another worker meanwhile. */
export async function settleMail(
  db: Queryable,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  outcome: MailOutcome,
): Promise<void> {
  await db.query(
    `UPDATE mail SET state = $3, answer = left($4, 500), taken_at = NULL,
            sent_at = CASE WHEN $3 = 'sent' THEN clock_timestamp() END,
            next_at = clock_timestamp() + make_interval(secs => $5)
      WHERE id = $1 AND attempts = $2 AND state = 'waiting'`,
    [id, attempts, outcome.state, outcome.answer, outcome.state === 'waiting' ? outcome.retrySeconds : 0],
  );
}

export interface ListedMail {
  readonly id: string;
  readonly personName: string;
  readonly address: string;
  readonly day: string;
  readonly notices: number;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly attempts: number;
  readonly nextAt: string;
  readonly sentAt: string | null;
  /** What the mail server said last. */
  readonly answer: string | null;
}

/** Newest day first; people who hold a post in the scope. */
export async function findMails(
  db: Queryable,
  filter: {
    readonly scope: string | null;
    readonly state: string | null;
    readonly before: { readonly day: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<ListedMail[]> {
  const { rows } = await db.query<ListedMail>(
    `SELECT m.id, p.name AS "personName", m.address, m.day, cardinality(m.notice_ids) AS notices, m.state, m.attempts,
            m.next_at AS "nextAt", m.sent_at AS "sentAt", m.answer
       FROM mail m JOIN person p ON p.id = m.person_id
      WHERE ($1::text IS NULL OR EXISTS (
              SELECT FROM post_holder h JOIN post o ON o.id = h.post_id JOIN unit u ON u.id = o.unit_id
               WHERE h.person_id = p.id AND h.to_at IS NULL AND u.path <@ (SELECT path FROM unit WHERE id = $1)))
        AND ($2::text IS NULL OR m.state = $2)
        AND ($3::date IS NULL OR m.day < $3 OR (m.day = $3 AND m.id > $4::uuid))
      ORDER BY m.day DESC, m.id LIMIT $5`,
    [filter.scope, filter.state, filter.before?.day ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}
