import type { Role } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

/** Who in a unit does a task. */
export interface TaskWork {
  readonly subject: string;
  readonly unitId: string;
  readonly personId: string;
  readonly coordinatorPersonIds: readonly string[];
  /** Within the unit, civil date. */
  readonly dueOn: string | null;
  readonly opinion: string;
  readonly assignedBy: string;
  readonly revision: number;
}

export type NewTaskWork = Omit<TaskWork, 'revision'>;

const COLUMNS = `subject, unit_id AS "unitId", person_id AS "personId", coordinator_person_ids AS "coordinatorPersonIds",
  due_on AS "dueOn", opinion, assigned_by AS "assignedBy", revision`;

/** Locked until the commit. */
export async function lockTaskWork(
  tx: Queryable,
  { subject, unitId }: Pick<TaskWork, 'subject' | 'unitId'>,
): Promise<TaskWork | null> {
  const { rows } = await tx.query<TaskWork>(
    `SELECT ${COLUMNS} FROM task_work WHERE subject = $1 AND unit_id = $2 FOR UPDATE`,
    [subject, unitId],
  );
  return rows[0] ?? null;
}

/** Null: somebody else was quicker. `expected` null: the task was free. */
export async function putTaskWork(
  tx: Transaction,
  work: NewTaskWork,
  expected: number | null,
): Promise<TaskWork | null> {
  const values = [
    work.subject,
    work.unitId,
    work.personId,
    work.coordinatorPersonIds,
    work.dueOn,
    work.opinion,
    work.assignedBy,
  ];
  const { rows } =
    expected === null
      ? await tx.query<TaskWork>(
          `INSERT INTO task_work (subject, unit_id, person_id, coordinator_person_ids, due_on, opinion, assigned_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (subject, unit_id) DO NOTHING RETURNING ${COLUMNS}`,
          values,
        )
      : await tx.query<TaskWork>(
          `UPDATE task_work SET person_id = $3, coordinator_person_ids = $4, due_on = $5, opinion = $6, assigned_by = $7,
             assigned_at = clock_timestamp(), on_behalf_of = DEFAULT, revision = DEFAULT
           WHERE subject = $1 AND unit_id = $2 AND revision = $8 RETURNING ${COLUMNS}`,
          [...values, expected],
        );
  return rows[0] ?? null;
}

export async function deleteTaskWork(
  tx: Transaction,
  { subject, unitId, revision }: Pick<TaskWork, 'subject' | 'unitId' | 'revision'>,
): Promise<boolean> {
  const done = await tx.query('DELETE FROM task_work WHERE subject = $1 AND unit_id = $2 AND revision = $3', [
    subject,
    unitId,
    revision,
  ]);
  return done.rowCount === 1;
}

/** Somebody to whom work can be given: holds a post of the unit now. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

export async function colleaguesOf(db: Queryable, unitId: string): Promise<Colleague[]> {
  const { rows } = await db.query<Colleague>(
    `SELECT p.id, p.name, min(o.title) AS title, array_agg(DISTINCT r ORDER BY r) AS roles
       FROM post o JOIN post_holder h ON h.post_id = o.id AND h.to_at IS NULL JOIN person p ON p.id = h.person_id
       CROSS JOIN LATERAL unnest(o.roles) r
      WHERE o.unit_id = $1 AND o.closed_at IS NULL AND p.disabled_at IS NULL
      GROUP BY p.id, p.name ORDER BY p.name COLLATE "vi-x-icu", p.id`,
    [unitId],
  );
  return rows;
}

/** When the notice with this key was told; null: not yet. */
export async function noticeTold(tx: Queryable, key: string): Promise<string | null> {
  const { rows } = await tx.query<{ at: string }>('SELECT at FROM notice WHERE key = $1', [key]);
  return rows[0]?.at ?? null;
}
