import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import { seed } from '#acts';
import { createPool, migrate } from '#db';

/** A database of a test's own inside the server of the shared stack, which no worker looks at. */
export interface OwnDatabase {
  readonly pool: Pool;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Benchmarks fill tables in one statement; acts are given far less. */
const A_MILLION_ROWS_MS = 600_000;

export async function ownDatabase(serverUrl: string, name: string): Promise<OwnDatabase> {
  const database = `${name}_${process.pid}_${Date.now().toString(36)}`;
  await onServer(serverUrl, `CREATE DATABASE ${database}`);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  await migrate(url.toString());
  const pool = createPool({
    databaseUrl: url.toString(),
    max: 12,
    applicationName: `test ${name}`,
    silentMs: A_MILLION_ROWS_MS,
  });
  return {
    pool,
    url: url.toString(),
    drop: async () => {
      await pool.end();
      await onServer(serverUrl, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

/** One with the units, drawings and example officials of a new installation. */
export async function seededDatabase(name: string): Promise<OwnDatabase> {
  const database = await ownDatabase(inject('stack').databaseUrl, name);
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  return database;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
