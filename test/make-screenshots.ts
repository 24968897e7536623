import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';

/**
 * `npm run screenshots [-- --api http://127.0.0.1:3000]`: takes the pictures of the README from a running
 * `npm start` on a fresh data folder, signed in as an example official.
 */
const { values } = parseArgs({ options: { api: { type: 'string', default: 'http://127.0.0.1:3000' } } });
const IMAGES = new URL('../docs/images/', import.meta.url);
const OFFICIAL = /lãnh đạo UBND thành phố Bắc Kạn/;

await mkdir(IMAGES, { recursive: true });
const browser = await openBrowser({ width: 1280, height: 1180 });
try {
  const page = await browser.context.newPage();
  await signIn(page);
  await page
    .getByRole('link', { name: /diễn tập để xem thử/i })
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
  // The drawing fits itself to its frame with a short movement.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: new URL('campaign.png', IMAGES).pathname, animations: 'disabled' });
  process.stdout.write(`${new URL('campaign.png', IMAGES).pathname}\n`);
} finally {
  await browser.close();
}

async function signIn(page: Page): Promise<void> {
  await page.goto(values.api);
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: OFFICIAL }).first().click();
  await page
    .getByRole('link', { name: /diễn tập để xem thử/i })
    .first()
    .waitFor();
}
