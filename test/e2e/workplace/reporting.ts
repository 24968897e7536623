import type { Locator, Page } from 'playwright-core';
import { type Desk, measure, openTask } from './desk.ts';

export interface Figures {
  readonly banners: string;
  readonly articles: string;
  readonly million: string;
}

const LABELS = {
  banners: /^Số cờ, phướn/,
  articles: /^Số tin, bài/,
  million: /^Kinh phí thực hiện/,
} as const;

/** The box of a figure by the words before it, wherever on the page or in a dialog. */
export const figureBox = (within: Page | Locator, figure: keyof Figures): Locator =>
  within.getByRole('textbox', { name: LABELS[figure] });

export async function typeFigures(within: Page | Locator, figures: Partial<Figures>): Promise<void> {
  for (const figure of ['banners', 'articles', 'million'] as const) {
    const text = figures[figure];
    if (text !== undefined) await figureBox(within, figure).fill(text);
  }
}

/** Takes an arrived letter into the register; the answer is its number đến. */
export async function register(desk: Desk, campaign: string): Promise<string> {
  await openTask(desk, 'Đăng ký văn bản đến', campaign);
  const { page } = desk;
  await desk.press(page.locator('[data-wanted]').getByRole('button', { name: 'Vào sổ' }));
  const said = page.getByText(/^Đã vào sổ: số đến \d+ năm 2024/);
  await said.waitFor();
  await measure(desk, 'registers');
  const [, number] = /số đến (\d+)/.exec(await said.innerText()) ?? [];
  if (number === undefined) throw new Error('no number was said');
  return number;
}

/** Hands the report in; the answer is what the receipt says. */
export async function handIn(desk: Desk, no: number): Promise<string> {
  const { page } = desk;
  const name = no === 1 ? 'Nộp báo cáo' : `Nộp bản ${no}`;
  await desk.press(page.getByRole('button', { name, exact: true }));
  const receipt = page.getByRole('status').filter({ hasText: 'Đã nộp báo cáo' });
  await receipt.getByText(`Bản ${no}`, { exact: true }).waitFor();
  await measure(desk, `receipt ${no}`);
  return receipt.innerText();
}
