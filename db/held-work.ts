import type { Transaction } from './transaction.ts';

/**
 * SQL: what is still to be done of `task_work w`. Done obligations and tasks keep the name of whoever did
 * them; the other subjects are places where work waits again and again, and count as open.
 */
const OPEN = `CASE split_part(w.subject, ':', 1)
  WHEN 'obligation' THEN EXISTS (
    SELECT FROM obligation o WHERE o.id = substr(w.subject, 12)::uuid AND o.status NOT IN ('accepted', 'cancelled'))
  WHEN 'actorTask' THEN EXISTS (
    SELECT FROM actor_task t WHERE t.id = substr(w.subject, 11)::uuid AND t.acknowledged_at IS NULL)
  ELSE true END`;

export interface WorkMove {
  readonly from: string;
  /** Null: back to the unit. */
  readonly to: string | null;
  /** Absent: whatever the unit. */
  readonly unitId?: string;
}

/** Gives a person's open work to another, or back to the unit; the subjects that were his. */
export async function moveOpenWork(
  tx: Transaction,
  { from, to, unitId }: WorkMove,
): Promise<readonly string[]> {
  const mine = `w.person_id = $1 AND ($2::text IS NULL OR w.unit_id = $2) AND ${OPEN}`;
  const moved =
    to === null
      ? await tx.query<{ subject: string }>(`DELETE FROM task_work w WHERE ${mine} RETURNING w.subject`, [
          from,
          unitId ?? null,
        ])
      : await tx.query<{ subject: string }>(
          `UPDATE task_work w SET person_id = $3, revision = DEFAULT,
                  coordinator_person_ids = array_remove(w.coordinator_person_ids, $3)
            WHERE ${mine} RETURNING w.subject`,
          [from, unitId ?? null, to],
        );
  await tx.query(
    `UPDATE task_work w SET revision = DEFAULT, coordinator_person_ids = CASE
            WHEN $3::text IS NULL OR $3 = w.person_id OR $3 = ANY (w.coordinator_person_ids)
            THEN array_remove(w.coordinator_person_ids, $1)
            ELSE array_replace(w.coordinator_person_ids, $1, $3) END
      WHERE $1 = ANY (w.coordinator_person_ids) AND ($2::text IS NULL OR w.unit_id = $2) AND ${OPEN}`,
    [from, unitId ?? null, to],
  );
  return moved.rows.map(({ subject }) => subject).sort();
}
