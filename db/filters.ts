import type { TaskQuery } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

/** A person's own way of looking at the tasks, under a name. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly query: TaskQuery;
}

export async function savedFilters(db: Queryable, personId: string): Promise<SavedFilter[]> {
  const { rows } = await db.query<SavedFilter>(
    `SELECT id, name, query FROM saved_filter WHERE person_id = $1 ORDER BY name COLLATE "vi-x-icu", id`,
    [personId],
  );
  return rows;
}

/** Null: the name is taken. */
export async function insertFilter(
  tx: Transaction,
  personId: string,
  filter: Omit<SavedFilter, 'id'>,
): Promise<SavedFilter | null> {
  const { rows } = await tx.query<SavedFilter>(
    `INSERT INTO saved_filter (person_id, name, query) VALUES ($1, $2, $3)
     ON CONFLICT (person_id, name) DO NOTHING RETURNING id, name, query`,
    [personId, filter.name, JSON.stringify(filter.query)],
  );
  return rows[0] ?? null;
}

export async function deleteFilter(tx: Transaction, personId: string, id: string): Promise<boolean> {
  const done = await tx.query('DELETE FROM saved_filter WHERE person_id = $1 AND id = $2', [personId, id]);
  return done.rowCount === 1;
}
