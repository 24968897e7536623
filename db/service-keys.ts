import type { Scope } from '#model';
import { nameOf } from './people.ts';
import { withinScope } from './posts.ts';
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

/** By the sha256 of the secret; revoked keys are not found. `stale`: its last use was not noted for a minute. */
export async function findServiceKey(
  db: Queryable,
  hash: Buffer,
): Promise<(ServiceKey & { readonly stale: boolean }) | null> {
  const { rows } = await db.query<ServiceKey & { readonly stale: boolean }>({
    name: 'service_key',
    text: `SELECT ${COLUMNS}, coalesce(last_used_at < now() - interval '1 minute', true) AS stale
             FROM service_key WHERE hash = $1 AND revoked_at IS NULL`,
    values: [hash],
  });
  return rows[0] ?? null;
}

/** Calls at the same time do not wait for each other: one notes it, the others pass by. */
export async function noteKeyUse(db: Queryable, id: string): Promise<void> {
  await db.query({
    name: 'service_key_used',
    text: `UPDATE service_key SET last_used_at = now() WHERE id = (
      SELECT id FROM service_key WHERE id = $1 AND coalesce(last_used_at < now() - interval '1 minute', true)
         FOR UPDATE SKIP LOCKED)`,
    values: [id],
  });
}

export interface NewServiceKey {
  readonly name: string;
  readonly hash: Buffer;
  readonly unitId: string | null;
  readonly scopes: readonly Scope[];
  /** `person:<id>` or `service:<id>`; absent: the installation itself. */
  readonly createdBy?: string;
}

export async function insertServiceKey(tx: Transaction, key: NewServiceKey): Promise<ServiceKey> {
  const { rows } = await tx.query<ServiceKey>(
    `INSERT INTO service_key (name, hash, unit_id, scopes, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
    [key.name, key.hash, key.unitId, key.scopes, key.createdBy ?? null],
  );
  const inserted = rows[0];
  if (!inserted) throw new Error('the service key was not written');
  return inserted;
}

/** False when there is no such key in force. */
export async function revokeServiceKey(
  tx: Transaction,
  id: string,
  by: string | null = null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE service_key SET revoked_at = now(), revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL',
    [id, by],
  );
  return rowCount === 1;
}

export interface ListedServiceKey extends ServiceKey {
  /** Null: the whole installation. */
  readonly unitName: string | null;
  /** Null: made by the installation itself, or by somebody no more known. */
  readonly createdByName: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedByName: string | null;
}

export interface ServiceKeyFilter {
  /** Null: every key, those of the whole installation too. */
  readonly scope: string | null;
  readonly id?: string | undefined;
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function findServiceKeys(db: Queryable, filter: ServiceKeyFilter): Promise<ListedServiceKey[]> {
  const { rows } = await db.query<ListedServiceKey>(
    `SELECT k.id, k.name, k.unit_id AS "unitId", k.scopes, k.created_at AS "createdAt", u.name AS "unitName",
            ${nameOf('k.created_by')} AS "createdByName", k.last_used_at AS "lastUsedAt",
            k.revoked_at AS "revokedAt", ${nameOf('k.revoked_by')} AS "revokedByName"
       FROM service_key k LEFT JOIN unit u ON u.id = k.unit_id
      WHERE ($1::text IS NULL OR (k.unit_id IS NOT NULL AND ${withinScope('u.path', '$1')}))
        AND ($2::uuid IS NULL OR k.id = $2)
        AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', k.created_at), k.id) < ($3, $4::uuid))
      ORDER BY date_trunc('milliseconds', k.created_at) DESC, k.id DESC LIMIT $5`,
    [
      filter.scope,
      filter.id ?? null,
      filter.after?.createdAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows;
}
