import type { Queryable } from './transaction.ts';

/** Who handed a version of a report in, `person:<id>` or `service:<id>`, and for whom. */
export async function reportersOf(
  db: Queryable,
  { obligationId, no }: { readonly obligationId: string; readonly no: number },
): Promise<readonly string[]> {
  const { rows } = await db.query<{ actors: string[] }>(
    `SELECT array_remove(ARRAY[submitted_by, on_behalf_of], NULL) AS actors
       FROM report_version WHERE obligation_id = $1 AND no = $2`,
    [obligationId, no],
  );
  return rows[0]?.actors ?? [];
}

/** Who asked for more time, and for whom. */
export async function askersOf(db: Queryable, extensionId: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ actors: string[] }>(
    `SELECT array_remove(ARRAY[asked_by, on_behalf_of], NULL) AS actors FROM extension WHERE id = $1`,
    [extensionId],
  );
  return rows[0]?.actors ?? [];
}
