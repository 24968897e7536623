import type { Queryable } from './transaction.ts';

/** So many units are named one by one to an index. */
const SMALL = 200;
const ONE_MORE = SMALL + 1;

/**
 * The units of a subtree, where they are few; null for a large one and for the whole installation. What a small subtree
 * may see is found by its units; of what a large one may see, every row of a page is soon found by asking row after row
 * in the order of the list. PostgreSQL cannot choose by itself: a path read by a subquery tells it no number.
 */
export async function unitsOfSmallScope(db: Queryable, scope: string | null): Promise<string[] | null> {
  if (scope === null) return null;
  const { rows } = await db.query<{ id: string }>({
    name: 'small_scope',
    text: `SELECT u.id FROM unit u WHERE u.path <@ (SELECT s.path FROM unit s WHERE s.id = $1) LIMIT ${ONE_MORE}`,
    values: [scope],
  });
  return rows.length > SMALL ? null : rows.map(({ id }) => id);
}
