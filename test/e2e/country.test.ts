import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definitionIdOf, type Rehearsal, startRehearsal } from '../integration/lives/rehearsal.ts';
import { addressOf, overflowOf, type Visit, visit } from './visit.ts';

/** More rows than this at once and a phone begins to stutter. */
const DRAWN_AT_ONCE = 200;
const PROVINCES = 34;
/** Hà Nội, with more communes than one page of the list. */
const PROVINCE = 'Thành phố Hà Nội';
const COMMUNES = 126;

let its: Rehearsal;
let here: Visit;
let page: Page;

beforeAll(async () => {
  its = await startRehearsal({
    definitionId: await definitionIdOf('bon-cap-2025'),
    rootUnitId: 'vn-bct',
    startAt: '2025-11-03T01:00:00.000Z',
  });
  here = await visit();
  page = here.page;
  // no example official sits in the ministry: the browser comes as a system
  await here.context.setExtraHTTPHeaders({ authorization: `Bearer ${inject('stack').serviceKey}` });
  await page.goto(addressOf(`/campaigns/${its.id}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

const rows = () => page.getByRole('table', { name: 'Đơn vị' }).locator('tbody tr');
const elements = () => page.evaluate(() => document.querySelectorAll('*').length);
const status = () => page.getByRole('combobox', { name: 'Trạng thái' });

describe('a campaign of 34 provinces and 3,321 communes', () => {
  it('opens on the provinces, with the communes counted in the drawing', async () => {
    await expect.poll(() => rows().count()).toBe(PROVINCES);
    await page.getByRole('figure').getByText('3321 đơn vị').or(page.getByText('3.321 đơn vị')).waitFor();
    expect(await rows().first().innerText()).toContain('Bên dưới: xong 0/126');
    expect(await elements()).toBeLessThan(4_000);
  });

  it('goes down to the communes of one province, page by page, and back up', async () => {
    await page.getByRole('button', { name: `Mở ${PROVINCE}` }).click();
    const path = page.getByRole('navigation', { name: 'Vị trí trong dòng chảy' });
    await path.getByText(PROVINCE).waitFor();
    expect(await path.locator('[aria-current]').evaluate((here) => here === document.activeElement)).toBe(
      true,
    );
    await rows()
      .filter({ hasText: /Phường|Xã/ })
      .first()
      .waitFor();
    const more = page.getByRole('button', { name: 'Tải thêm' });
    while ((await rows().count()) < COMMUNES) {
      const before = await rows().count();
      await more.click();
      await expect.poll(() => rows().count()).toBeGreaterThan(before);
    }
    expect(await rows().count()).toBe(COMMUNES);
    expect(await more.count()).toBe(0);
    await path.getByRole('button', { name: 'Cấp trên cùng' }).click();
    await expect.poll(() => rows().count()).toBe(PROVINCES);
  });

  it('finds a commune anywhere in the country without accents, and says whose it is', async () => {
    await page.getByRole('searchbox').fill('tan phu');
    await expect.poll(() => rows().count()).toBe(13);
    const found = await rows().allInnerTexts();
    expect(found.every((text) => /tân ph/i.test(text) && /(Tỉnh|Thành phố) /.test(text))).toBe(true);
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => rows().count()).toBe(PROVINCES);
  });

  it('never draws more than a page of those that match, however many they are', async () => {
    await status().click();
    await page.getByRole('option', { name: 'Chưa tiếp nhận' }).click();
    await expect.poll(() => rows().count()).toBe(100);
    await page.getByRole('button', { name: 'Tải thêm' }).click();
    await page.getByRole('button', { name: 'Tải thêm' }).click();
    await page.getByRole('button', { name: 'Tải thêm' }).waitFor();
    await expect.poll(() => rows().count()).toBe(DRAWN_AT_ONCE);
    await status().click();
    await page.getByRole('option', { name: 'Mọi trạng thái' }).click();
    await expect.poll(() => rows().count()).toBe(PROVINCES);
  });

  it('keeps its consolidations folded but the first, and names some of the missing', async () => {
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await page.getByText(`Còn thiếu (${PROVINCES})`).waitFor();
    expect(await elements()).toBeLessThan(4_000);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowOf(page)).toBe(0);
  });
});
