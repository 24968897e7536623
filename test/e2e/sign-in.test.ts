import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, CLERK, LEADER, signIn, type Visit, visit } from './visit.ts';

let here: Visit;

beforeEach(async () => {
  here = await visit();
});
afterEach(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

describe('signing in', () => {
  it('takes two clicks as an example official, whose name then stands in the header', async () => {
    const { page } = here;
    await page.goto(addressOf('/campaigns'));
    await page.getByRole('heading', { name: 'Cascade' }).waitFor();
    await page.getByRole('link', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: CLERK }).click();
    await page.getByRole('heading', { name: 'Chiến dịch' }).waitFor();
    expect(await page.getByRole('banner').innerText()).toContain(CLERK);
    expect(await page.title()).toBe('Chiến dịch · Cascade');
  });

  it('leads back to the page that was asked for', async () => {
    await signIn(here.page, LEADER, '/nowhere?of=interest');
    await here.page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
  });

  it('is asked for again once the session is gone, without a reload', async () => {
    const { page, context } = here;
    await page.clock.install();
    await signIn(page);
    await page.getByRole('heading', { name: 'Chiến dịch' }).waitFor();
    await context.clearCookies();
    // the list asks again by itself every quarter of a minute
    await page.clock.fastForward('00:16');
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Chiến dịch' }).count()).toBe(0);
    // the browser writes down every refused answer
    here.complaints.splice(
      0,
      here.complaints.length,
      ...here.complaints.filter((each) => !each.includes('401')),
    );
  });

  it('gone in the middle of typing takes nothing away: signed in again in another window, one goes on', async () => {
    const { page, context } = here;
    await page.clock.install();
    await signIn(page, CLERK, '/absence');
    await page.getByRole('button', { name: 'Vắng mặt: cử người thay' }).click();
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await reason.fill('Họp tại tỉnh');
    await context.clearCookies();
    const again = page.getByRole('link', { name: 'Đăng nhập' });
    // the bell asks by itself
    await page.clock.fastForward('00:31');
    await again.waitFor();
    // what lies below hears no key
    await page.keyboard.press('Escape');
    const [other] = await Promise.all([context.waitForEvent('page'), again.click()]);
    await other.getByRole('button', { name: CLERK }).click();
    await other.waitForURL(addressOf('/absence'));
    await again.waitFor({ state: 'detached' });
    expect(await reason.inputValue()).toBe('Họp tại tỉnh');
    here.complaints.splice(
      0,
      here.complaints.length,
      ...here.complaints.filter((each) => !each.includes('401')),
    );
  });

  it('ends by the menu', async () => {
    const { page } = here;
    await signIn(page);
    await page.getByRole('button', { name: LEADER }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    await page.goto(addressOf('/campaigns'));
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
  });
});
