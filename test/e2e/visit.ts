import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';

/** Example officials as their buttons name them. */
export const LEADER = 'lãnh đạo UBND thành phố Bắc Kạn';
export const CLERK = 'văn thư UBND thành phố Bắc Kạn';

/** A browser that writes down everything a page complains of. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions and refused styles or scripts, without the question who is signed in. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function visit(viewport?: { width: number; height: number }): Promise<Visit> {
  const browser: OpenBrowser = await openBrowser(viewport);
  const { context } = browser;
  const complaints = complaintsOf(context);
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, context, complaints, close: browser.close };
}

/** Fills as long as the context lives. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const heard = (message: ConsoleMessage): void => {
    // nobody signed in: the page asks, and the browser writes the 401 down as an error
    const { url } = message.location();
    const asked = url.endsWith('/api/me') && message.text().includes('401');
    if (message.type() === 'error' && !asked) complaints.push(`${message.text()} ${url}`);
  };
  context.on('console', heard);
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}

export const addressOf = (path: string): string => new URL(path, inject('stack').apiUrl).href;

/** Two clicks: "Đăng nhập", then the official. */
export async function signIn(page: Page, official: string = LEADER, path = '/campaigns'): Promise<void> {
  await page.goto(addressOf(path));
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: official }).click();
  await page.getByRole('button', { name: official }).waitFor(); // now in the page's own header
  await page.waitForURL(addressOf(path));
}

/** Pixels that the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** Waits on the page until an assertion of the caller holds there. */
export const shows = (page: Page, testId: string, text: string): Promise<void> =>
  page.locator(`[data-testid="${testId}"]`, { hasText: new RegExp(`^${text}$`) }).waitFor();
