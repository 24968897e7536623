import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '#stack';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const VIEWPORT = { width: 1920, height: 1080 };

interface Opening {
  /** `false`: frames as fast as the page makes them, so that a rate says what a frame costs. */
  readonly atDisplayRate?: boolean;
}

/** A browser of its own for every page: nothing of the one before stays in memory. */
export async function openPage(
  url: string,
  { atDisplayRate = true }: Opening = {},
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new Error('Cần Chrome hoặc Chromium / Chrome or Chromium is needed.');
  const args = atDisplayRate ? FLAGS : [...FLAGS, ...UNLIMITED];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: VIEWPORT, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  await page.goto(url);
  await page.waitForFunction(() => window.ready === true);
  return { page, close: () => browser.close() };
}
