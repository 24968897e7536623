import type { Scope } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  /** Subtree it may act in; null = the whole installation. */
  readonly unitId: string | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
}

const COLUMNS = 'id, name, unit_id AS "unitId", scopes, created_at AS "createdAt"';

/** By the sha256 of the secret; revoked keys are not found. */
export async function findServiceKey(db: Queryable, hash: Buffer): Promise<ServiceKey | null> {
  const { rows } = await db.query<ServiceKey>({
    name: 'service_key',
    text: `SELECT ${COLUMNS} FROM service_key WHERE hash = $1 AND revoked_at IS NULL`,
    values: [hash],
  });
  return rows[0] ?? null;
}

export interface NewServiceKey {
  readonly name: string;
  readonly hash: Buffer;
  readonly unitId: string | null;
  readonly scopes: readonly Scope[];
}

export async function insertServiceKey(tx: Transaction, key: NewServiceKey): Promise<ServiceKey> {
  const { rows } = await tx.query<ServiceKey>(
    `INSERT INTO service_key (name, hash, unit_id, scopes) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
    [key.name, key.hash, key.unitId, key.scopes],
  );
  const inserted = rows[0];
  if (!inserted) throw new Error('the service key was not written');
  return inserted;
}

/** False when there is no such key in force. */
export async function revokeServiceKey(tx: Transaction, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE service_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL',
    [id],
  );
  return rowCount === 1;
}
