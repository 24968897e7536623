import type { ReportKind, Values } from '#model';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export interface ReportVersionRow {
  readonly id: string;
  readonly obligationId: string;
  readonly no: number;
  readonly kind: ReportKind;
  readonly complete: boolean;
  readonly values: Values;
  readonly sections: Readonly<Record<string, string>>;
  readonly note: string;
  readonly consolidationId: string | null;
  readonly late: boolean;
  readonly workingDaysLate: number;
  /** SHA-256 of the canonical content: the receipt. */
  readonly hash: string;
  readonly receivedAt: string;
  readonly submittedBy: string;
  readonly submittedByName: string | null;
  /** In whose post, where somebody stood in. */
  readonly onBehalfOfName: string | null;
  readonly state: 'submitted' | 'accepted' | 'returned' | 'superseded';
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly reason: string | null;
}

const REPORT_COLUMNS = `r.id, r.obligation_id AS "obligationId", r.no, r.kind, r.complete, r.values, r.sections, r.note,
  r.consolidation_id AS "consolidationId", r.late, r.working_days_late AS "workingDaysLate", r.hash,
  r.received_at AS "receivedAt", r.submitted_by AS "submittedBy",
  ${nameOf('r.submitted_by')} AS "submittedByName", ${nameOf('r.on_behalf_of')} AS "onBehalfOfName", r.state, r.decided_at AS "decidedAt",
  r.decided_by AS "decidedBy", ${nameOf('r.decided_by')} AS "decidedByName", ${nameOf('r.decided_on_behalf_of')} AS "decidedForName", r.reason`;

export type NewReportVersion = Omit<
  ReportVersionRow,
  | 'id'
  | 'submittedByName'
  | 'onBehalfOfName'
  | 'state'
  | 'decidedAt'
  | 'decidedBy'
  | 'decidedByName'
  | 'decidedForName'
  | 'reason'
>;

/** The version before it, if nobody has decided on it, is superseded. */
export async function insertReportVersion(tx: Queryable, version: NewReportVersion): Promise<string> {
  await tx.query({
    name: 'supersede_report',
    text: `UPDATE report_version SET state = 'superseded' WHERE obligation_id = $1 AND no < $2 AND state = 'submitted'`,
    values: [version.obligationId, version.no],
  });
  const inserted = await tx.query<{ id: string }>({
    name: 'insert_report',
    text: `INSERT INTO report_version (obligation_id, no, kind, complete, values, sections, note, consolidation_id, late,
             working_days_late, hash, received_at, submitted_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    values: [
      version.obligationId,
      version.no,
      version.kind,
      version.complete,
      JSON.stringify(version.values),
      JSON.stringify(version.sections),
      version.note,
      version.consolidationId,
      version.late,
      version.workingDaysLate,
      version.hash,
      version.receivedAt,
      version.submittedBy,
    ],
  });
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error('report version not inserted');
  return id;
}

/** What was accepted before is superseded by what is accepted now; one that is returned supersedes nothing. */
export async function decideReportVersion(
  tx: Queryable,
  decision: {
    obligationId: string;
    no: number;
    state: 'accepted' | 'returned';
    at: string;
    by: string;
    reason: string | null;
  },
): Promise<void> {
  if (decision.state === 'accepted') {
    await tx.query({
      name: 'supersede_accepted',
      text: `UPDATE report_version SET state = 'superseded' WHERE obligation_id = $1 AND no < $2 AND state = 'accepted'`,
      values: [decision.obligationId, decision.no],
    });
  }
  await tx.query({
    name: 'decide_report',
    text: `UPDATE report_version SET state = $3, decided_at = $4, decided_by = $5, decided_on_behalf_of = on_behalf_of(), reason = $6
           WHERE obligation_id = $1 AND no = $2`,
    values: [decision.obligationId, decision.no, decision.state, decision.at, decision.by, decision.reason],
  });
}

export async function reportVersions(tx: Queryable, obligationId: string): Promise<ReportVersionRow[]> {
  const found = await tx.query<ReportVersionRow>(
    `SELECT ${REPORT_COLUMNS} FROM report_version r WHERE r.obligation_id = $1 ORDER BY r.no`,
    [obligationId],
  );
  return found.rows;
}

export async function reportVersion(
  tx: Queryable,
  obligationId: string,
  no: number,
): Promise<ReportVersionRow | null> {
  const found = await tx.query<ReportVersionRow>(
    `SELECT ${REPORT_COLUMNS} FROM report_version r WHERE r.obligation_id = $1 AND r.no = $2`,
    [obligationId, no],
  );
  return found.rows[0] ?? null;
}

export interface ReceiptRow {
  readonly unitId: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
}

/** False: that unit had confirmed before. */
export async function insertReceipt(
  tx: Queryable,
  reportVersionId: string,
  receipt: ReceiptRow,
): Promise<boolean> {
  const done = await tx.query(
    `INSERT INTO report_receipt (report_version_id, unit_id, received_at, received_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [reportVersionId, receipt.unitId, receipt.receivedAt, receipt.receivedBy],
  );
  return done.rowCount === 1;
}

/** Receipts of the latest version of an obligation. */
export async function receiptsOf(tx: Queryable, obligationId: string): Promise<ReceiptRow[]> {
  const found = await tx.query<ReceiptRow>(
    `SELECT t.unit_id AS "unitId", t.received_at AS "receivedAt", t.received_by AS "receivedBy"
     FROM report_receipt t JOIN report_version r ON r.id = t.report_version_id JOIN obligation o ON o.id = r.obligation_id
     WHERE r.obligation_id = $1 AND r.no = o.version ORDER BY t.unit_id`,
    [obligationId],
  );
  return found.rows;
}
