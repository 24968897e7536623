import type { Queryable } from './transaction.ts';

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

/** Newest first. */
export async function findNotices(db: Queryable, filter: NoticeFilter): Promise<ListedNotice[]> {
  const { rows } = await db.query<ListedNotice>(
    `SELECT n.id, n.campaign_id AS "campaignId", c.title AS "campaignTitle", n.obligation_id AS "obligationId",
            n.unit_id AS "unitId", u.name AS "unitName", n.kind, n.at, n.body
       FROM notice n JOIN unit u ON u.id = n.unit_id JOIN campaign c ON c.id = n.campaign_id
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
