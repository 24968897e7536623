import type { Coverage, ConsolidatedReport } from '#engine';
import type { ObligationStatus, ReportKind, Values } from '#model';
import type { NodeRef } from '#model/contract';
import { OBLIGATION_COLUMNS, type ObligationRow } from './obligations.ts';
import { nameOf } from './people.ts';
import { OWED } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** A version of a child's report as the table of children needs it. Names, never ids. */
export interface CollectedVersion {
  readonly no: number;
  readonly kind: ReportKind;
  readonly state: 'submitted' | 'accepted' | 'returned' | 'superseded';
  readonly values: Values;
  readonly receivedAt: string;
  readonly byName: string | null;
  readonly onBehalfOfName: string | null;
  readonly attachments: number;
  /** SHA-256: the receipt. */
  readonly hash: string;
}

/** One obligation that a unit collects, with all that its table says of it. */
export interface CollectedObligation extends ObligationRow {
  /** Unit ids from the top of its chain to the unit itself. */
  readonly unitPath: readonly string[];
  /** The latest version; null: nothing came in yet. */
  readonly latest: CollectedVersion | null;
  /** The one whose figures count, where it is not the latest. */
  readonly counted: CollectedVersion | null;
  readonly askedExtension: {
    readonly id: string;
    readonly askedDueAt: string;
    readonly askedDate: string;
    readonly reason: string;
    readonly askedAt: string;
    readonly askedByName: string | null;
  } | null;
  readonly lastReminder: { readonly kind: string; readonly at: string } | null;
  /** Who handed the latest version in and who asked for more time, `person:<id>` or `service:<id>`, and for whom. */
  readonly reporters: readonly string[];
  readonly askers: readonly string[];
}

const VERSION = `jsonb_build_object('no', r.no, 'kind', r.kind, 'state', r.state, 'values', r.values, 'receivedAt', iso(r.received_at), 'hash', r.hash,
  'byName', ${nameOf('r.submitted_by')}, 'onBehalfOfName', ${nameOf('r.on_behalf_of')},
  'attachments', (SELECT count(*) FROM report_attachment b WHERE b.report_version_id = r.id))`;

