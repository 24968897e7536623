import type { Transaction } from './transaction.ts';

export interface IdempotentCall {
  readonly principalId: string;
  readonly key: string;
  /** sha256 over method, path and body. */
  readonly request: Buffer;
}

export type IdempotencyStart =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'replay'; readonly status: number; readonly response: unknown }
  | { readonly kind: 'mismatch' };

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Claims the key inside the transaction of the act itself: a parallel call with the same key waits at
 * the unique index until the first commits (then replays) or rolls back (then takes over). Longer than
 * `waitMs` is an error that `isStillUnderWay` recognises.
 */
export async function beginIdempotent(
  tx: Transaction,
  call: IdempotentCall,
  waitMs: number,
): Promise<IdempotencyStart> {
  await tx.query(`SELECT set_config('lock_timeout', $1, true)`, [`${Math.ceil(waitMs)}ms`]);
  const claimed = await tx.query(
    'INSERT INTO idempotency (principal, key, request) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [call.principalId, call.key, call.request],
  );
  await tx.query(`SELECT set_config('lock_timeout', '0', true)`);
  if (claimed.rowCount === 1) return { kind: 'fresh' };
  const { rows } = await tx.query<{ same: boolean; status: number | null; response: unknown }>(
    'SELECT request = $3 AS same, status, response FROM idempotency WHERE principal = $1 AND key = $2',
    [call.principalId, call.key, call.request],
  );
  const row = rows[0];
  if (!row?.same) return { kind: 'mismatch' };
  // claimed and answered in one transaction: a visible row always has its answer
  if (row.status === null) throw new Error('idempotency row without an answer');
  return { kind: 'replay', status: row.status, response: row.response };
}

export async function finishIdempotent(
  tx: Transaction,
  call: IdempotentCall,
  answer: { readonly status: number; readonly response: unknown },
): Promise<void> {
  await tx.query('UPDATE idempotency SET status = $3, response = $4 WHERE principal = $1 AND key = $2', [
    call.principalId,
    call.key,
    answer.status,
    JSON.stringify(answer.response ?? null),
  ]);
}

export function isStillUnderWay(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}

/** Answers are kept for some days only (the worker's hourly loop). Returns how many were forgotten. */
export async function forgetIdempotentBefore(db: Pick<Transaction, 'query'>, days: number): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM idempotency WHERE created_at < now() - make_interval(days => $1)`,
    [days],
  );
  return rowCount ?? 0;
}
