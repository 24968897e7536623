import type { Queryable } from './transaction.ts';

/** A notice with the names and places that its sentence and its link are made of. */
export interface ListedNotice {
  readonly id: number;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  /** On the campaign's clock. */
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly periodKey: string | null;
  readonly periodLabel: string | null;
  /** Whose obligation it is about, and who collects it. */
  readonly aboutUnitId: string | null;
  readonly aboutName: string | null;
  readonly collectorUnitId: string | null;
  readonly fromName: string | null;
}

export interface NoticeFilter {
  /** Subtree whose units' notices may be read; null = all. */
  readonly scope: string | null;
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly kind?: string | undefined;
  readonly beforeId?: number | undefined;
  readonly limit: number;
}

const COLUMNS = `n.id, n.campaign_id AS "campaignId", c.title AS "campaignTitle", n.obligation_id AS "obligationId",
  n.unit_id AS "unitId", u.name AS "unitName", n.kind, n.at, n.body,
  COALESCE(o.period_key, n.body->>'periodKey') AS "periodKey",
  (SELECT p.label FROM campaign_period p WHERE p.campaign_id = n.campaign_id
     AND p.key = COALESCE(o.period_key, n.body->>'periodKey')) AS "periodLabel",
  o.unit_id AS "aboutUnitId", o.unit_name AS "aboutName", o.collector_unit_id AS "collectorUnitId",
  (SELECT f.name FROM unit f WHERE f.id = n.body->>'from') AS "fromName"`;
const FROM = `notice n JOIN unit u ON u.id = n.unit_id JOIN campaign c ON c.id = n.campaign_id
  LEFT JOIN obligation o ON o.id = n.obligation_id`;

/** Newest first. */
export async function findNotices(db: Queryable, filter: NoticeFilter): Promise<ListedNotice[]> {
  const { rows } = await db.query<ListedNotice>(
    `SELECT ${COLUMNS}
       FROM ${FROM}
      WHERE ($1::text IS NULL OR u.path <@ (SELECT path FROM unit WHERE id = $1))
        AND ($2::uuid IS NULL OR n.campaign_id = $2)
        AND ($3::text IS NULL OR n.unit_id = $3)
        AND ($4::text IS NULL OR n.kind = $4)
        AND ($5::bigint IS NULL OR n.id < $5)
      ORDER BY n.id DESC LIMIT $6`,
    [
      filter.scope,
      filter.campaignId ?? null,
      filter.unitId ?? null,
      filter.kind ?? null,
      filter.beforeId ?? null,
      filter.limit,
    ],
  );
  return rows;
}

/** Those of a digest, oldest first. */
export async function noticesByIds(db: Queryable, ids: readonly number[]): Promise<ListedNotice[]> {
  const { rows } = await db.query<ListedNotice>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE n.id = ANY($1::bigint[]) ORDER BY n.id`,
    [ids],
  );
  return rows;
}

export interface Unseen {
  readonly count: number;
  /** Number of the newest notice of the unit, seen or not. */
  readonly latest: number;
  /** Up to which one the person has looked. */
  readonly seen: number;
}

const SEEN = `COALESCE((SELECT (p.notices_seen->>$2)::bigint FROM person p WHERE p.id = $1), 0)`;

/** How many of a unit's notices a person has not looked at, counted up to `most`. */
export async function countUnseen(
  db: Queryable,
  { personId, unitId, most }: { personId: string; unitId: string; most: number },
): Promise<Unseen> {
  const { rows } = await db.query<Unseen>({
    name: 'unseen_notices',
    text: `SELECT (SELECT count(*)::int FROM (
               SELECT 1 FROM notice n WHERE n.unit_id = $2 AND n.id > ${SEEN} ORDER BY n.id LIMIT $3) x) AS count,
             COALESCE((SELECT max(n.id) FROM notice n WHERE n.unit_id = $2), 0) AS latest, ${SEEN} AS seen`,
    values: [personId, unitId, most],
  });
  const found = rows[0];
  if (found === undefined) throw new Error('no row from counting notices');
  return found;
}

/** Never backwards: a page that was left open does not make old notices new again. */
export async function putNoticesSeen(
  db: Queryable,
  { personId, unitId, upTo }: { personId: string; unitId: string; upTo: number },
): Promise<void> {
  await db.query(
    `UPDATE person SET notices_seen = jsonb_set(notices_seen, ARRAY[$2::text], to_jsonb($3::bigint))
      WHERE id = $1 AND COALESCE((notices_seen->>$2)::bigint, 0) < $3`,
    [personId, unitId, upTo],
  );
}
