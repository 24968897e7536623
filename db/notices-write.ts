import type { Queryable } from './transaction.ts';

export interface NewNotice {
  /** Deterministic: the same happening is told once. */
  readonly key: string;
  readonly campaignId: string;
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly kind: string;
  readonly at: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export async function insertNotice(tx: Queryable, notice: NewNotice): Promise<void> {
  await tx.query({
    name: 'insert_notice',
    text: `INSERT INTO notice (key, campaign_id, obligation_id, unit_id, kind, at, body) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT DO NOTHING`,
    values: [
      notice.key,
      notice.campaignId,
      notice.obligationId,
      notice.unitId,
      notice.kind,
      notice.at,
      JSON.stringify(notice.body ?? {}),
    ],
  });
}
