import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { reasonOf, StackError } from './messages.ts';
import { freePort } from './ports.ts';
import { isAlive, startMark } from './tools.mjs';

const Lock = z.object({ pid: z.number(), mark: z.string(), guard: z.number().optional() });
type Lock = z.infer<typeof Lock>;

/** How long a guard may need to stop what a killed start left behind. */
const GUARD_PATIENCE_MS = 60_000;

/** The folder that holds everything an installation remembers, held by one running stack at a time. */
export interface DataFolder {
  readonly dir: string;
  readonly logs: string;
  /** Tells the next start which process still cleans up should this one be killed. */
  noteGuard(pid: number): Promise<void>;
  /** A port that stays the same from start to start unless somebody else took it. */
  port(name: string): Promise<number>;
  /** A secret made once, readable by the owner only. */
  secret(name: string): Promise<string>;
  release(): Promise<void>;
}

/** Creates the folder if needed and takes its lock. */
export async function openDataFolder(dir: string): Promise<DataFolder> {
  const logs = join(dir, 'logs');
  try {
    await mkdir(logs, { recursive: true });
    await writeFile(join(dir, '.writable'), '');
    await rm(join(dir, '.writable'));
  } catch (error) {
    throw new StackError(
      `Không ghi được vào thư mục dữ liệu ${dir} (${reasonOf(error)}): hãy cấp quyền ghi hoặc đặt CASCADE_DATA.`,
      `The data folder ${dir} cannot be written (${reasonOf(error)}): give write permission or set CASCADE_DATA.`,
    );
  }
  const lockFile = join(dir, 'lock.json');
  const mine: Lock = { pid: process.pid, mark: startMark(process.pid) };
  await takeLock(lockFile, mine);
  return {
    dir,
    logs,
    noteGuard: (guard) => replaceFile(lockFile, JSON.stringify({ ...mine, guard })),
    port: (name) => rememberedPort(join(dir, 'ports.json'), name),
    secret: (name) => rememberedSecret(join(dir, name)),
    release: () => rm(lockFile, { force: true }),
  };
}

async function readLock(file: string): Promise<Lock | undefined> {
  try {
    return Lock.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Missing, or cut short by a crash while it was written: nobody holds it.
    return undefined;
  }
}

const held = (lock: Lock) => isAlive(lock.pid) && startMark(lock.pid) === lock.mark;

async function takeLock(file: string, mine: Lock): Promise<void> {
  try {
    await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
  } catch {
    const other = await readLock(file);
    if (other !== undefined && held(other)) throw alreadyRunning(file, other.pid);
    if (other?.guard !== undefined) await waitForGuard(other.guard);
    await replaceFile(file, JSON.stringify(mine));
    // Two starts may both have found the same dead owner; the later writer has it, the earlier one sees so here.
    await sleep(100);
    const now = await readLock(file);
    if (now?.pid !== mine.pid) throw alreadyRunning(file, now?.pid ?? 0);
  }
}

async function waitForGuard(pid: number): Promise<void> {
  for (const deadline = Date.now() + GUARD_PATIENCE_MS; isAlive(pid) && Date.now() < deadline; )
    await sleep(100);
}

function alreadyRunning(file: string, pid: number): StackError {
  const dir = join(file, '..');
  return new StackError(
    `Cascade đang chạy trên thư mục dữ liệu ${dir} (tiến trình ${pid}): hãy dừng nó trước, hoặc đặt CASCADE_DATA khác.`,
    `Cascade is already running on the data folder ${dir} (process ${pid}): stop it first, or set another CASCADE_DATA.`,
  );
}

async function replaceFile(file: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}

const Ports = z.record(z.string(), z.number());

async function rememberedPort(file: string, name: string): Promise<number> {
  const known = existsSync(file) ? Ports.parse(JSON.parse(await readFile(file, 'utf8'))) : {};
  const others = Object.entries(known).flatMap(([other, port]) => (other === name ? [] : [port]));
  // a neighbour's remembered port is free only until the neighbour listens on it
  let port = await freePort(known[name]);
  while (others.includes(port)) port = await freePort();
  if (known[name] !== port) await replaceFile(file, JSON.stringify({ ...known, [name]: port }, null, 2));
  return port;
}

async function rememberedSecret(file: string): Promise<string> {
  if (!existsSync(file)) await replaceFile(file, randomBytes(24).toString('base64url'), 0o600);
  return (await readFile(file, 'utf8')).trim();
}
