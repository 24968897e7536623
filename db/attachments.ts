import type { Queryable } from './transaction.ts';

export interface AttachmentRow {
  readonly id: string;
  readonly obligationId: string;
  readonly reportVersionId: string | null;
  readonly kind: string;
  readonly fileName: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** On the campaign's clock. */
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

const COLUMNS = `f.id, f.obligation_id AS "obligationId", f.report_version_id AS "reportVersionId", f.kind, f.file_name AS "fileName",
  f.extension, f.media_type AS "mediaType", f.bytes, f.sha256, f.uploaded_at AS "uploadedAt", f.uploaded_by AS "uploadedBy"`;

export async function insertAttachment(
  tx: Queryable,
  file: Omit<AttachmentRow, 'id' | 'reportVersionId'>,
): Promise<AttachmentRow> {
  const inserted = await tx.query<AttachmentRow>(
    `INSERT INTO attachment AS f (obligation_id, kind, file_name, extension, media_type, bytes, sha256, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
    [
      file.obligationId,
      file.kind,
      file.fileName,
      file.extension,
      file.mediaType,
      file.bytes,
      file.sha256,
      file.uploadedBy,
      file.uploadedAt,
    ],
  );
  const row = inserted.rows[0];
  if (row === undefined) throw new Error('attachment not inserted');
  return row;
}

export async function attachmentsOf(tx: Queryable, obligationId: string): Promise<AttachmentRow[]> {
  const found = await tx.query<AttachmentRow>(
    `SELECT ${COLUMNS} FROM attachment f WHERE f.obligation_id = $1 ORDER BY f.seq`,
    [obligationId],
  );
  return found.rows;
}

export async function attachmentById(tx: Queryable, id: string): Promise<AttachmentRow | null> {
  const found = await tx.query<AttachmentRow>(`SELECT ${COLUMNS} FROM attachment f WHERE f.id = $1`, [id]);
  return found.rows[0] ?? null;
}

/** The files of one report version; a file sent again with a later version belongs to both. */
export async function bindAttachments(
  tx: Queryable,
  reportVersionId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `WITH bound AS (
       INSERT INTO report_attachment (report_version_id, attachment_id) SELECT $1, unnest($2::uuid[]) RETURNING attachment_id)
     UPDATE attachment f SET report_version_id = $1 FROM bound WHERE f.id = bound.attachment_id AND f.report_version_id IS NULL`,
    [reportVersionId, ids],
  );
}

/** Report version number → ids of its files. */
export async function filesByVersion(
  tx: Queryable,
  obligationId: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = await tx.query<{ no: number; ids: string[] }>(
    `SELECT r.no, array_agg(b.attachment_id::text ORDER BY b.attachment_id) AS ids
     FROM report_version r JOIN report_attachment b ON b.report_version_id = r.id WHERE r.obligation_id = $1 GROUP BY r.no`,
    [obligationId],
  );
  return new Map(found.rows.map(({ no, ids }) => [no, ids]));
}
