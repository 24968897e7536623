import { findOnPath, isExecutable } from './tools.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** An installed Chrome or Chromium, or the one Playwright downloaded; undefined when there is none. */
export async function findBrowser(): Promise<string | undefined> {
  // Needed for tests only: absent where the packages were installed without those for development.
  const playwright = await import('playwright-core').catch(() => undefined);
  const downloaded = playwright?.chromium.executablePath();
  const candidates = [process.env['CHROME_PATH'], ...NAMES.map((name) => findOnPath(name)), MAC, downloaded];
  return candidates.find((file) => file !== undefined && file !== '' && isExecutable(file));
}
