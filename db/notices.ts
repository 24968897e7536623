import { ONCE } from '#model/period-name';
import type { Queryable } from './transaction.ts';

/** A notice with the names and places that its sentence and its link are made of. */
export interface ListedNotice {
  readonly id: number;
  /** Null: told to one person, of no campaign. */
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  /** On the campaign's clock. */
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly periodKey: string | null;
  /** Null also where the period is the only one. */
  readonly periodLabel: string | null;
  /** Whose obligation it is about, and who collects it. */
  readonly aboutUnitId: string | null;
  readonly aboutName: string | null;
  readonly collectorUnitId: string | null;
  readonly fromName: string | null;
}

/** Who looks: a person at work for a unit. */
export interface NoticeReader {
  readonly personId: string;
  readonly unitId: string;
}

export interface NoticeFilter {
  /** Null: a system, to which nothing is told in person. */
  readonly reader: NoticeReader | null;
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
     AND p.key = COALESCE(o.period_key, n.body->>'periodKey') AND p.key <> '${ONCE}') AS "periodLabel",
  o.unit_id AS "aboutUnitId", o.unit_name AS "aboutName", o.collector_unit_id AS "collectorUnitId",
  (SELECT f.name FROM unit f WHERE f.id = n.body->>'from') AS "fromName"`;
const FROM = `notice n JOIN unit u ON u.id = n.unit_id LEFT JOIN campaign c ON c.id = n.campaign_id
  LEFT JOIN obligation o ON o.id = n.obligation_id`;

/** What a person ($1) has seen of a unit ($2): {upTo, in}; null: nothing yet. */
const MARK = `(SELECT p.notices_seen->$2 FROM person p WHERE p.id = $1)`;
const forReader = `(n.person_id IS NULL OR n.person_id = $1)`;
/** Committed after he looked, though numbered before the last that he saw. */
const isLate = (mark: string): string =>
  `(n.tx >= pg_snapshot_xmin((${mark}->>'in')::pg_snapshot) AND NOT pg_visible_in_snapshot(n.tx, (${mark}->>'in')::pg_snapshot))`;

/** A notice in a list; `fresh`: of the unit that the reader works for, and he has not looked at it. */
export type NoticeInList = ListedNotice & { readonly fresh: boolean };

/** Newest first. What is told to another person alone is left out. */
export async function findNotices(db: Queryable, filter: NoticeFilter): Promise<NoticeInList[]> {
  const { rows } = await db.query<NoticeInList>(
    `WITH mark AS MATERIALIZED (SELECT ${MARK} AS seen)
     SELECT ${COLUMNS}, n.unit_id IS NOT DISTINCT FROM $2
         AND (n.id > COALESCE((seen->>'upTo')::bigint, 0) OR COALESCE(${isLate('seen')}, false)) AS fresh
       FROM ${FROM} CROSS JOIN mark
      WHERE ${forReader}
        AND ($3::text IS NULL OR u.path <@ (SELECT path FROM unit WHERE id = $3))
        AND ($4::uuid IS NULL OR n.campaign_id = $4)
        AND ($5::text IS NULL OR n.unit_id = $5)
        AND ($6::text IS NULL OR n.kind = $6)
        AND ($7::bigint IS NULL OR n.id < $7)
      ORDER BY n.id DESC LIMIT $8`,
    [
      filter.reader?.personId ?? null,
      filter.reader?.unitId ?? null,
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
  /** What had been committed when this was read, for the mark (`pg_snapshot`); null for systems, which mark nothing. */
  readonly asOf: string | null;
}

/** How many of a unit's notices a person has not looked at, counted up to `most`. */
export async function countUnseen(
  db: Queryable,
  { personId, unitId, most }: NoticeReader & { readonly most: number },
): Promise<Unseen> {
  const { rows } = await db.query<Unseen>({
    name: 'unseen_notices',
    text: `WITH mark AS MATERIALIZED (SELECT ${MARK} AS seen), upto AS MATERIALIZED (SELECT COALESCE((seen->>'upTo')::bigint, 0) AS id FROM mark)
           SELECT (SELECT count(*)::int FROM (
               (SELECT 1 FROM notice n WHERE n.unit_id = $2 AND n.id > (SELECT id FROM upto) AND ${forReader} ORDER BY n.id LIMIT $3)
               UNION ALL
               (SELECT 1 FROM notice n WHERE n.unit_id = $2 AND n.id <= (SELECT id FROM upto) AND ${forReader}
                   AND ${isLate('(SELECT seen FROM mark)')} ORDER BY n.tx LIMIT $3)
               LIMIT $3) x) AS count,
             COALESCE((SELECT max(n.id) FROM notice n WHERE n.unit_id = $2 AND ${forReader}), 0) AS latest,
             (SELECT id FROM upto) AS seen, pg_current_snapshot()::text AS "asOf"`,
    values: [personId, unitId, most],
  });
  const found = rows[0];
  if (found === undefined) throw new Error('no row from counting notices');
  return found;
}

/** Whether the text is an `asOf` as `countUnseen` gives it. */
export async function isSnapshot(db: Queryable, text: string): Promise<boolean> {
  const { rows } = await db.query<{ valid: boolean }>(
    `SELECT pg_input_is_valid($1, 'pg_snapshot') AS valid`,
    [text],
  );
  return rows[0]?.valid ?? false;
}

/**
 * Never backwards: a page that was left open does not make old notices new again. `asOf` says which of the
 * smaller numbers were there to be seen; null: those that are there now.
 */
export async function putNoticesSeen(
  db: Queryable,
  { personId, unitId, upTo, asOf }: NoticeReader & { readonly upTo: number; readonly asOf: string | null },
): Promise<void> {
  await db.query(
    `WITH new AS (SELECT COALESCE($4, pg_current_snapshot()::text) AS snapshot)
     UPDATE person SET notices_seen = jsonb_set(notices_seen, ARRAY[$2::text], jsonb_build_object('upTo', $3::bigint, 'in', new.snapshot))
       FROM new
      WHERE id = $1 AND (COALESCE((notices_seen->$2->>'upTo')::bigint, 0) < $3
        OR ((notices_seen->$2->>'upTo')::bigint = $3 AND COALESCE(
             pg_snapshot_xmax((notices_seen->$2->>'in')::pg_snapshot) <= pg_snapshot_xmax(new.snapshot::pg_snapshot), true)))`,
    [personId, unitId, upTo, asOf],
  );
}
