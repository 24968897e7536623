import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Pool, type PoolConfig, TypeOverrides, types } from 'pg';

export interface PoolOptions {
  readonly databaseUrl: string;
  /** Connections at most. */
  readonly max?: number;
  /** Shows in pg_stat_activity. */
  readonly applicationName?: string;
  /** Role that every connection acts as, which its login must be a member of; its own where not given. */
  readonly role?: string;
  /** How long the server may say nothing to a statement, before its connection is given up. */
  readonly silentMs?: number;
  /** Told of connections that break; the pool replaces them by itself. */
  readonly onBroken?: (error: Error) => void;
}

/**
 * How values leave PostgreSQL, everywhere: timestamptz → ISO 8601 UTC with `Z` and milliseconds;
 * date → `YYYY-MM-DD`; bigint → number (ids and byte counts; beyond 2^53 is an error); numeric → string,
 * exact; uuid and xid8 → string.
 */
function valueTypes(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.TIMESTAMPTZ, toInstant);
  overrides.setTypeParser(types.builtins.DATE, (text) => text);
  overrides.setTypeParser(types.builtins.INT8, toSafeInteger);
  overrides.setTypeParser(types.builtins.NUMERIC, (text) => text);
  overrides.setTypeParser(TIMESTAMPTZ_ARRAY, arrayOf(toInstant));
  overrides.setTypeParser(
    DATE_ARRAY,
    arrayOf((text) => text),
  );
  overrides.setTypeParser(INT8_ARRAY, arrayOf(toSafeInteger));
  return overrides;
}

/** The session speaks UTC, so that nothing printed by PostgreSQL depends on a server's zone. */
export function createPool(options: PoolOptions | string): Pool {
  const given: PoolOptions = typeof options === 'string' ? { databaseUrl: options } : options;
  const config: PoolConfig = {
    connectionString: given.databaseUrl,
    max: given.max ?? 20,
    application_name: given.applicationName ?? 'cascade',
    types: valueTypes(),
    options: `-c TimeZone=UTC -c DateStyle=ISO,YMD${given.role === undefined ? '' : ` -c role=${given.role}`}`,
    // a holder of locks that fell silent must not stop everybody else
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 15_000,
  };
  const pool = new Pool(config);
  const broken = (error: Error): void => given.onBroken?.(error);
  // Without a listener a connection that breaks ends the process: the pool listens only while it is idle,
  // the client's own listener covers one that breaks between two statements of a transaction.
  pool.on('error', broken);
  pool.on('connect', (client) => {
    client.on('error', broken);
    giveUpWhenSilent(client.connection.stream, given.silentMs ?? SILENT_MS);
  });
  return pool;
}

/** Longer than any statement of an act, and shorter than the page waits; TCP would wait a quarter of an hour. */
const SILENT_MS = 45_000;

/**
 * A server that hangs, or a network that swallows, ends no connection: every statement on it then fails with this,
 * and the pool makes another one. The pool ends idle connections long before.
 */
function giveUpWhenSilent(line: Duplex, silentMs: number): void {
  if (!(line instanceof Socket)) return;
  line.setTimeout(silentMs, () => {
    const error = new Error(`PostgreSQL said nothing for ${silentMs / 1000} s`);
    line.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  });
}

const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const INT8_ARRAY = 1016;

function toInstant(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

/** One-dimensional arrays of values that never hold commas or quotes of their own meaning. */
function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  return (text) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => item.replaceAll('"', ''))
          .map((item) => (item === 'NULL' ? null : parse(item)));
}
