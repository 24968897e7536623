import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './harness/browser.ts';

/**
 * `npm run screenshots [-- --api http://127.0.0.1:3000]`: takes the pictures of the README and the docs from a
 * running `npm start` on a fresh data folder, signed in as example officials. The designer's leave a copy of a
 * template behind.
 */
const { values } = parseArgs({ options: { api: { type: 'string', default: 'http://127.0.0.1:3000' } } });
const IMAGES = new URL('../docs/images/', import.meta.url);
const LEADER = /lãnh đạo UBND thành phố Bắc Kạn/;
const ECONOMY = /chuyên viên phòng Kinh tế/;
const WARD = /cán bộ UBND phường Đức Xuân/;
const DESIGNER = /người thiết kế quy trình, UBND thành phố Bắc Kạn/;
/** Movements of the canvas end, workers answer. */
const REST_MS = 2_500;

await mkdir(IMAGES, { recursive: true });
await as(LEADER, { width: 1280, height: 1180 }, campaign);
await as(ECONOMY, { width: 1280, height: 900 }, collecting);
await as(WARD, { width: 360, height: 740 }, phone);
await as(DESIGNER, { width: 1440, height: 1040 }, designer);

async function campaign(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Chiến dịch', exact: true }).click();
  const rehearsal = page.getByRole('link', { name: /diễn tập để xem thử/i }).first();
  await rehearsal.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
  await take(page, 'campaign');
}

/** A department's desk: its tasks, and the table of what the units below reported. */
async function collecting(page: Page): Promise<void> {
  await take(page, 'tasks');
  await page
    .getByRole('link', { name: /Triển khai hưởng ứng/ })
    .first()
    .click();
  await page.getByRole('table').first().waitFor();
  await take(page, 'collect');
}

/** A ward's official on the way: the list, and a report that was returned. */
async function phone(page: Page): Promise<void> {
  await take(page, 'phone-tasks');
  await page
    .getByRole('link', { name: /Triển khai hưởng ứng/ })
    .first()
    .click();
  await page.getByText('Báo cáo bị trả lại').waitFor();
  await take(page, 'phone-report');
}

async function designer(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bản vẽ', exact: true }).click();
  await page.getByRole('heading', { name: 'Mẫu' }).waitFor();
  await take(page, 'drawings');
  await page.getByRole('button', { name: /^Dùng mẫu .*UBND thành phố Bắc Kạn/ }).click();
  const group = page.locator('.react-flow__node').filter({ hasText: 'Các phòng, ban, ngành' });
  await group.click();
  await take(page, 'designer');
  await page.getByRole('button', { name: 'Hạn', exact: true }).click();
  await page.getByText('Trục thời gian').click();
  await take(page, 'designer-dates');
  await page.getByRole('button', { name: 'Mô phỏng', exact: true }).click();
  await page.getByRole('button', { name: 'Chạy mô phỏng' }).click();
  await take(page, 'designer-simulate');
  await page.getByRole('tab', { name: 'Văn bản' }).click();
  await take(page, 'designer-letter');
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(REST_MS);
  const path = new URL(`${name}.png`, IMAGES).pathname;
  await page.screenshot({ path, animations: 'disabled' });
  process.stdout.write(`${path}\n`);
}

async function as(
  official: RegExp,
  viewport: { width: number; height: number },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser(viewport);
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(values.api);
    await page.getByRole('link', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: official }).first().click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await work(page);
  } finally {
    await browser.close();
  }
}
