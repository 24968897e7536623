import type { Queryable, Transaction } from './transaction.ts';

/** The hash of the content with which a part of the installation was filled; null = not yet. */
export async function seededHash(db: Queryable, key: string): Promise<string | null> {
  const { rows } = await db.query<{ hash: string }>('SELECT hash FROM seeded WHERE key = $1', [key]);
  return rows[0]?.hash ?? null;
}

export async function markSeeded(tx: Transaction, key: string, hash: string): Promise<void> {
  await tx.query(
    'INSERT INTO seeded (key, hash) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET hash = excluded.hash, at = now()',
    [key, hash],
  );
}

/** One seeding at a time: two processes that start together would do everything twice. */
export async function lockSeeding(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('cascade seed'))`);
}
