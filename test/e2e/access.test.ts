import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rehearsal } from '../integration/lives/rehearsal.ts';
import { barriers } from './barriers.ts';
import { midCourse } from './scene.ts';
import { addressOf, LEADER, overflowOf, signIn, type Visit, visit } from './visit.ts';

const TABS = ['Đơn vị', 'Theo dõi', 'Tổng hợp', 'Nhật ký', 'Văn bản'] as const;
const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 360, height: 740 };

let its: Rehearsal;
let here: Visit;
let page: Page;

beforeAll(async () => {
  its = await midCourse('Tiếp cận');
  here = await visit();
  page = here.page;
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

const tab = async (name: string): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  const panel = page.getByRole('tabpanel', { name });
  await panel.waitFor();
  // what is looked at is what was read for it
  await panel.getByLabel('Đang tải').first().waitFor({ state: 'detached' });
};

/** Nobody is signed in any more, and no page is open that would ask for something and be refused. */
async function signedOut(): Promise<void> {
  await page.goto('about:blank');
  await here.context.clearCookies();
}

/** The text of the link, button or tab that has the focus; containers do not count. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here?.matches('a, button') === true ? (here.textContent ?? '') : '';
  });

/** Presses Tab until the focus stands on what is named. */
async function tabTo(name: string, presses = 60): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < presses; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused();
    if (stop.includes(name)) return;
    passed.push(stop);
  }
  throw new Error(`Tab does not reach “${name}”, only ${passed.join(' · ')}`);
}

describe.each(SCHEMES)('in a %s page', (colorScheme) => {
  it('nothing is in the way of anybody: sign-in, list, campaign with every tab, an open answer', async () => {
    await page.emulateMedia({ colorScheme });
    await signedOut();
    await page.goto(addressOf('/campaigns'));
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: LEADER }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: LEADER }).click();
    await page.getByRole('link', { name: 'Tiếp cận' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Tiếp cận' }).click();
    await page.getByRole('figure', { name: 'Dòng chảy' }).getByText('Đầu mối tổng hợp').waitFor();
    for (const name of TABS) {
      await tab(name);
      expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] });
    }
    await tab('Đơn vị');
    await page.getByRole('button', { name: 'Vì sao hạn này?' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tab('Tổng hợp');
    await page.getByRole('button', { name: '133 chiếc' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  it('one comes from the list through a campaign, its tabs and a date’s reason', async () => {
    await signInIfNeeded();
    await tabTo('Tiếp cận');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tiếp cận' }).waitFor();
    // the new page has the focus: the first stop is the way back, not the header
    await page.keyboard.press('Tab');
    await expect.poll(focused).toContain('Các chiến dịch');
    await page.getByRole('figure', { name: 'Dòng chảy' }).getByText('Đầu mối tổng hợp').waitFor();
    await page.getByRole('tab', { name: 'Đơn vị' }).waitFor();
    await tabTo('Đơn vị');
    for (const name of TABS.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name }).waitFor();
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('tabpanel', { name: 'Đơn vị' }).waitFor();
    await page.getByRole('button', { name: 'Vì sao hạn này?' }).first().waitFor();
    await tabTo('T7 07/12/2024');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Vì sao hạn này?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('T7 07/12/2024');
  });

  it('the header can be skipped', async () => {
    await signInIfNeeded();
    await page.reload();
    await page.getByRole('heading', { name: 'Chiến dịch' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

describe('on a phone of 360 pixels', () => {
  it('nothing has to be scrolled sideways, and the drawing is a list', async () => {
    await page.setViewportSize(PHONE);
    const wide: Record<string, number> = {};
    await signedOut();
    await page.goto(addressOf('/campaigns'));
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    wide['sign-in'] = await overflowOf(page);
    await page.getByRole('link', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: LEADER }).waitFor();
    wide['officials'] = await overflowOf(page);
    await page.getByRole('button', { name: LEADER }).click();
    await page.getByRole('link', { name: 'Tiếp cận' }).waitFor();
    wide['list'] = await overflowOf(page);
    await page.goto(addressOf(`/campaigns/${its.id}`));
    await page.getByRole('region', { name: 'Dòng chảy' }).getByText('UBND các xã, phường').waitFor();
    expect(await page.locator('.react-flow').count()).toBe(0);
    for (const name of TABS) {
      await tab(name);
      wide[name] = await overflowOf(page);
    }
    expect(Object.entries(wide).filter(([, pixels]) => pixels > 0)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });
});

async function signInIfNeeded(): Promise<void> {
  await page.goto(addressOf('/campaigns'));
  const list = page.getByRole('heading', { name: 'Chiến dịch' });
  const door = page.getByRole('link', { name: 'Đăng nhập' });
  await list.or(door).waitFor();
  if (await door.isVisible()) await signIn(page);
  await list.waitFor();
}
