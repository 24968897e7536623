import { DatabaseError, type PoolClient, type QueryResult, type QueryResultRow } from 'pg';

/** Whatever can run a statement: the pool, or a transaction. */
export interface Queryable {
  query<R extends QueryResultRow = QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<QueryResult<R>>;
  query<R extends QueryResultRow = QueryResultRow>(config: {
    readonly text: string;
    readonly values?: readonly unknown[];
    /** Prepared once per connection under this name. */
    readonly name?: string;
  }): Promise<QueryResult<R>>;
}

declare const open: unique symbol;
/** Proof of being inside a transaction: only `inTransaction` makes one. */
export type Transaction = Queryable & { readonly [open]: true };

/** Gives connections: pg's own pool, or one whose connections carry a reader's scope (`scopedPool`). */
export interface ConnectionPool extends Queryable {
  connect(): Promise<PoolClient>;
  readonly totalCount: number;
}

/** A pool, or a transaction already under way (then acts join it under a savepoint, see withIdempotency). */
export type Database = ConnectionPool | Transaction;

const RETRIED = new Set(['40001', '40P01']); // serialization failure, deadlock
const ATTEMPTS = 6;

/**
 * Runs `work` in one transaction. A value `{ ok: false }` (a refusal) and an error both roll everything
 * back; serialization failures and deadlocks are tried again, so `work` must do nothing outside the
 * database. Inside a transaction it is a savepoint, and the outermost call does the retrying.
 */
export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (!isPool(database)) return inSavepoint(database, work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetried(error)) throw error;
      await pause(attempt);
    }
  }
}

/** One consistent reading over several statements: REPEATABLE READ, read only. */
export async function inSnapshot<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (!isPool(database)) return work(database);
  return once(database, work, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

async function once<T>(
  pool: ConnectionPool,
  work: (tx: Transaction) => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await work(asTransaction(client));
    await client.query(isRefusal(value) ? 'ROLLBACK' : 'COMMIT');
    return value;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function inSavepoint<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await tx.query('SAVEPOINT act');
  try {
    const value = await work(tx);
    await tx.query(isRefusal(value) ? 'ROLLBACK TO SAVEPOINT act' : 'RELEASE SAVEPOINT act');
    return value;
  } catch (error) {
    // retried statements abort the whole transaction: leave it to the outermost call
    if (!isRetried(error)) await tx.query('ROLLBACK TO SAVEPOINT act').catch(() => undefined);
    throw error;
  }
}

/** A connection whose ROLLBACK fails is thrown away instead of going back into the pool. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The brand exists for the compiler only: a checked-out client between BEGIN and COMMIT is the transaction. */
function asTransaction(client: PoolClient): Transaction {
  return client as unknown as Transaction;
}

function isPool(database: Database): database is ConnectionPool {
  return 'totalCount' in database;
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

function isRetried(error: unknown): boolean {
  return error instanceof DatabaseError && error.code !== undefined && RETRIED.has(error.code);
}

/** Random, so that two that met do not meet again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
