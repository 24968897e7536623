import { execFile, spawn } from 'node:child_process';
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { homedir } from 'node:os';

const run = promisify(execFile);
const VERSION = '4.32.5';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Schemathesis as it is found: on the PATH, through uvx, or installed once into the cache with Python's own
 * tools. Where none of that goes there is one sentence that says what to install; the test is never skipped.
 */
export async function findSchemathesis(): Promise<Program> {
  for (const command of ['schemathesis', 'st'])
    if (await says(command, ['--version'], /schemathesis/i)) return { command, args: [] };
  const uvx = ['--from', `schemathesis==${VERSION}`, 'schemathesis'];
  if (await says('uvx', [...uvx, '--version'], /schemathesis/i)) return { command: 'uvx', args: uvx };
  return { command: await installed(), args: [] };
}

async function installed(): Promise<string> {
  const folder = join(
    process.env['CASCADE_CACHE'] ??
      join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cascade'),
    `schemathesis-${VERSION}`,
  );
  const command = join(folder, 'bin', 'schemathesis');
  const marker = join(folder, 'complete');
  if (await exists(marker)) return command;
  try {
    await rm(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      `schemathesis==${VERSION}`,
    ];
    await run(join(folder, 'bin', 'python3'), pip, { timeout: 300_000 });
    await mkdir(marker);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Error(
      `Schemathesis ${VERSION} is needed: install Python 3.10 or newer with venv and pip (Debian: apt install python3-venv) or uv, or put \`schemathesis\` on the PATH. ${reason}`,
    );
  }
  return command;
}

export interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

interface Running {
  /** Where it leaves what it remembers for its next run, and would find what an earlier run left. */
  readonly folder: string;
  readonly options: readonly string[];
}

/** Runs it without a shell; what it prints is the failure's message. */
export function runProgram({ command, args }: Program, { folder, options }: Running): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(command, [...args, ...options], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    child.on('close', (code) => done({ passed: code === 0, output }));
  });
}

const says = (command: string, args: readonly string[], word: RegExp): Promise<boolean> =>
  run(command, [...args], { timeout: 120_000 }).then(
    ({ stdout }) => word.test(stdout),
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
