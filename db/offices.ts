import type { Directive, Office } from '#model';
import type { Queryable } from './transaction.ts';

/** What a unit has set for its letters; a unit without a row has a derived office (`acts/letters/office.ts`). */
export interface OfficeRow {
  readonly body: Office;
  /** The office's own .docx, by its hash. */
  readonly templateSha256: string | null;
  readonly templateName: string | null;
  readonly revision: number;
}

const COLUMNS = `o.body, o.template_sha256 AS "templateSha256", o.template_name AS "templateName", o.revision`;

export async function officeRow(tx: Queryable, unitId: string): Promise<OfficeRow | null> {
  const found = await tx.query<OfficeRow>(`SELECT ${COLUMNS} FROM unit_office o WHERE o.unit_id = $1`, [
    unitId,
  ]);
  return found.rows[0] ?? null;
}

/** `expected` 0: there is no row yet. Null: somebody else was faster. */
export async function putOffice(
  tx: Queryable,
  given: {
    readonly unitId: string;
    readonly body: Office;
    readonly template: { readonly sha256: string; readonly name: string } | null;
    readonly expected: number;
    readonly by: string;
  },
): Promise<OfficeRow | null> {
  const { unitId, body, template, expected, by } = given;
  const values = [unitId, JSON.stringify(body), template?.sha256 ?? null, template?.name ?? null, by];
  const written =
    expected === 0
      ? await tx.query<OfficeRow>(
          `INSERT INTO unit_office AS o (unit_id, body, template_sha256, template_name, updated_by)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
          values,
        )
      : await tx.query<OfficeRow>(
          `UPDATE unit_office o SET body = $2, template_sha256 = $3, template_name = $4, updated_by = $5,
             updated_at = clock_timestamp(), revision = o.revision + 1
           WHERE o.unit_id = $1 AND o.revision = $6 RETURNING ${COLUMNS}`,
          [...values, expected],
        );
  return written.rows[0] ?? null;
}

/** The directive of the campaign that the unit started last: how its letters have looked. */
export async function lastOwnDirective(tx: Queryable, unitId: string): Promise<Directive | null> {
  const found = await tx.query<{ directive: Directive }>(
    `SELECT directive FROM campaign WHERE root_unit_id = $1 AND directive IS NOT NULL AND directive <> 'null'
     ORDER BY created_at DESC, id DESC LIMIT 1`,
    [unitId],
  );
  return found.rows[0]?.directive ?? null;
}