/** What a consolidating unit collects in one period, in the order of the drawing: one statement, however many children. */
export async function collectedTable(tx: Queryable, ref: NodeRef): Promise<CollectedObligation[]> {
  const found = await tx.query<CollectedObligation>(
    `SELECT ${OBLIGATION_COLUMNS}, string_to_array((SELECT path::text FROM unit WHERE id = o.unit_id), '.') AS "unitPath",
       (SELECT ${VERSION} FROM report_version r WHERE r.obligation_id = o.id AND r.no = o.version) AS latest,
       CASE WHEN o.accepted_version <> o.version THEN
         (SELECT ${VERSION} FROM report_version r WHERE r.obligation_id = o.id AND r.no = o.accepted_version) END AS counted,
       (SELECT jsonb_build_object('id', e.id, 'askedDueAt', iso(e.asked_due_at), 'askedDate', e.asked_date, 'reason', e.reason,
               'askedAt', iso(e.asked_at), 'askedByName', ${nameOf('e.asked_by')})
          FROM extension e WHERE e.obligation_id = o.id AND e.state = 'asked') AS "askedExtension",
       (SELECT jsonb_build_object('kind', t.kind, 'at', iso(t.at)) FROM notice t
         WHERE t.obligation_id = o.id AND t.kind IN ('reminder', 'urged', 'overdue', 'escalation')
         ORDER BY t.at DESC, t.id DESC LIMIT 1) AS "lastReminder",
       COALESCE((SELECT array_remove(ARRAY[r.submitted_by, r.on_behalf_of], NULL) FROM report_version r
         WHERE r.obligation_id = o.id AND r.no = o.version), '{}') AS reporters,
       COALESCE((SELECT array_remove(ARRAY[e.asked_by, e.on_behalf_of], NULL) FROM extension e
         WHERE e.obligation_id = o.id AND e.state = 'asked'), '{}') AS askers
     FROM obligation o
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3 AND o.report_id IS NOT NULL
     ORDER BY o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** The unit's own obligation upwards, to which its signed consolidation goes. */
export interface OwnUpward {
  readonly obligationId: string;
  readonly reportId: string | null;
  readonly collectorId: string | null;
  readonly collectorName: string | null;
  readonly status: ObligationStatus;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly returnReason: string | null;
  readonly version: number;
  readonly acceptedVersion: number | null;
  /** Of the latest version that went up. */
  readonly revision: number | null;
  readonly receivedAt: string | null;
  readonly hash: string | null;
}

export async function ownUpward(tx: Queryable, ref: NodeRef): Promise<OwnUpward[]> {
  const found = await tx.query<OwnUpward>(
    `SELECT o.id AS "obligationId", o.report_id AS "reportId", o.collector_unit_id AS "collectorId", u.name AS "collectorName", o.status, o.due_at AS "dueAt",
       o.rework_due_at AS "reworkDueAt", CASE WHEN o.status = 'returned' THEN o.return_reason END AS "returnReason", o.version,
       o.accepted_version AS "acceptedVersion", k.revision, r.received_at AS "receivedAt", r.hash
     FROM obligation o LEFT JOIN unit u ON u.id = o.collector_unit_id
     LEFT JOIN report_version r ON r.obligation_id = o.id AND r.no = o.version
     LEFT JOIN consolidation k ON k.id = r.consolidation_id
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.unit_id = $3 AND o.consolidates
       AND ${OWED} ORDER BY o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** A revision of a consolidation without its figures. */
export interface RevisionLine {
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly drawnAt: string;
  readonly signedAt: string | null;
  readonly signedByName: string | null;
  readonly signedOnBehalfOfName: string | null;
  readonly owed: number;
  readonly accepted: number;
  readonly differences: number;
}

export async function revisionLines(tx: Queryable, ref: NodeRef): Promise<RevisionLine[]> {
  const found = await tx.query<RevisionLine>(
    `SELECT k.revision, k.state, k.drawn_at AS "drawnAt", k.signed_at AS "signedAt", ${nameOf('k.signed_by')} AS "signedByName",
       ${nameOf('k.signed_on_behalf_of')} AS "signedOnBehalfOfName", (k.coverage->>'owed')::int AS owed,
       (k.coverage->>'accepted')::int AS accepted,
       (SELECT COALESCE(sum(jsonb_array_length(d.value)), 0)::int FROM jsonb_each(k.differences) d) AS differences
     FROM consolidation k WHERE k.campaign_id = $1 AND k.period_key = $2 AND k.unit_id = $3 ORDER BY k.revision`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** A text of a child's accepted report, or of its consolidation, before anybody picks. */
export interface TextSource {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly version: number;
  /** Of a plain report. */
  readonly text: string | null;
  /** Of a consolidation: every paragraph that it carries. */
  readonly paragraphs: ConsolidatedReport['sections'][string] | null;
}

/** One section of the accepted reports of everything this unit collects. */
export async function gatheredTexts(
  tx: Queryable,
  ref: NodeRef & { readonly reportId: string; readonly sectionId: string },
): Promise<TextSource[]> {
  const found = await tx.query<TextSource>(
    `SELECT o.id AS "obligationId", o.unit_id AS "unitId", o.unit_name AS "unitName", r.no AS version,
       CASE WHEN below.id IS NULL THEN r.sections->>$5 END AS text,
       below.reports->o.report_id->'sections'->$5 AS paragraphs
     FROM obligation o JOIN report_version r ON r.obligation_id = o.id AND r.no = o.accepted_version
     LEFT JOIN consolidation below ON below.id = r.consolidation_id
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3 AND o.report_id = $4
       AND ${OWED} ORDER BY o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId, ref.reportId, ref.sectionId],
  );
  return found.rows;
}

/** A report that went into a snapshot, as an exported file names its sources. */
export interface FiledSource {
  /** Snapshot that it went into. */
  readonly intoId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly version: number;
  readonly values: Values;
  readonly late: boolean;
  readonly receivedAt: string;
  readonly byName: string | null;
  readonly onBehalfOfName: string | null;
  readonly hash: string;
  readonly below: FiledSnapshot | null;
}

export interface FiledSnapshot {
  readonly id: string;
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly coverage: Coverage;
}

/** The sources of several snapshots at once: one statement per level of the tree. */
export async function filedSources(
  tx: Queryable,
  consolidationIds: readonly string[],
): Promise<FiledSource[]> {
  const found = await tx.query<FiledSource>(
    `SELECT s.consolidation_id AS "intoId", o.unit_id AS "unitId", o.unit_name AS "unitName", o.report_id AS "reportId",
       r.no AS version, r.values, r.late, r.received_at AS "receivedAt", ${nameOf('r.submitted_by')} AS "byName",
       ${nameOf('r.on_behalf_of')} AS "onBehalfOfName", r.hash,
       CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'reports', k.reports, 'coverage', k.coverage) END AS below
     FROM consolidation_source s JOIN obligation o ON o.id = s.obligation_id JOIN report_version r ON r.id = s.report_version_id
     LEFT JOIN consolidation k ON k.id = r.consolidation_id
     WHERE s.consolidation_id = ANY($1::uuid[]) ORDER BY o.seq`,
    [consolidationIds],
  );
  return found.rows;
}

/** The consolidations behind the accepted reports of everything this unit collects now. */
export async function acceptedSnapshots(
  tx: Queryable,
  ref: NodeRef,
): Promise<(FiledSnapshot & { readonly obligationId: string })[]> {
  const found = await tx.query<FiledSnapshot & { readonly obligationId: string }>(
    `SELECT o.id AS "obligationId", k.id, k.reports, k.coverage
     FROM obligation o JOIN report_version r ON r.obligation_id = o.id AND r.no = o.accepted_version
     JOIN consolidation k ON k.id = r.consolidation_id
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3 ORDER BY o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}
