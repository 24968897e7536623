import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { ConnectionPool, Transaction } from './transaction.ts';

/** Role of the connections that serve requests: row-level security holds for it, and it may no more than acts need. */
export const READER_ROLE = 'cascade_reader';

/** For whom a connection works. The database itself reads it: row-level security, audit, second names. */
export interface Reader {
  /** Unit whose subtree may be seen; null: the whole installation. */
  readonly unitId: string | null;
  /** `person:<id>` whose post is acted in by somebody else; null otherwise. */
  readonly onBehalfOf: string | null;
  /** Who is signed in, to whom alone some things are told; absent: nobody, as for systems. */
  readonly personId?: string | null;
}

/**
 * A view of a pool through one reader's eyes: every connection that it gives says first for whom it works.
 * `pool` must serve nothing else, since what was said stays with a connection until the next reader's word.
 */
export function scopedPool(pool: Pool, reader: Reader): ConnectionPool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    try {
      await client.query({
        name: 'reader',
        text: `SELECT set_config('cascade.scope', $1, false), set_config('cascade.on_behalf_of', $2, false),
                 set_config('cascade.person', $3, false)`,
        values: [reader.unitId ?? '*', reader.onBehalfOf ?? '', reader.personId ?? ''],
      });
    } catch (error) {
      client.release(true);
      throw error;
    }
    return client;
  };
  const query = async <R extends QueryResultRow>(
    statement: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<R>> => {
    const client = await connect();
    try {
      return typeof statement === 'string'
        ? await client.query<R>(statement, values === undefined ? undefined : [...values])
        : await client.query<R>(statement);
    } finally {
      client.release();
    }
  };
  return {
    connect,
    // the two forms of Queryable, told apart above
    query: query as ConnectionPool['query'],
    get totalCount() {
      return pool.totalCount;
    },
  };
}

/**
 * For the part of an authorised act that concerns the whole installation: a calendar's new days move the
 * deadlines of everybody, a rehearsal is played for all its units. Decide first, and keep `work` to that part.
 */
export async function beyondScope<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const { rows } = await tx.query<{ scope: string | null }>(
    `SELECT current_setting('cascade.scope', true) AS scope, set_config('cascade.scope', '*', true)`,
  );
  const value = await work();
  // an error needs no way back: it ends the transaction or its savepoint, and the setting with it
  await tx.query(`SELECT set_config('cascade.scope', $1, true)`, [rows[0]?.scope ?? '']);
  return value;
}
