import type { Client } from 'pg';

/** Rows of every table, but for the answers kept for repeated requests and the sessions of people. */
export async function rowCounts(database: Client): Promise<Readonly<Record<string, number>>> {
  const tables = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('idempotency', 'session')
     ORDER BY 1`,
  );
  const each = tables.rows.map(
    ({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM public."${name}"`,
  );
  const found = await database.query<{ name: string; rows: number }>(each.join(' UNION ALL '));
  return Object.fromEntries(found.rows.map(({ name, rows }) => [name, rows]));
}
