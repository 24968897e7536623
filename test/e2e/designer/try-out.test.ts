import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';
import { levelNamed, MINISTRY_DESIGNER, openDesk, openDrawer, openOwn } from './desk.ts';
import { changed, templateOf } from './files.ts';

const THREE = templateOf('bon-cap-2025');
const PROVINCES = 'UBND các tỉnh, thành phố';
const COMMUNES = 'UBND các xã, phường, đặc khu';

let here: Visit;
let page: Page;

beforeAll(async () => {
  here = await openDesk(MINISTRY_DESIGNER);
  page = here.page;
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

/** A figure of the simulation, by what stands above it. */
const figure = (name: string): Locator => page.getByTestId(`simulated-${name}`);

describe('the whole country, simulated', () => {
  const panel = (): Locator => page.getByRole('region', { name: 'Mô phỏng' });
  const suppose = async (label: string, percent: number): Promise<void> => {
    const field = panel().getByRole('textbox', { name: label });
    await field.fill(String(percent));
    await field.press('Enter');
  };
  const run = async (): Promise<void> => {
    await panel().getByRole('button', { name: 'Chạy mô phỏng' }).click();
    await panel()
      .getByText(/^Chạy trong .* giây$/)
      .waitFor({ timeout: 120_000 });
    await panel().getByText('Bản vẽ hoặc giả định đã đổi.').waitFor({ state: 'hidden' });
  };
  const owed = async (level: string): Promise<string> =>
    panel()
      .getByRole('row', { name: new RegExp(`^${level}`) })
      .getByRole('cell')
      .first()
      .innerText();

  it('finishes in seconds and shows every level, the rush and the last day', async () => {
    await openOwn(page, THREE);
    await openDrawer(page, 'Mô phỏng');
    await suppose('Nộp muộn', 0);
    await run();
    expect(await owed(PROVINCES)).toBe('34');
    expect(await owed(COMMUNES)).toBe('3.321');
    expect(await figure('rate').innerText()).toMatch(/100,0 %\s+3\.355\/3\.355 nhiệm vụ/);
    expect(await figure('final').innerText()).toContain('Không chậm so với khi mọi đơn vị đúng hạn');
    expect(await figure('final').innerText()).toContain('Hạn cuối T2 15/12/2025');
    expect(await figure('peak').innerText()).toMatch(/[\d.]+ nhiệm vụ/);
    expect(await figure('missing').innerText()).toMatch(/^Đơn vị không nộp\s+0\s/);
    expect(await figure('desk').innerText()).toMatch(/\d+ báo cáo/);
  });

  it('shows what late and silent units do to it', async () => {
    await suppose('Nộp muộn', 20);
    await suppose('Không nộp', 10);
    await panel().getByText('Bản vẽ hoặc giả định đã đổi. Chạy lại để cập nhật.').waitFor();
    await run();
    const share = /([\d,]+) %/.exec(await figure('rate').innerText())?.[1]?.replace(',', '.') ?? '';
    expect(Number(share)).toBeGreaterThan(60);
    expect(Number(share)).toBeLessThan(80);
    expect(await figure('missing').innerText()).toMatch(/^Đơn vị không nộp\s+3\d\d\s/);
  });
});

describe('a rehearsal', () => {
  const panel = (): Locator => page.getByRole('region', { name: 'Diễn tập' });
  /** Done, waited for, overdue: “Xong 0 Đang chờ 38 Quá hạn chưa nộp 0” of a level on the drawing. */
  const counts = async (level: string): Promise<readonly number[]> => {
    const words = await levelNamed(page, level).innerText();
    return (/Xong\s+(\d+)\s+Đang chờ\s+(\d+)\s+\D+(\d+)/.exec(words) ?? []).slice(1).map(Number);
  };

  it('plays the published drawing on the engine, the counts on the drawing move with its clock', async () => {
    await openOwn(
      page,
      changed(THREE, 'tinh', () => ({ select: { kind: 'list', units: ['2025-province-12'] } })),
    );
    await openDrawer(page, 'Diễn tập');
    await panel().getByText('Cần ban hành bản vẽ trước khi diễn tập.').waitFor();
    await panel().getByRole('button', { name: 'Ban hành' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();
    await panel().getByRole('button', { name: 'Diễn tập bản 1' }).click();
    const clock = page.getByTestId('rehearsal-clock');
    await clock.waitFor();
    await page.getByRole('button', { name: 'Vừa khung' }).click();
    await expect.poll(() => counts(COMMUNES)).toEqual([0, 38, 0]);
    const began = await clock.innerText();

    await panel().getByRole('combobox', { name: 'Mỗi giây' }).click();
    await page.getByRole('option', { name: '1 tuần' }).click();
    await panel().getByRole('button', { name: 'Chạy' }).click();
    await expect.poll(async () => (await counts(COMMUNES))[0]).toBeGreaterThan(0);
    await expect.poll(() => clock.innerText()).not.toBe(began);
    await panel().getByText('Đã chạy hết các hạn.').waitFor({ timeout: 120_000 });
    // nine in ten answered; who did not is waited for and overdue; the drawing hears of it a moment after the clock
    const whole = async () => {
      const [done = 0, waiting = 0, late] = await counts(COMMUNES);
      return { everybody: done + waiting, most: done > 30, lateAreWaiting: late === waiting };
    };
    await expect.poll(whole).toEqual({ everybody: 38, most: true, lateAreWaiting: true });

    await panel().getByRole('button', { name: 'Đóng diễn tập' }).click();
    await levelNamed(page, COMMUNES)
      .getByText(/^chậm nhất/)
      .waitFor();
  });
});
