import type { Queryable } from './transaction.ts';

/** Unit ids from the top of its chain to the unit itself. */
export async function unitPathOf(tx: Queryable, unitId: string): Promise<string[]> {
  const found = await tx.query<{ id: string }>(
    'SELECT a.id FROM unit u JOIN unit a ON a.path @> u.path WHERE u.id = $1 ORDER BY nlevel(a.path)',
    [unitId],
  );
  return found.rows.map(({ id }) => id);
}
