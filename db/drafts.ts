import type { DraftBody } from '#model';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

/** A report that is being written; gone when it is submitted. */
export interface DraftRow {
  readonly body: DraftBody;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

const COLUMNS = `d.body, d.revision, d.updated_at AS "updatedAt", d.updated_by AS "updatedBy"`;

export async function draftOf(tx: Queryable, obligationId: string): Promise<DraftRow | null> {
  const found = await tx.query<DraftRow>(`SELECT ${COLUMNS} FROM report_draft d WHERE d.obligation_id = $1`, [
    obligationId,
  ]);
  return found.rows[0] ?? null;
}

/** The caller holds the obligation's lock, so nobody else writes between reading and this. */
export async function putDraft(
  tx: Queryable,
  obligationId: string,
  draft: {
    readonly body: DraftBody;
    readonly by: string /** On the campaign's clock. */;
    readonly at: string;
  },
): Promise<DraftRow> {
  const written = await tx.query<DraftRow>(
    `INSERT INTO report_draft AS d (obligation_id, body, updated_by, updated_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (obligation_id) DO UPDATE SET body = excluded.body, updated_by = excluded.updated_by,
       revision = d.revision + 1, updated_at = excluded.updated_at
     RETURNING ${COLUMNS}`,
    [obligationId, JSON.stringify(draft.body), draft.by, draft.at],
  );
  const row = written.rows[0];
  if (row === undefined) throw new Error('draft not written');
  return row;
}

export async function deleteDraft(tx: Queryable, obligationId: string): Promise<void> {
  await tx.query({
    name: 'delete_draft',
    text: 'DELETE FROM report_draft WHERE obligation_id = $1',
    values: [obligationId],
  });
}

/** `person:<id>` and the like → name; those not known any more are missing. */
export async function actorNames(
  tx: Queryable,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (actors.length === 0) return new Map();
  const found = await tx.query<{ actor: string; name: string | null }>(
    `SELECT a.actor, ${nameOf('a.actor')} AS name FROM unnest($1::text[]) AS a(actor)`,
    [[...new Set(actors)]],
  );
  return new Map(found.rows.flatMap(({ actor, name }) => (name === null ? [] : [[actor, name] as const])));
}
