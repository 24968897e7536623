import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';
import { barriers, inScheme } from '../barriers.ts';
import { templateOf } from './content.ts';
import {
  type DrawerName,
  levelNamed,
  openDesk,
  openDrawer,
  openOwn,
  openPanel,
  type PanelName,
  selectLevel,
} from './desk.ts';

const PANELS: readonly PanelName[] = ['Cấp', 'Bản vẽ', 'Báo cáo', 'Văn bản', 'Phiên bản'];
const DRAWERS: readonly DrawerName[] = ['Lỗi và cảnh báo', 'Hạn', 'Mô phỏng', 'Diễn tập'];
const GROUP = 'Các phòng, ban, ngành, đoàn thể thành phố';

let here: Visit;
let page: Page;

beforeAll(async () => {
  here = await openDesk();
  page = here.page;
  const { definition, directive } = templateOf('bac-kan-2024');
  const key = `tiep-can-${randomUUID().slice(0, 8)}`;
  await openOwn(page, { definition: { ...definition, key }, directive });
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

/** Opens every card, fold and section of what is shown, so that nothing hides. */
async function unfoldAll(): Promise<void> {
  const side = page.getByRole('complementary', { name: 'Thuộc tính' });
  const folded = side.locator('button[aria-expanded="false"][aria-controls]:not([aria-haspopup])');
  for (let most = 60; most > 0 && (await folded.count()) > 0; most -= 1) await folded.first().click();
}

/** Everything in a light page; in a dark one only the colours are others. */
async function barriersInBoth(): Promise<readonly string[]> {
  await inScheme(page, 'light');
  const light = await barriers(page);
  await inScheme(page, 'dark');
  const dark = await barriers(page, ['color-contrast']);
  await inScheme(page, 'light');
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}

describe('in the open drawing, light and dark', () => {
  it.each(PANELS)('nothing in the panel “%s” is in the way of anybody', async (name) => {
    await selectLevel(page, GROUP);
    await openPanel(page, name);
    await unfoldAll();
    expect(await barriersInBoth()).toEqual([]);
  });

  it.each(DRAWERS)('nothing below in “%s” is in the way of anybody', async (name) => {
    await openPanel(page, 'Cấp');
    await openDrawer(page, name);
    expect(await barriersInBoth()).toEqual([]);
  });

  it('nothing in the dialogs of keys and commands is in the way of anybody, nor in a name that is typed', async () => {
    await page.getByRole('button', { name: 'Đóng khung dưới' }).click();
    for (const name of ['Phím tắt', 'Tìm lệnh hoặc cấp']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog', { name }).waitFor();
      expect({ name, barriers: await barriersInBoth() }).toEqual({ name, barriers: [] });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    await levelNamed(page, GROUP).dblclick();
    await page.getByRole('textbox', { name: 'Tên cấp' }).waitFor();
    expect(await barriersInBoth()).toEqual([]);
    await page.keyboard.press('Escape');
  });
});
