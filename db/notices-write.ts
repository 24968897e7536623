import type { Queryable } from './transaction.ts';

export interface NewNotice {
  /** Deterministic: the same happening is told once. */
  readonly key: string;
  /** Null: of no campaign; then it is for one person. */
  readonly campaignId: string | null;
  readonly obligationId: string | null;
  readonly unitId: string;
  /** Told to this person alone instead of to everybody in the unit. */
  readonly personId?: string;
  readonly kind: string;
  readonly at: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export async function insertNotice(tx: Queryable, notice: NewNotice): Promise<void> {
  await tx.query({
    name: 'insert_notice',
    text: `INSERT INTO notice (key, campaign_id, obligation_id, unit_id, person_id, kind, at, body)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT DO NOTHING`,
    values: [
      notice.key,
      notice.campaignId,
      notice.obligationId,
      notice.unitId,
      notice.personId ?? null,
      notice.kind,
      notice.at,
      JSON.stringify(notice.body ?? {}),
    ],
  });
}
