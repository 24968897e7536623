import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { Client } from 'pg';
import { READER_ROLE } from './scoped-pool.ts';

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
    await needReaderRole(client);
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

/** The role of requests belongs to the server, not to the database: not every login may make it. */
async function needReaderRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ login: string; there: boolean; ready: boolean }>(
    `SELECT quote_ident(current_user) AS login, r.oid IS NOT NULL AS there,
            CASE WHEN r.oid IS NULL THEN me.rolsuper OR me.rolcreaterole
                 ELSE pg_has_role(r.oid, 'SET') OR EXISTS (SELECT FROM pg_auth_members m
                        WHERE m.roleid = r.oid AND m.member = me.oid AND m.admin_option) END AS ready
       FROM pg_roles me LEFT JOIN pg_roles r ON r.rolname = $1 WHERE me.rolname = current_user`,
    [READER_ROLE],
  );
  const [found] = rows;
  if (found === undefined || found.ready) return;
  const create = found.there ? '' : `CREATE ROLE ${READER_ROLE} NOLOGIN; `;
  throw new Error(
    `The administrator of this PostgreSQL has to run once: ${create}GRANT ${READER_ROLE} TO ${found.login};`,
  );
}
