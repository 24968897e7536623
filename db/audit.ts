import type { Queryable, Transaction } from './transaction.ts';

export interface AuditEntry {
  /** `person:<id>`, `service:<id>`, or `engine`. */
  readonly actor: string;
  readonly actorUnitId?: string | null;
  /** What was done, e.g. `report.accepted`. */
  readonly act: string;
  readonly campaignId?: string | null;
  /** The unit concerned; whoever has it in scope may read the row. */
  readonly unitId?: string | null;
  /** The thing done to: an id, a key. */
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly actorUnitId: string | null;
  readonly act: string;
  readonly campaignId: string | null;
  readonly unitId: string | null;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

/**
 * Appends one entry to the trail, in the transaction of the act. Call it late: a chain's head stays
 * locked until the commit. 32 chains let 32 transactions commit side by side: measured with 40 writers
 * on two cores, 1,400–1,800 transactions a second against 770 through a single chain.
 */
export async function audit(tx: Transaction, entry: AuditEntry): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'append_audit',
    text: 'SELECT append_audit($1, $2, $3, $4, $5, $6, $7, $8) AS id',
    values: [
      entry.actor,
      entry.actorUnitId ?? null,
      entry.act,
      entry.campaignId ?? null,
      entry.unitId ?? null,
      entry.subject ?? '',
      json(entry.before),
      json(entry.after),
    ],
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('append_audit returned no row');
  return id;
}

export interface AuditFilter {
  /** Subtree that may be read; null = all. */
  readonly scope: string | null;
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly actor?: string | undefined;
  /** Only rows older than this id. */
  readonly beforeId?: number | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function findAudit(db: Queryable, filter: AuditFilter): Promise<AuditRow[]> {
  const { rows } = await db.query<AuditRow>(
    `SELECT a.id, a.at, a.actor, a.actor_unit_id AS "actorUnitId", a.act, a.campaign_id AS "campaignId",
            a.unit_id AS "unitId", a.subject, a.before, a.after, a.hash
       FROM audit a
      WHERE ($1::text IS NULL OR EXISTS (
              SELECT FROM unit u, unit s
               WHERE s.id = $1 AND u.id IN (a.unit_id, a.actor_unit_id) AND u.path <@ s.path))
        AND ($2::uuid IS NULL OR a.campaign_id = $2)
        AND ($3::text IS NULL OR a.unit_id = $3)
        AND ($4::text IS NULL OR a.actor = $4)
        AND ($5::bigint IS NULL OR a.id < $5)
      ORDER BY a.id DESC
      LIMIT $6`,
    [
      filter.scope,
      filter.campaignId ?? null,
      filter.unitId ?? null,
      filter.actor ?? null,
      filter.beforeId ?? null,
      filter.limit,
    ],
  );
  return rows;
}

export interface AuditHead {
  readonly chain: number;
  readonly seq: number;
  readonly hash: string;
}

export interface AuditVerification {
  readonly intact: boolean;
  readonly rows: number;
  /** The earliest row at which a chain no longer fits, and how. */
  readonly firstBroken: {
    readonly id: number | null;
    readonly chain: number;
    readonly seq: number;
    readonly reason: 'altered' | 'unlinked' | 'gap' | 'missingTail' | 'differsFromHead';
  } | null;
  /** Newest hash of every chain: keep a copy elsewhere and pass it to the next verification. */
  readonly heads: readonly AuditHead[];
}

/**
 * Recomputes every chain in one pass inside the database. Finds altered, deleted, inserted and
 * reordered rows; rows cut off together with their head only when `known` heads, exported earlier, are given.
 */
export async function verifyAuditTrail(
  db: Queryable,
  known: readonly AuditHead[] = [],
): Promise<AuditVerification> {
  const { rows } = await db.query<{ total: number; heads: AuditHead[]; broken: Broken | null }>(VERIFY, [
    JSON.stringify(known),
  ]);
  const found = rows[0];
  if (!found) throw new Error('verification returned no row');
  return { intact: found.broken === null, rows: found.total, firstBroken: found.broken, heads: found.heads };
}

type Broken = NonNullable<AuditVerification['firstBroken']>;

const VERIFY = `
  WITH line AS (
    SELECT a.id, a.chain, a.seq, a.hash, a.prev_hash, audit_hash(a) AS computed,
           lag(a.seq, 1, 0::bigint) OVER w AS last_seq, lag(a.hash, 1, '') OVER w AS last_hash,
           lead(a.seq) OVER w IS NULL AS newest
      FROM audit a WINDOW w AS (PARTITION BY a.chain ORDER BY a.seq)
  ), fault AS (
    SELECT id, chain, seq, CASE
             WHEN seq <> last_seq + 1 THEN 'gap'
             WHEN prev_hash <> last_hash THEN 'unlinked'
             WHEN hash <> computed THEN 'altered' END AS reason
      FROM line WHERE seq <> last_seq + 1 OR prev_hash <> last_hash OR hash <> computed
    UNION ALL
    SELECT l.id, c.chain, c.seq, 'missingTail'
      FROM audit_chain c LEFT JOIN line l ON l.chain = c.chain AND l.newest
     WHERE (coalesce(l.seq, 0), coalesce(l.hash, '')) <> (c.seq, c.hash)
    UNION ALL
    SELECT l.id, k.chain, k.seq, 'differsFromHead'
      FROM jsonb_to_recordset($1::jsonb) AS k(chain int, seq bigint, hash text)
      LEFT JOIN line l ON l.chain = k.chain AND l.seq = k.seq
     WHERE k.seq > 0 AND l.hash IS DISTINCT FROM k.hash
  )
  SELECT (SELECT count(*) FROM line) AS total,
         (SELECT jsonb_agg(jsonb_build_object('chain', chain, 'seq', seq, 'hash', hash) ORDER BY chain)
            FROM audit_chain) AS heads,
         (SELECT jsonb_build_object('id', id, 'chain', chain, 'seq', seq, 'reason', reason)
            FROM fault ORDER BY id NULLS LAST, reason IN ('missingTail', 'differsFromHead'), chain, seq LIMIT 1) AS broken`;

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
