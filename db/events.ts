import type { Queryable, Transaction } from './transaction.ts';

export interface NewEvent {
  readonly campaignId: string;
  /** On the campaign's clock. */
  readonly at: string;
  /** e.g. `obligation.accepted`; the stream's reader fetches what it shows. */
  readonly kind: string;
  readonly unitId?: string | null;
  readonly obligationId?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface StreamEvent {
  /** Position in the stream, opaque: pass it back as `after`. */
  readonly cursor: string;
  readonly at: string;
  readonly kind: string;
  readonly unitId: string | null;
  readonly obligationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function emitEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.query({
    name: 'emit_event',
    text: `INSERT INTO event (campaign_id, at, kind, unit_id, obligation_id, data) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [
      event.campaignId,
      event.at,
      event.kind,
      event.unitId ?? null,
      event.obligationId ?? null,
      JSON.stringify(event.data ?? {}),
    ],
  });
}

const CURSOR = /^(\d{1,20})\.(\d{1,19})$/;
const [LAST_TX, LAST_ID] = [2n ** 64n - 1n, 2n ** 63n - 1n];

/** Numbers that the database can read as a transaction and an id (xid8, bigint). */
export function isEventCursor(text: string): boolean {
  const [, tx, id] = CURSOR.exec(text) ?? [];
  return tx !== undefined && id !== undefined && BigInt(tx) <= LAST_TX && BigInt(id) <= LAST_ID;
}

export interface EventFilter {
  readonly campaignId: string;
  /** Only what concerns units of this subtree, or the campaign as a whole; null = all. */
  readonly scope: string | null;
  /** Cursor of the last event seen; null = from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * The next events in stream order (transaction, id), never skipping one: only transactions older than
 * every running one are read, so nothing can still appear before the cursor. An event therefore shows
 * once no older writing transaction is under way, normally within milliseconds.
 */
export async function findEvents(db: Queryable, filter: EventFilter): Promise<StreamEvent[]> {
  const [tx, id] = (filter.after ?? '0.0').split('.');
  const { rows } = await db.query<StreamEvent>(
    `SELECT e.tx::text || '.' || e.id AS cursor, e.at, e.kind, e.unit_id AS "unitId",
            e.obligation_id AS "obligationId", e.data
       FROM event e LEFT JOIN obligation o ON o.id = e.obligation_id
      WHERE e.campaign_id = $1
        AND (e.tx, e.id) > ($2::text::xid8, $3::bigint)
        AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
        AND ($5::text IS NULL OR (e.unit_id IS NULL AND o.id IS NULL) OR EXISTS (
              SELECT FROM unit s, unit u, campaign c
               WHERE s.id = $5 AND c.id = e.campaign_id AND u.path <@ s.path
                 AND u.id IN (e.unit_id, o.unit_id, o.collector_unit_id, o.disseminator_unit_id, c.root_unit_id)))
      ORDER BY e.tx, e.id
      LIMIT $4`,
    [filter.campaignId, tx, id, filter.limit, filter.scope],
  );
  return rows;
}

/** Position behind everything readable now: where a stream that shows only what is new begins. */
export async function latestEventCursor(db: Queryable, campaignId: string): Promise<string | null> {
  const { rows } = await db.query<{ cursor: string }>(
    `SELECT tx::text || '.' || id AS cursor FROM event
      WHERE campaign_id = $1 AND tx < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY tx DESC, id DESC LIMIT 1`,
    [campaignId],
  );
  return rows[0]?.cursor ?? null;
}
