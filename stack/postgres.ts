import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataFolder } from './data-folder.ts';
import type { Guard } from './guard.ts';
import { reasonOf, type Say, StackError } from './messages.ts';
import { commandLine, findPostgres } from './postgres-binary.ts';
import { clearDeadServer, createCluster } from './postgres-cluster.ts';
import { externalPart, type Part, SupervisedProcess } from './process.ts';

const NAME = 'cascade';

export interface Database {
  readonly url: string;
  readonly part: Part;
}

/** Whether a connection can be made; the reason why not otherwise. */
async function whyUnreachable(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that is killed while this connection is open must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address without its password, for messages. */
function shown(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
}

/** A database that somebody else runs. */
export async function useDatabase(url: string): Promise<Database> {
  const waitReady = async () => {
    const reason = await whyUnreachable(url);
    if (reason === undefined) return;
    throw new StackError(
      `Không kết nối được cơ sở dữ liệu ${shown(url)} (${reason}): hãy kiểm tra DATABASE_URL.`,
      `The database ${shown(url)} cannot be reached (${reason}): check DATABASE_URL.`,
    );
  };
  await waitReady();
  return { url, part: externalPart('PostgreSQL', waitReady) };
}

interface EmbeddedOptions {
  readonly folder: DataFolder;
  readonly guard: Guard;
  readonly say: Say;
}

/** Starts PostgreSQL on the data folder, making the cluster and the database the first time. */
export async function startPostgres({ folder, guard, say }: EmbeddedOptions): Promise<Database> {
  const programs = await findPostgres(folder.dir);
  const data = join(folder.dir, 'postgres');
  const logFile = join(folder.logs, 'postgres.log');
  const password = await folder.secret('postgres-password');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    say('Đang tạo cơ sở dữ liệu lần đầu…', 'Creating the database for the first time…');
    await createCluster(programs, { data, password, user: NAME });
  }
  // chosen last: making the cluster takes seconds, in which a free port may be taken
  const port = await folder.port('postgres');
  const urlOf = (name: string) => `postgres://${NAME}:${password}@127.0.0.1:${port}/${name}`;
  const part = new SupervisedProcess(
    {
      name: 'PostgreSQL',
      ...commandLine(programs, 'postgres', serverFlags(data, port)),
      env: { PATH: process.env['PATH'], LC_MESSAGES: 'C' },
      logFile,
      order: 4,
      // The "fast" shutdown: open connections are ended, everything is flushed.
      stopSignal: 'SIGINT',
      stopTimeoutMs: 30_000,
      readyTimeoutMs: 60_000,
      channel: false,
      prepare: () => clearDeadServer(data),
      ready: async () => (await whyUnreachable(urlOf('postgres'))) === undefined,
    },
    { guard, say },
  );
  await part.start();
  await createDatabase(urlOf('postgres'));
  return { url: urlOf(NAME), part };
}

function serverFlags(data: string, port: number): string[] {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The embedded build carries no LLVM; asking for it on every plan would only cost time.
    jit: 'off',
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end();
  }
}
