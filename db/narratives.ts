import type { NarrativeParagraph, SignedNarrative } from '#model';
import type { NodeRef } from '#model/contract';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

/** One section of one report form of a consolidating unit. */
export interface SectionRef extends NodeRef {
  readonly reportId: string;
  readonly sectionId: string;
}

export interface NarrativeRow {
  readonly reportId: string;
  readonly sectionId: string;
  readonly paragraphs: readonly NarrativeParagraph[];
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedByName: string | null;
}

const COLUMNS = `n.report_id AS "reportId", n.section_id AS "sectionId", n.paragraphs, n.revision,
  n.updated_at AS "updatedAt", ${nameOf('n.updated_by')} AS "updatedByName"`;

/** Every section of a node that somebody has written in. */
export async function narrativesOf(tx: Queryable, ref: NodeRef): Promise<NarrativeRow[]> {
  const found = await tx.query<NarrativeRow>(
    `SELECT ${COLUMNS} FROM narrative n WHERE n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = $3
     ORDER BY n.report_id, n.section_id`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

export interface NarrativeSave extends SectionRef {
  readonly paragraphs: readonly NarrativeParagraph[];
  /** Revision that was read; 0: nobody had written yet. */
  readonly expectedRevision: number;
  readonly by: string;
  /** On the campaign's clock. */
  readonly at: string;
}

/** Null: somebody else has saved since. */
export async function saveNarrative(tx: Queryable, save: NarrativeSave): Promise<number | null> {
  const { campaignId, periodKey, unitId, reportId, sectionId, expectedRevision } = save;
  const values = [
    campaignId,
    periodKey,
    unitId,
    reportId,
    sectionId,
    JSON.stringify(save.paragraphs),
    save.by,
    save.at,
  ];
  const saved =
    expectedRevision === 0
      ? await tx.query<{ revision: number }>(
          `INSERT INTO narrative (campaign_id, period_key, unit_id, report_id, section_id, paragraphs, updated_by, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING revision`,
          values,
        )
      : await tx.query<{ revision: number }>(
          `UPDATE narrative SET paragraphs = $6, revision = revision + 1, updated_by = $7, updated_at = $8
           WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3 AND report_id = $4 AND section_id = $5
             AND revision = $9 RETURNING revision`,
          [...values, expectedRevision],
        );
  return saved.rows[0]?.revision ?? null;
}

/** The paragraphs behind a revision that is signed now. */
export async function keepSignedNarrative(
  tx: Queryable,
  consolidationId: string,
  narrative: SignedNarrative,
): Promise<void> {
  await tx.query('UPDATE consolidation SET narrative = $2 WHERE id = $1', [
    consolidationId,
    JSON.stringify(narrative),
  ]);
}

/** Null: signed without one, or not signed. */
export async function signedNarrative(
  tx: Queryable,
  ref: NodeRef & { readonly revision: number },
): Promise<SignedNarrative | null> {
  const found = await tx.query<{ narrative: SignedNarrative | null }>(
    'SELECT narrative FROM consolidation WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3 AND revision = $4',
    [ref.campaignId, ref.periodKey, ref.unitId, ref.revision],
  );
  return found.rows[0]?.narrative ?? null;
}
