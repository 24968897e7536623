import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './messages.ts';
import { commandLine, type PostgresPrograms } from './postgres-binary.ts';
import { isAlive } from './tools.mjs';

interface NewCluster {
  readonly data: string;
  readonly user: string;
  readonly password: string;
}

/** Makes an empty cluster whose only user is `user`, with `password`. */
export async function createCluster(programs: PostgresPrograms, made: NewCluster): Promise<void> {
  // A folder without PG_VERSION is what an interrupted creation leaves: nothing of worth can be in it.
  await rm(made.data, { recursive: true, force: true });
  await mkdir(made.data, { recursive: true, mode: 0o700 });
  const { uid, gid } = programs.user ?? {};
  if (uid !== undefined && gid !== undefined) await chown(made.data, uid, gid);
  const secret = join(made.data, '..', 'postgres-initial');
  await writeFile(secret, made.password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) await chown(secret, uid, gid);
  try {
    await runInitdb(programs, [
      `--pgdata=${made.data}`,
      `--pwfile=${secret}`,
      `--username=${made.user}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Order by code point, fast and the same everywhere; where people read a list the query names a Vietnamese ICU collation.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ]);
  } catch (error) {
    await rm(made.data, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(secret, { force: true });
  }
}

async function runInitdb(programs: PostgresPrograms, flags: readonly string[]): Promise<void> {
  const { command, args, user } = commandLine(programs, 'initdb', flags);
  const child = spawn(command, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...user });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      complaint += error.message;
      resolve(-1);
    });
    child.once('close', resolve);
  });
  if (code === 0) return;
  const why = complaint.trim().split('\n').at(-1) ?? '';
  throw new StackError(`Không tạo được cơ sở dữ liệu: ${why}`, `The database could not be created: ${why}`);
}

/**
 * After kill -9 the file with the dead server's number remains. PostgreSQL judges by that number alone, and in
 * a container numbers come again soon, so what it names is looked at here. The data folder's lock is held by
 * us: a server still running on it can only be one that lost its parent, and it is ended.
 */
export async function clearDeadServer(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  // Where the system does not tell what a process is, PostgreSQL's own judgement stands.
  if (!existsSync(file) || !existsSync('/proc/self/cwd')) return;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  const folder = await realpath(data);
  if (await worksIn(pid, folder)) await endServer(pid);
  // Its children see its death only at their next look, and hold the shared memory until then.
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(50)) {
    if (await nobodyWorksIn(folder)) return rm(file, { force: true });
  }
}

/** Every PostgreSQL process works in its data folder. */
async function worksIn(pid: number | string, folder: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
}

async function nobodyWorksIn(folder: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return !(await Promise.all(pids.map((pid) => worksIn(pid, folder)))).includes(true);
}

async function endServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(100)) {
      if (!isAlive(pid)) return;
    }
  }
}
