import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Guard, startGuard } from './guard.ts';
import { readSince } from './log-file.ts';
import { type ProcessSpec, SupervisedProcess } from './process.ts';
import { isAlive, ROOT } from './tools.mjs';

let dir: string;
let guard: Guard;
let said: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cascade-process-'));
  guard = startGuard();
  said = [];
});
afterEach(async () => {
  await guard.close();
  await rm(dir, { recursive: true, force: true });
});

function supervised(script: string, change: Partial<ProcessSpec> = {}): SupervisedProcess {
  const spec: ProcessSpec = {
    name: 'sample',
    command: process.execPath,
    args: ['-e', script],
    env: {},
    logFile: join(dir, 'sample.log'),
    order: 1,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 1_000,
    readyTimeoutMs: 10_000,
    channel: false,
    user: undefined,
    prepare: () => Promise.resolve(),
    ready: async ({ logFile, logFrom }) => (await readSince(logFile, logFrom)).includes('ready'),
    ...change,
  };
  return new SupervisedProcess(spec, { guard, say: (_vi, en) => said.push(en) });
}

const SERVES = 'console.log("ready"); setInterval(() => {}, 1000)';

test('a process that crashes is started again, loudly, and its log is kept', async () => {
  const part = supervised(SERVES);
  await part.start();
  const first = part.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await expect.poll(() => part.pid !== undefined && part.pid !== first, { timeout: 15_000 }).toBe(true);
  await part.waitReady();
  expect(said.join()).toMatch(/sample stopped unexpectedly \(SIGKILL\)/);
  await part.stop();
  expect((await readFile(part.logFile, 'utf8')).match(/ready/g)).toHaveLength(2);
});

test('a process killed on purpose stays down until it is restarted', async () => {
  const part = supervised(SERVES);
  await part.start();
  await part.kill9();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([part.pid, said]).toEqual([undefined, []]);
  await part.restart();
  expect(part.pid).toBeGreaterThan(0);
  await part.stop();
});

test('a process that does not heed its signal is ended all the same', async () => {
  const part = supervised(`process.on('SIGTERM', () => {}); ${SERVES}`);
  await part.start();
  const pid = part.pid ?? 0;
  await part.stop();
  expect(isAlive(pid)).toBe(false);
});

test('a process that ends before it serves is a failure that shows its last lines', async () => {
  const part = supervised('console.error("no such table"); process.exit(3)');
  await expect(part.start()).rejects.toThrow(/sample ended[\s\S]*no such table/);
});

test('nothing outlives a parent that is killed with kill -9', async () => {
  const program = join(dir, 'parent.mjs');
  // The child ignores hang-ups and knows nothing of its parent, as a database server does.
  await writeFile(
    program,
    `import { spawn } from 'node:child_process';
     import { startGuard } from ${JSON.stringify(join(ROOT, 'stack', 'guard.ts'))};
     const guard = startGuard();
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
     guard.add({ pid: child.pid, order: 1, signal: 'SIGTERM', timeoutMs: 1000 });
     console.log(child.pid, guard.pid);
     setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const pids = String(line).trim().split(' ').map(Number);
  expect(pids.map(isAlive)).toEqual([true, true]);
  parent.kill('SIGKILL');
  await expect.poll(() => pids.map(isAlive), { timeout: 15_000 }).toEqual([false, false]);
});
