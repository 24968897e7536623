import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type BrowserContextOptions } from 'playwright-core';
import { browserForTests, sayToTerminal } from '#stack';

/** Headless, as root in a container, and silent towards any network but the page's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take for anything: two cores may carry the servers, the browser and other work besides. */
const PATIENCE_MS = 45_000;

/** As the people who use it have it set. */
const AT_HOME = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };

export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Opens the machine's Chromium, which is installed where it is missing, with an empty profile, in Vietnamese and in Vietnam's zone. */
export async function openBrowser(viewport = { width: 1280, height: 800 }): Promise<OpenBrowser> {
  const executablePath = await browserForTests(sayToTerminal);
  const profile = await mkdtemp(join(tmpdir(), 'cascade-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    viewport,
    ...AT_HOME,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** One browser for several people, each with cookies and a window of their own. */
export interface SharedBrowser {
  room(options: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function openShared(): Promise<SharedBrowser> {
  const executablePath = await browserForTests(sayToTerminal);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    room: async (options) => {
      const context = await browser.newContext({ ...AT_HOME, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
    close: () => browser.close(),
  };
}
