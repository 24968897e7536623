import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../integration/lives/rehearsal.ts';
import { barriers, inScheme } from '../barriers.ts';
import { midCourse } from '../scene.ts';
import { addressOf, overflowOf } from '../visit.ts';
import { collectPath } from './collecting.ts';
import { type Desk, DESKTOP, ECONOMY, ECONOMY_ID, goTo, type House, openHouse, PHONE, soon, WARD, WARD_HEAD } from './desk.ts';
import { addPeople, FRONT_OFFICER, FRONT_PEOPLE } from './newcomers.ts';

const TITLE = 'nơi làm việc không rào cản';
const ADMINISTRATOR = 'người thiết kế quy trình, UBND thành phố Bắc Kạn';

let house: House;
let its: Rehearsal;

beforeAll(async () => {
  await addPeople(FRONT_PEOPLE);
  its = await midCourse(TITLE);
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

const still = ({ page }: Desk) => page.waitForLoadState('networkidle').catch(() => undefined);

/** What stands in anybody's way on the page as it is: light and dark, wide and on a phone. */
async function everywhere(desk: Desk): Promise<readonly string[]> {
  const { page } = desk;
  await still(desk);
  const found: string[] = [];
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    found.push(...(await barriers(page)));
    if ((await overflowOf(page)) > 0) found.push(`wider than ${viewport.width}`);
    await inScheme(page, 'dark');
    // dark or light changes colours and nothing else
    found.push(...(await barriers(page, ['color-contrast'])).map((each) => `dark: ${each}`));
    await inScheme(page, 'light');
  }
  await page.setViewportSize(DESKTOP);
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
    await press(page.getByRole('button', { name: 'Ví dụ' }).or(page.getByRole('banner').getByRole('button', { name: WARD_HEAD })).first());
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('for a collecting department: the table, an open report, its return, the words, the revisions', async () => {
    const desk = await house.seat(ECONOMY, { path: collectPath(its.id, ECONOMY_ID) });
    const { page, press } = desk;
    await press(page.getByRole('button', { name: 'Hội Liên hiệp Phụ nữ thành phố Bắc Kạn (ví dụ)', exact: true }));
    await page.getByRole('complementary').waitFor();
    expect({ on: 'table', barriers: await everywhere(desk) }).toEqual({ on: 'table', barriers: [] });
    await press(page.getByRole('complementary').getByRole('button', { name: 'Trả lại' }));
    await page.getByRole('dialog', { name: /^Trả lại/ }).waitFor();
    expect({ on: 'return', barriers: await everywhere(desk) }).toEqual({ on: 'return', barriers: [] });
    await page.keyboard.press('Escape');
    for (const name of ['Phần lời', /^Các bản tổng hợp/]) {
      await press(page.getByRole('tab', { name }));
      expect({ on: name, barriers: await everywhere(desk) }).toEqual({ on: name, barriers: [] });
    }
  });

  it('for the writer of a letter', async () => {
    const desk = await house.seat(FRONT_OFFICER, { path: `/registers?tab=outgoing` });
    expect({ on: 'registers', barriers: await everywhere(desk) }).toEqual({ on: 'registers', barriers: [] });
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

describe('with the keyboard alone', () => {
  it('J and K walk the list, Enter opens the task, and one comes back', async () => {
    const { page } = await house.seat(WARD_HEAD, { path: '/' });
    const focusedTask = () => page.evaluate(() => document.activeElement?.getAttribute('data-task') ?? null);
    await page.getByRole('article').nth(1).waitFor();
    await page.keyboard.press('j');
    await soon(focusedTask).toBe('0');
    await page.keyboard.press('j');
    await soon(focusedTask).toBe('1');
    await page.keyboard.press('k');
    await soon(focusedTask).toBe('0');
    const preview = page.getByRole('region', { name: 'Việc đang xem' });
    await preview.waitFor();
    const name = await page.locator('[data-task="0"]').innerText();
    expect(await preview.getByRole('heading', { level: 2 }).innerText()).toBe(name);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    // the page has the focus: its first stop is the way back
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf('/'));
    await page.getByRole('article').first().waitFor();
  });
});
