import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findOnPath, isExecutable } from './tools.mjs';

/** What finding a browser depends on; a test gives another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly onPath: (name: string) => string | undefined;
  /** Where Playwright would put its own Chromium; undefined without Playwright. */
  readonly ofPlaywright: string | undefined;
  readonly filesIn: (folder: string) => readonly string[];
}

const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  ...['microsoft-edge-stable', 'microsoft-edge'],
];
const LINUX = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'],
  ...['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * Where a Chrome, Chromium or Edge may be, best first: the one that the person names, those on PATH, the
 * usual places of the system, and what Playwright downloaded.
 */
export function browserPlaces(machine: Machine): readonly string[] {
  const { env, onPath } = machine;
  const named = [env['CHROME_PATH'], ...NAMES.map(onPath)];
  return [...named, ...usualPlaces(machine), ...playwrightPlaces(machine)].filter(
    (file): file is string => file !== undefined && file !== '',
  );
}

function usualPlaces({ platform, env, home }: Machine): readonly string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
        MAC.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
      );
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
        folder === undefined ? [] : WINDOWS.map((parts) => join(folder, ...parts)),
      );
    default:
      return LINUX;
  }
}

/** `…/chromium-1234/chrome-linux64/chrome`, and beside it the small one that has no window. */
function playwrightPlaces({ ofPlaywright, filesIn }: Machine): readonly string[] {
  if (ofPlaywright === undefined) return [];
  const own = dirname(dirname(ofPlaywright));
  const revision = basename(own).replace(/^chromium-/, '');
  const shell = join(dirname(own), `chromium_headless_shell-${revision}`);
  const programs = filesIn(shell).flatMap((folder) =>
    ['chrome-headless-shell', 'headless_shell', 'chrome-headless-shell.exe'].map((name) =>
      join(shell, folder, name),
    ),
  );
  return [ofPlaywright, ...programs];
}

/** An installed Chrome or Chromium, or the one Playwright downloaded; undefined when there is none that runs. */
export async function findBrowser(): Promise<string | undefined> {
  return browserPlaces(await thisMachine()).find((file) => isExecutable(file) && runs(file));
}

async function thisMachine(): Promise<Machine> {
  // Needed for tests only: absent where the packages were installed without those for development.
  const playwright = await import('playwright-core').catch(() => undefined);
  const { platform, env } = process;
  const ofPlaywright = playwright?.chromium.executablePath();
  return { platform, env, home: homedir(), onPath: findOnPath, ofPlaywright, filesIn };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Asked once: every test file opens a browser. What failed may be mended by an installation. */
const running = new Set<string>();

/** A file may be there and not run: a signpost to a snap, or a download without the system's libraries. */
function runs(file: string): boolean {
  // there a browser that is asked for its version opens a window
  if (process.platform === 'win32' || running.has(file)) return true;
  const { status } = spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' });
  if (status === 0) running.add(file);
  return status === 0;
}
