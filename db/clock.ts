import type { Queryable } from './transaction.ts';

/** The database's clock: the only one that acts go by (C14). */
export async function databaseNow(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ now: string }>('SELECT clock_timestamp() AS now');
  const now = rows[0]?.now;
  if (now === undefined) throw new Error('no answer from clock_timestamp()');
  return now;
}
