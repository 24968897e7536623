import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from './browser.ts';
import { type Say, StackError } from './messages.ts';
import { findOnPath } from './tools.mjs';

/** Who may install what on this machine. */
export interface Installers {
  readonly root: boolean;
  /** `sudo` is there; whether it asks for a password shows when it is used. */
  readonly sudo: boolean;
  readonly manager: 'apt-get' | 'dnf' | 'apk' | null;
}

/** One way to a browser: its commands in their order, and how long nothing may happen meanwhile. */
export interface Step {
  readonly kind: 'playwright' | 'system';
  readonly commands: readonly (readonly [program: string, ...args: readonly string[]])[];
  readonly quietMs: number;
}

const PACKAGES = {
  'apt-get': [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  dnf: [['dnf', 'install', '-y', 'chromium']],
  apk: [['apk', 'add', '--no-cache', 'chromium']],
} as const;

/** Commands as root gives them, where somebody may: this user, or `sudo` without a question. Else none. */
export const asRoot = (
  commands: Step['commands'],
  { root, sudo }: Pick<Installers, 'root' | 'sudo'>,
): Step['commands'] =>
  root
    ? commands
    : sudo
      ? commands.map((command): Step['commands'][number] => ['sudo', '-n', ...command])
      : [];

/** First Playwright's own download, which needs no rights; then the system's package, where that is allowed. */
export function installSteps({ manager, ...rights }: Installers): readonly Step[] {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const download: Step = {
    kind: 'playwright',
    commands: [[process.execPath, cli, 'install', '--only-shell', 'chromium']],
    quietMs: 60_000,
  };
  const commands = manager === null ? [] : asRoot(PACKAGES[manager], rights);
  return commands.length === 0 ? [download] : [download, { kind: 'system', commands, quietMs: 300_000 }];
}

/** What bringing a browser needs of the world; a test gives another one. */
export interface Means {
  readonly find: () => Promise<string | undefined>;
  readonly steps: readonly Step[];
  /** Whether the command ended well. */
  readonly run: (command: Step['commands'][number], quietMs: number) => Promise<boolean>;
  readonly say: Say;
}

/** The browser of the tests: an installed one, else one that is installed now; never none. */
export async function bringBrowser({ find, steps, run, say }: Means): Promise<string> {
  const present = await find();
  if (present !== undefined) return present;
  for (const { kind, commands, quietMs } of steps) {
    if (kind === 'playwright') {
      say('Đang tải Chromium cho các phép thử (một lần)…', 'Fetching Chromium for the tests (once)…');
    } else {
      say('Đang cài gói chromium của hệ điều hành…', 'Installing the chromium package of the system…');
    }
    for (const command of commands) if (!(await run(command, quietMs))) break;
    const brought = await find();
    if (brought !== undefined) return brought;
  }
  throw new StackError(
    'Các phép thử trình duyệt cần Chrome hoặc Chromium mà máy này không có và không tự cài được: hãy cài Google Chrome (Debian: apt-get install chromium) hoặc đặt CHROME_PATH, rồi chạy lại npm test.',
    'The browser tests need Chrome or Chromium, which this machine does not have and could not install by itself: install Google Chrome (Debian: apt-get install chromium) or set CHROME_PATH, then run npm test again.',
  );
}

/** For this machine. */
export const browserForTests = (say: Say): Promise<string> =>
  bringBrowser({ find: findBrowser, steps: installSteps(installersHere()), run: runCommand, say });

export function installersHere(): Installers {
  const manager = (['apt-get', 'dnf', 'apk'] as const).find((name) => findOnPath(name) !== undefined);
  return {
    root: process.getuid?.() === 0,
    sudo: findOnPath('sudo') !== undefined,
    manager: manager ?? null,
  };
}

const LONGEST_MS = 15 * 60_000;
/** A download that goes on says how far it is; an attempt that is merely repeated does not. */
const PROGRESS = /\d+%|\bGet:\d+|\bUnpacking\b|\bSetting up\b|\(\d+\/\d+\)/;

/** Ends the command, with all that it started, when it makes no progress for `quietMs`. */
export function runCommand([program, ...args]: Step['commands'][number], quietMs: number): Promise<boolean> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // a group of its own, to be ended as one
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  });
  const end = (): void => {
    try {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  process.once('exit', end);
  return new Promise((resolve) => {
    const longest = setTimeout(end, LONGEST_MS);
    let quiet = setTimeout(end, quietMs);
    const heard = (text: Buffer): void => {
      if (!PROGRESS.test(text.toString())) return;
      clearTimeout(quiet);
      quiet = setTimeout(end, quietMs);
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    const done = (well: boolean): void => {
      clearTimeout(longest);
      clearTimeout(quiet);
      process.off('exit', end);
      resolve(well);
    };
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
}
