import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { ConnectionPool } from './transaction.ts';

/** For whom a connection works. The database itself reads it: row-level security, audit, second names. */
export interface Reader {
  /** Unit whose subtree may be seen; null: the whole installation. */
  readonly unitId: string | null;
  /** `person:<id>` whose post is acted in by somebody else; null otherwise. */
  readonly onBehalfOf: string | null;
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
        text: `SELECT set_config('cascade.scope', $1, false), set_config('cascade.on_behalf_of', $2, false)`,
        values: [reader.unitId ?? '*', reader.onBehalfOf ?? ''],
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
