import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export interface ExtensionRow {
  readonly id: string;
  readonly obligationId: string;
  readonly oldDueAt: string;
  readonly askedDueAt: string;
  readonly askedDate: string;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly askedByName: string | null;
  /** In whose post, where somebody stood in. */
  readonly askedForName: string | null;
  readonly state: 'asked' | 'granted' | 'refused' | 'countered';
  readonly grantedDueAt: string | null;
  readonly beyondParent: boolean;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly decisionReason: string | null;
}

const COLUMNS = `e.id, e.obligation_id AS "obligationId", e.old_due_at AS "oldDueAt", e.asked_due_at AS "askedDueAt",
  e.asked_date AS "askedDate", e.reason, e.asked_at AS "askedAt", e.asked_by AS "askedBy",
  ${nameOf('e.asked_by')} AS "askedByName", ${nameOf('e.on_behalf_of')} AS "askedForName", e.state,
  e.granted_due_at AS "grantedDueAt", e.beyond_parent AS "beyondParent", e.decided_at AS "decidedAt",
  e.decided_by AS "decidedBy", ${nameOf('e.decided_by')} AS "decidedByName", ${nameOf('e.decided_on_behalf_of')} AS "decidedForName",
  e.decision_reason AS "decisionReason"`;

/** Null: one is asked for already and not decided. */
export async function insertExtension(
  tx: Queryable,
  asked: Pick<
    ExtensionRow,
    'obligationId' | 'oldDueAt' | 'askedDueAt' | 'askedDate' | 'reason' | 'askedAt' | 'askedBy'
  >,
): Promise<ExtensionRow | null> {
  const inserted = await tx.query<ExtensionRow>(
    `INSERT INTO extension AS e (obligation_id, old_due_at, asked_due_at, asked_date, reason, asked_at, asked_by, collector_unit_id)
     SELECT $1, $2, $3, $4, $5, $6, $7, o.collector_unit_id FROM obligation o WHERE o.id = $1 ON CONFLICT (obligation_id) WHERE state = 'asked' DO NOTHING RETURNING ${COLUMNS}`,
    [
      asked.obligationId,
      asked.oldDueAt,
      asked.askedDueAt,
      asked.askedDate,
      asked.reason,
      asked.askedAt,
      asked.askedBy,
    ],
  );
  return inserted.rows[0] ?? null;
}

export async function extensionById(tx: Queryable, id: string): Promise<ExtensionRow | null> {
  const found = await tx.query<ExtensionRow>(`SELECT ${COLUMNS} FROM extension e WHERE e.id = $1`, [id]);
  return found.rows[0] ?? null;
}

export async function extensionsOf(tx: Queryable, obligationId: string): Promise<ExtensionRow[]> {
  const found = await tx.query<ExtensionRow>(
    `SELECT ${COLUMNS} FROM extension e WHERE e.obligation_id = $1 ORDER BY e.asked_at, e.id`,
    [obligationId],
  );
  return found.rows;
}

export async function decideExtensionRow(
  tx: Queryable,
  id: string,
  decision: Pick<
    ExtensionRow,
    'state' | 'grantedDueAt' | 'beyondParent' | 'decidedAt' | 'decidedBy' | 'decisionReason'
  >,
): Promise<boolean> {
  const done = await tx.query(
    `UPDATE extension SET state = $2, granted_due_at = $3, beyond_parent = $4, decided_at = $5, decided_by = $6, decision_reason = $7,
       decided_on_behalf_of = on_behalf_of()
     WHERE id = $1 AND state = 'asked'`,
    [
      id,
      decision.state,
      decision.grantedDueAt,
      decision.beyondParent,
      decision.decidedAt,
      decision.decidedBy,
      decision.decisionReason,
    ],
  );
  return done.rowCount === 1;
}
