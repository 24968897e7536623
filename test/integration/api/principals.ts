import { randomUUID } from 'node:crypto';
import { createServiceKey } from '#acts';
import { createPool } from '#db';
import type { Scope } from '#model';
import { operator } from '../../harness/operator.ts';

/** A fresh service key for one unit's subtree (null: everything) with exactly these scopes. */
export async function keyFor(
  databaseUrl: string,
  unitId: string | null,
  scopes: readonly Scope[],
): Promise<string> {
  const pool = createPool(databaseUrl);
  try {
    const made = await createServiceKey(
      { pool, principal: operator },
      { name: `test ${randomUUID()}`, unitId, scopes },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.value.secret;
  } finally {
    await pool.end();
  }
}
