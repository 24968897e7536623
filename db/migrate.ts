import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { Client } from 'pg';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** ltree labels with hyphens, which unit ids hold, came with PostgreSQL 16. */
const OLDEST_SERVER = 160_000;

/**
 * Brings the database to the newest schema, forward only. Two processes that start together wait for
 * each other (advisory lock). Returns the names of the migrations run now.
 */
export async function migrate(
  databaseUrl: string,
  log: (line: string) => void = () => {},
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'cascade-migrate' });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    if (Number(rows[0]?.server_version_num) < OLDEST_SERVER)
      throw new Error('PostgreSQL 16 or newer is needed.');
    const run = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'schema_migration',
      advisoryLockMode: 'wait',
      checkOrder: true,
      singleTransaction: true,
      logger: { info: () => {}, warn: log, error: log },
    });
    return run.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
