import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rehearsal, startDocument001 } from '../../integration/lives/rehearsal.ts';
import { barriers, inScheme } from '../barriers.ts';
import { midCourse } from '../scene.ts';
import { addressOf, overflowOf } from '../visit.ts';
import { collectPath } from './collecting.ts';
import {
  cardOf,
  type Desk,
  DESKTOP,
  ECONOMY,
  ECONOMY_ID,
  FRONT_ID,
  FRONT_OFFICER,
  goTo,
  type House,
  openHouse,
  PHONE,
  soon,
  WARD,
  WARD_HEAD,
} from './desk.ts';

const TITLE = 'Nơi làm việc không rào cản';
const ADMINISTRATOR = 'người thiết kế quy trình, UBND thành phố Bắc Kạn';

let house: House;
let its: Rehearsal;

beforeAll(async () => {
  its = await midCourse(TITLE);
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

const still = ({ page }: Desk) => page.waitForLoadState('networkidle').catch(() => undefined);

/** What stands in anybody's way on the page as it is: wide in the light, on a phone in the dark. */
async function everywhere(desk: Desk): Promise<readonly string[]> {
  const { page } = desk;
  await still(desk);
  const found = [...(await barriers(page))];
  await page.setViewportSize(PHONE);
  await inScheme(page, 'dark');
  await still(desk);
  found.push(...(await barriers(page)).map((each) => `dark phone: ${each}`));
  if ((await overflowOf(page)) > 0) found.push(`wider than ${PHONE.width}`);
  await page.setViewportSize(DESKTOP);
  await inScheme(page, 'light');
  return found;
}

describe('nothing stands in anybody’s way, light and dark, at 1280 and 360 pixels', () => {
  it('for an official of a ward: tasks, a returned report, registers, notices, absence, the office', async () => {
    const desk = await house.seat(WARD_HEAD);
    const { id } = await its.owed(WARD.id);
    for (const path of ['/', `/tasks/${id}`, '/registers', '/notices', '/absence', '/office']) {
      await goTo(desk, path);
      expect({ path, barriers: await everywhere(desk) }).toEqual({ path, barriers: [] });
    }
    const { page, press } = desk;
    await press(page.getByRole('banner').getByRole('button', { name: WARD_HEAD }));
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('for a collecting department: the table, an open report, its return, the words, the revisions', async () => {
    const desk = await house.seat(ECONOMY, { path: collectPath(its.id, ECONOMY_ID) });
    const { page, press } = desk;
    const row = page.getByRole('button', {
      name: 'Hội Liên hiệp Phụ nữ thành phố Bắc Kạn (ví dụ)',
      exact: true,
    });
    const panel = page.getByRole('complementary');
    const hasKeys = (part: Locator) => part.evaluate((element) => element === document.activeElement);
    await row.press('Enter');
    await expect.poll(() => hasKeys(panel)).toBe(true);
    await press(panel.getByRole('button', { name: 'Đóng' }));
    await expect.poll(() => hasKeys(row)).toBe(true);
    await press(row);
    await panel.waitFor();
    expect({ on: 'table', barriers: await everywhere(desk) }).toEqual({ on: 'table', barriers: [] });
    await press(panel.getByRole('button', { name: 'Trả lại' }));
    await page.getByRole('dialog', { name: /^Trả lại/ }).waitFor();
    expect({ on: 'return', barriers: await everywhere(desk) }).toEqual({ on: 'return', barriers: [] });
    await page.keyboard.press('Escape');
    for (const name of ['Phần lời', /^Các bản tổng hợp/]) {
      await press(page.getByRole('tab', { name }));
      expect({ on: name, barriers: await everywhere(desk) }).toEqual({ on: name, barriers: [] });
    }
  });

  it('for the writer of a letter', async () => {
    const fresh = await startDocument001();
    const desk = await house.seat(FRONT_OFFICER);
    await goTo(desk, `/campaigns/${fresh.id}/pass-on/once/${FRONT_ID}`);
    await desk.page.waitForURL(/\/letters\//);
    expect({ on: 'letter', barriers: await everywhere(desk) }).toEqual({ on: 'letter', barriers: [] });
  });

  it('for an administrator: people, keys, the trail, the board', async () => {
    const desk = await house.seat(ADMINISTRATOR);
    for (const path of ['/people', '/keys', '/audit']) {
      await goTo(desk, path);
      expect({ path, barriers: await everywhere(desk) }).toEqual({ path, barriers: [] });
    }
    await goTo(desk, `/campaigns/${its.id}`);
    await desk.press(desk.page.getByRole('tab', { name: 'Theo dõi' }));
    await desk.page.getByRole('table', { name: 'Bảng theo dõi' }).waitFor();
    expect({ on: 'board', barriers: await everywhere(desk) }).toEqual({ on: 'board', barriers: [] });
  });
});

describe('for eyes that need it otherwise', () => {
  it('400 %, a tablet upright, the keyboard on a phone: no bar covers what is read or reached', async () => {
    const { page, press } = await house.seat(WARD_HEAD, { path: '/' });
    const bottomOf = (selector: string) =>
      page.locator(selector).evaluate((bar) => bar.getBoundingClientRect().bottom);
    await page.setViewportSize({ width: 320, height: 200 });
    await page.getByRole('article').first().waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const bar of ['header', 'nav.rooms']) await soon(() => bottomOf(bar)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 800, height: 1100 });
    const who = page.getByRole('banner').getByRole('button', { name: WARD_HEAD });
    await soon(() => who.evaluate((name) => innerWidth - name.getBoundingClientRect().right)).toBeGreaterThan(
      0,
    );
    await page.setViewportSize(PHONE);
    await page.goto(addressOf(`/tasks/${(await its.owed(WARD.id)).id}`));
    const fields = page.locator('[data-field] input, [data-field] textarea');
    await fields.first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await fields.first().focus();
    for (let at = (await fields.count()) - 1; at >= 0; at -= 1) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const field = document.activeElement?.getBoundingClientRect();
        const { left = 0, top = 0, height = 0 } = field ?? {};
        return document.elementFromPoint(left + 10, top + height / 2)?.closest('nav, header') ?? null;
      });
      expect(covered).toBeNull();
    }
    // what is beside a box is written as the box reads it
    await press(page.getByRole('button', { name: 'English' }));
    await page.getByText('Version 1: 1.250 chiếc', { exact: true }).waitFor();
    await press(page.getByRole('button', { name: 'Tiếng Việt' }));
  });

  it('in a contrast theme shows what is open, chosen, ticked and switched on', async () => {
    const { page, press } = await house.seat(ECONOMY, { path: '/registers' });
    await page.emulateMedia({ forcedColors: 'active' });
    const groundOf = (what: Locator) => what.evaluate((each) => getComputedStyle(each).backgroundColor);
    const chosen = await groundOf(page.locator('.rooms a[aria-current]'));
    expect(chosen).not.toBe(await groundOf(page.locator('.rooms a:not([aria-current])').first()));
    const segments = page.locator('.mantine-SegmentedControl-label');
    expect(await groundOf(segments.and(page.locator('[data-active]')).first())).toBe(chosen);
    const track = page.locator('.mantine-Switch-track').first();
    expect(await groundOf(track)).not.toBe(chosen);
    await press(track);
    await soon(() => groundOf(track)).toBe(chosen);
    await page.goto(addressOf(collectPath(its.id, ECONOMY_ID)));
    const all = page.getByRole('checkbox', { name: 'Chọn tất cả' });
    expect(await groundOf(all)).not.toBe(chosen);
    await press(all);
    await soon(() => groundOf(all)).toBe(chosen);
    expect(await groundOf(page.getByRole('tab', { selected: true }))).toBe(chosen);
  });
});

