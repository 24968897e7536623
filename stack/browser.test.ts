import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser, type Machine } from './browser.ts';
import { bringBrowser, installSteps, type Means, runCommand, type Step } from './browser-install.ts';
import { saySilently, StackError } from './messages.ts';

const machine = (given: Partial<Machine>): Machine => ({
  platform: 'linux',
  env: {},
  home: '/home/an',
  onPath: () => undefined,
  ofPlaywright: undefined,
  filesIn: () => [],
  ...given,
});

describe('the browser of the tests is looked for', () => {
  it('first where the person says, then on PATH, in the usual places, and among the downloads', () => {
    const places = browserPlaces(
      machine({
        env: { CHROME_PATH: '/my/chrome' },
        onPath: (name) => (name === 'google-chrome' ? '/bin/google-chrome' : undefined),
        ofPlaywright: '/cache/chromium-7/chrome-linux64/chrome',
        filesIn: (folder) => (folder === '/cache/chromium_headless_shell-7' ? ['shell-linux64'] : []),
      }),
    );
    expect(places.slice(0, 2)).toEqual(['/my/chrome', '/bin/google-chrome']);
    expect(places).toContain('/opt/google/chrome/chrome');
    expect(places.slice(-4)).toEqual([
      '/cache/chromium-7/chrome-linux64/chrome',
      '/cache/chromium_headless_shell-7/shell-linux64/chrome-headless-shell',
      '/cache/chromium_headless_shell-7/shell-linux64/headless_shell',
      '/cache/chromium_headless_shell-7/shell-linux64/chrome-headless-shell.exe',
    ]);
  });

  it('in the programs of Windows and of macOS', () => {
    const windows = browserPlaces(
      machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs', LOCALAPPDATA: 'C:\\Local' } }),
    );
    expect(windows.filter((each) => each.includes('chrome.exe'))).toHaveLength(4);
    expect(windows.some((each) => each.includes('msedge.exe'))).toBe(true);
    const mac = browserPlaces(machine({ platform: 'darwin' }));
    expect(mac).toContain('/home/an/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('and one that is there but does not run is passed over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cascade-browser-'));
    const broken = join(folder, 'chrome');
    writeFileSync(broken, '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n', {
      mode: 0o755,
    });
    const before = process.env['CHROME_PATH'];
    process.env['CHROME_PATH'] = broken;
    try {
      expect(await findBrowser()).not.toBe(broken);
    } finally {
      if (before === undefined) delete process.env['CHROME_PATH'];
      else process.env['CHROME_PATH'] = before;
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a browser that is missing', () => {
  const kinds = (steps: readonly Step[]): string[] => steps.map(({ kind }) => kind);

  it('is downloaded, else installed by the system where that is allowed', () => {
    expect(kinds(installSteps({ root: true, sudo: false, manager: 'apt-get' }))).toEqual([
      'playwright',
      'system',
    ]);
    expect(kinds(installSteps({ root: false, sudo: false, manager: 'apt-get' }))).toEqual(['playwright']);
    expect(kinds(installSteps({ root: true, sudo: false, manager: null }))).toEqual(['playwright']);
    const [, system] = installSteps({ root: false, sudo: true, manager: 'apt-get' });
    expect(system?.commands.map((each) => each.join(' '))).toEqual([
      'sudo -n apt-get update',
      'sudo -n apt-get install -y --no-install-recommends chromium',
    ]);
  });

  /** A machine on which a browser appears after the named step. */
  const means = (after: Step['kind'] | 'at once' | 'never'): Means & { readonly ran: string[] } => {
    const ran: string[] = [];
    const steps = installSteps({ root: true, sudo: false, manager: 'apk' });
    const there = () =>
      after === 'at once' ||
      (after === 'playwright' && ran.length >= 1) ||
      (after === 'system' && ran.some((each) => each.startsWith('apk')));
    return {
      ran,
      steps,
      find: () => Promise.resolve(there() ? '/found' : undefined),
      run: (command) => {
        ran.push(command.join(' '));
        return Promise.resolve(there());
      },
      say: saySilently,
    };
  };

  it('costs nothing when it is not missing at all', async () => {
    const world = means('at once');
    expect(await bringBrowser(world)).toBe('/found');
    expect(world.ran).toEqual([]);
  });

  it('comes from the first way that works', async () => {
    const download = means('playwright');
    expect(await bringBrowser(download)).toBe('/found');
    expect(download.ran).toHaveLength(1);
    const system = means('system');
    expect(await bringBrowser(system)).toBe('/found');
    expect(system.ran).toHaveLength(2);
  });

  it('ends the tests with one sentence in each language when there is no way', async () => {
    const refused = await bringBrowser(means('never')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StackError);
    expect(refused instanceof StackError ? [refused.vi, refused.en] : []).toEqual([
      expect.stringMatching(/^[^.]*CHROME_PATH[^.]*npm test\.$/),
      expect.stringMatching(/^[^.]*CHROME_PATH[^.]*npm test again\.$/),
    ]);
  });
});

describe('a command that installs', () => {
  it.runIf(process.platform !== 'win32')('is ended with its children when it makes no progress', async () => {
    const began = Date.now();
    const stuck = 'while true; do echo trying again; sleep 0.05; done & sleep 30';
    expect(await runCommand(['sh', '-c', stuck], 300)).toBe(false);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it.runIf(process.platform !== 'win32')('may take its time while it makes progress', async () => {
    // longer than it may be silent, and each step far shorter, also on a machine that does other work besides
    const slow = 'for n in 1 2 3 4 5 6 7 8; do echo "$n$n%"; sleep 0.4; done';
    expect(await runCommand(['sh', '-c', slow], 2_500)).toBe(true);
  });

  it('that is not there has simply failed', async () => {
    expect(await runCommand(['no-such-program-of-anybody'], 1000)).toBe(false);
  });
});
