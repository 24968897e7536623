import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openShared } from '../../harness/browser.ts';
import { addressOf, complaintsOf, overflowOf, signIn } from '../visit.ts';

/** Example officials as their buttons name them, beside those of `visit.ts`. */
export const AUDITOR = 'người kiểm tra nhật ký, UBND thành phố Bắc Kạn';
export const ECONOMY = 'chuyên viên phòng Kinh tế thành phố Bắc Kạn';
export const WARD_HEAD = 'cán bộ UBND phường Đức Xuân';
export const WARD_OFFICER = 'công chức văn phòng UBND phường Đức Xuân';
export const FRONT_OFFICER = 'chuyên viên kiêm văn thư Ủy ban MTTQ thành phố Bắc Kạn';
export const FRONT_CHAIR = 'chủ tịch Ủy ban MTTQ thành phố Bắc Kạn';

export const WARD = { id: '2024-commune-01840', name: 'Phường Đức Xuân' };
export const ECONOMY_ID = 'bk-phong-kinh-te';
export const FRONT_ID = 'bk-mttq-tp';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** One official at work: a window, and the hand that it is used with. */
export interface Desk {
  readonly page: Page;
  /** A click of the mouse, or a tap of the thumb. */
  press(what: Locator): Promise<void>;
  /** Pixels that pages were wider than the window, by the page's name; only what was wider. */
  readonly wide: Map<string, number>;
  readonly complaints: string[];
}

export interface House {
  /** Signs an official in at a desk of his own. */
  seat(official: string, at?: { readonly phone?: boolean; readonly path?: string }): Promise<Desk>;
  /** What any page of the house complained of. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** Several people signed in at the same time. */
export async function openHouse(): Promise<House> {
  const browser = await openShared();
  const desks: Desk[] = [];
  return {
    seat: async (official, { phone = false, path = '/absence' } = {}) => {
      const context = await browser.room(
        phone ? { viewport: PHONE, hasTouch: true, isMobile: true } : { viewport: DESKTOP },
      );
      const complaints = complaintsOf(context);
      const page = await context.newPage();
      await signIn(page, official, path);
      const desk: Desk = {
        page,
        complaints,
        wide: new Map(),
        press: (what) => (phone ? what.tap() : what.click()),
      };
      desks.push(desk);
      return desk;
    },
    complaints: () => desks.flatMap((desk) => desk.complaints),
    close: () => browser.close(),
  };
}

/** Remembers how much wider than its window the page is that stands there now. */
export async function measure({ page, wide }: Desk, name: string): Promise<void> {
  const pixels = await overflowOf(page);
  if (pixels > 0) wide.set(name, pixels);
}

/** Opens an address; the heading of the page is there when it returns. */
export async function goTo({ page }: Desk, path: string): Promise<void> {
  await page.goto(addressOf(path));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** The card of one task on the list, by its kind and the campaign it comes from. */
export const cardOf = (page: Page, kind: string, campaign: string): Locator =>
  page
    .getByRole('article')
    .filter({ has: page.getByText(kind, { exact: true }) })
    .filter({ hasText: campaign });

/** The list of tasks, searched for a campaign's name: a long list draws what is in view only. */
export const tasksOf = (campaign: string): string => addressOf(`/?q=${encodeURIComponent(campaign)}`);

/** From the list of tasks, searched for the campaign's name, to the task's own page. */
export async function openTask(desk: Desk, kind: string, campaign: string): Promise<void> {
  const { page } = desk;
  await page.goto(tasksOf(campaign));
  const card = cardOf(page, kind, campaign);
  await card.waitFor();
  await measure(desk, 'tasks');
  await desk.press(card.getByRole('link').first());
  await page.waitForURL((url) => url.pathname !== '/');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await measure(desk, kind);
}

/** Chooses one of the names that a field offers. */
export async function choose(desk: Desk, field: Locator, name: string | RegExp): Promise<void> {
  await desk.press(field);
  await desk.press(desk.page.getByRole('option', { name }));
}

/** Takes what a test provoked out of what the page complained of. */
export function forgive({ complaints }: Desk, expected: RegExp): void {
  const rest = complaints.filter((each) => !expected.test(each));
  complaints.splice(0, complaints.length, ...rest);
}

/** Asserted until it holds; asking again is no failure. */
export const soon = (read: () => unknown): ReturnType<typeof expect.poll> => expect.poll(read);