describe('whoever lacks the right to a page', () => {
  it('reads which right it is, and finds nothing to press that only refuses', async () => {
    const desk = await house.seat(WARD_HEAD);
    for (const path of ['/people', '/keys', '/audit']) {
      await goTo(desk, path);
      await desk.page.getByRole('heading', { name: 'Chức vụ đang dùng không mở được trang này' }).waitFor();
      await desk.page.getByText(/^Trang này cần quyền “\p{Lu}/u).waitFor();
      expect(await desk.page.getByRole('main').getByRole('button').count()).toBe(0);
    }
  });
});

describe('on paper', () => {
  it('stands the whole table in light colours, without what is pressed on a screen', async () => {
    const desk = await house.seat(ECONOMY, { path: collectPath(its.id, ECONOMY_ID) });
    const { page } = desk;
    await inScheme(page, 'dark');
    const table = page.getByRole('table');
    await table.waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('html[data-mantine-color-scheme="light"]').waitFor();
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Xuất tệp' }).isVisible()).toBe(false);
    const cut = await table.evaluate(({ parentElement: frame }) =>
      frame === null ? null : getComputedStyle(frame).overflowY,
    );
    expect(cut).toBe('visible');
    await page.emulateMedia({ media: 'screen' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    expect(await page.getByRole('banner').isVisible()).toBe(true);
  });
});

describe('with the keyboard alone', () => {
  it('J and K walk the list, Enter opens the task, and one comes back', async () => {
    const { page } = await house.seat(WARD_HEAD, { path: '/' });
    // where there is room for the task beside the list
    await page.setViewportSize({ width: 1440, height: 900 });
    const focusedTask = () => page.evaluate(() => document.activeElement?.getAttribute('data-task') ?? null);
    const wanted = cardOf(page, 'Làm lại báo cáo', TITLE).getByRole('link');
    const index = Number(await wanted.getAttribute('data-task'));
    for (let at = 0; at <= index + 1; at += 1) {
      await page.keyboard.press('j');
      await soon(focusedTask).toBe(String(at));
    }
    await page.keyboard.press('k');
    await soon(focusedTask).toBe(String(index));
    const preview = page.getByRole('region', { name: 'Việc đang xem' });
    await preview.getByRole('heading', { level: 2, name: await wanted.innerText() }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks\//);
    await page.getByTestId('returned').waitFor();
    // the page has the focus: its first stop is the way back
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/'));
    await page.getByRole('article').first().waitFor();
    // a mouse or a finger finds the task anywhere on its card
    await cardOf(page, 'Làm lại báo cáo', TITLE).click();
    await page.waitForURL(/\/tasks\//);
  });
});
