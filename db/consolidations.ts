import type { ConsolidatedReport, Coverage, Difference } from '#engine';
import type { Values } from '#model';
import type { NodeRef } from '#model/contract';
import { OWED } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** The consolidating unit's own figures and texts, per report form: they enter when it signs. */
export type OwnPart = Readonly<
  Record<string, { readonly values: Values; readonly sections: Readonly<Record<string, string>> }>
>;

export interface ConsolidationRow extends NodeRef {
  readonly id: string;
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly coverage: Coverage;
  readonly differences: Readonly<Record<string, readonly Difference[]>>;
  readonly ownPart: OwnPart | null;
  readonly drawnAt: string;
  readonly signedAt: string | null;
  readonly signedBy: string | null;
}

const COLUMNS = `k.id, k.campaign_id AS "campaignId", k.period_key AS "periodKey", k.unit_id AS "unitId", k.revision, k.state,
  k.reports, k.coverage, k.differences, k.own_part AS "ownPart", k.drawn_at AS "drawnAt", k.signed_at AS "signedAt",
  k.signed_by AS "signedBy"`;

const key = (ref: NodeRef): [string, string, string] => [ref.campaignId, ref.periodKey, ref.unitId];

/** An accepted report as it goes into a consolidation. */
export interface SourceRow {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly versionId: string;
  readonly receivedAt: string;
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  /** Where the report is itself a consolidation. */
  readonly consolidationId: string | null;
  readonly consolidated: ConsolidatedReport | null;
  readonly coverage: Coverage | null;
}

const SOURCE = `o.id AS "obligationId", o.unit_id AS "unitId", o.unit_name AS "unitName", o.report_id AS "reportId", r.id AS "versionId",
  r.received_at AS "receivedAt", r.values, r.sections, r.consolidation_id AS "consolidationId",
  below.reports->o.report_id AS consolidated, below.coverage`;

/** The accepted reports of everything this node collects, as of now. */
export async function acceptedSources(tx: Queryable, ref: NodeRef): Promise<SourceRow[]> {
  const found = await tx.query<SourceRow>(
    `SELECT ${SOURCE} FROM obligation o
     JOIN report_version r ON r.obligation_id = o.id AND r.no = o.accepted_version
     LEFT JOIN consolidation below ON below.id = r.consolidation_id
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3 AND ${OWED} ORDER BY o.seq`,
    key(ref),
  );
  return found.rows;
}

/** The reports that went into one snapshot. */
export async function sourcesOf(tx: Queryable, consolidationId: string): Promise<SourceRow[]> {
  const found = await tx.query<SourceRow>(
    `SELECT ${SOURCE} FROM consolidation_source s JOIN obligation o ON o.id = s.obligation_id
     JOIN report_version r ON r.id = s.report_version_id
     LEFT JOIN consolidation below ON below.id = r.consolidation_id
     WHERE s.consolidation_id = $1 ORDER BY o.seq`,
    [consolidationId],
  );
  return found.rows;
}

export type NewConsolidation = Omit<ConsolidationRow, 'id'>;

export async function insertConsolidation(
  tx: Queryable,
  made: NewConsolidation,
  sources: readonly SourceRow[],
): Promise<string> {
  const inserted = await tx.query<{ id: string }>(
    `INSERT INTO consolidation (campaign_id, period_key, unit_id, revision, state, reports, coverage, differences, own_part,
       drawn_at, signed_at, signed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      ...key(made),
      made.revision,
      made.state,
      JSON.stringify(made.reports),
      JSON.stringify(made.coverage),
      JSON.stringify(made.differences),
      made.ownPart === null ? null : JSON.stringify(made.ownPart),
      made.drawnAt,
      made.signedAt,
      made.signedBy,
    ],
  );
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error('consolidation not inserted');
  await tx.query(
    `INSERT INTO consolidation_source (consolidation_id, obligation_id, report_version_id, unit_id)
     SELECT $1, s."obligationId", s."versionId", s."unitId"
     FROM jsonb_to_recordset($2::jsonb) AS s ("obligationId" uuid, "versionId" uuid, "unitId" text)`,
    [
      id,
      JSON.stringify(
        sources.map(({ obligationId, versionId, unitId }) => ({ obligationId, versionId, unitId })),
      ),
    ],
  );
  return id;
}

/** A draft becomes the signed snapshot; with an own part its figures are those drawn up at the signature. */
export async function signDraft(
  tx: Queryable,
  id: string,
  signed: Pick<ConsolidationRow, 'reports' | 'coverage' | 'differences' | 'ownPart'> & {
    at: string;
    by: string;
  },
): Promise<void> {
  await tx.query(
    `UPDATE consolidation SET state = 'signed', signed_at = $2, signed_by = $3, reports = $4, differences = $5, own_part = $6, coverage = $7,
       signed_on_behalf_of = on_behalf_of()
     WHERE id = $1 AND state = 'draft'`,
    [
      id,
      signed.at,
      signed.by,
      JSON.stringify(signed.reports),
      JSON.stringify(signed.differences),
      signed.ownPart === null ? null : JSON.stringify(signed.ownPart),
      JSON.stringify(signed.coverage),
    ],
  );
}

export async function consolidationAt(
  tx: Queryable,
  ref: NodeRef,
  revision: number,
): Promise<ConsolidationRow | null> {
  const found = await tx.query<ConsolidationRow>(
    `SELECT ${COLUMNS} FROM consolidation k WHERE k.campaign_id = $1 AND k.period_key = $2 AND k.unit_id = $3 AND k.revision = $4`,
    [...key(ref), revision],
  );
  return found.rows[0] ?? null;
}

export async function consolidationsOf(tx: Queryable, ref: NodeRef): Promise<ConsolidationRow[]> {
  const found = await tx.query<ConsolidationRow>(
    `SELECT ${COLUMNS} FROM consolidation k WHERE k.campaign_id = $1 AND k.period_key = $2 AND k.unit_id = $3 ORDER BY k.revision`,
    key(ref),
  );
  return found.rows;
}

/** All snapshots of a campaign, for the canonical state. */
export async function allConsolidations(tx: Queryable, campaignId: string): Promise<ConsolidationRow[]> {
  const found = await tx.query<ConsolidationRow>(
    `SELECT ${COLUMNS} FROM consolidation k WHERE k.campaign_id = $1 ORDER BY k.period_key, k.unit_id, k.revision`,
    [campaignId],
  );
  return found.rows;
}
