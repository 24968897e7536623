import type { Locator, Page } from 'playwright-core';
import { type Desk, goTo, measure } from './desk.ts';

export const collectPath = (campaignId: string, unitId: string): string =>
  `/campaigns/${campaignId}/collect/once/${unitId}`;

export async function openCollect(desk: Desk, campaignId: string, unitId: string): Promise<void> {
  await goTo(desk, collectPath(campaignId, unitId));
  await measure(desk, 'collect');
}

/** The line of one unit: a row where there is room, a card on a phone. */
export const lineOf = (page: Page, unit: string): Locator =>
  page
    .locator('tr, [data-open]')
    .filter({ has: page.getByRole('checkbox', { name: `Chọn ${unit}`, exact: true }) })
    // the list of all stands around them
    .last();

/** Opens the report of one unit; the answer is where it is read and decided. */
export async function openReport(desk: Desk, unit: string): Promise<Locator> {
  const { page } = desk;
  const line = lineOf(page, unit);
  const name = line.getByRole('button', { name: unit, exact: true });
  await desk.press(name.or(line.getByRole('button', { name: 'Xem báo cáo' })));
  const panel = page.getByRole('complementary', { name: unit });
  await panel.waitFor();
  await measure(desk, 'report of a unit');
  return panel;
}

export interface Returning {
  readonly unit: string;
  readonly reason: string;
  /** As the list of days offers it. */
  readonly day: string;
}

/** Returns a report with its reason and the day by which it is wanted again. */
export async function giveBack(desk: Desk, { unit, reason, day }: Returning): Promise<void> {
  const { page } = desk;
  const panel = await openReport(desk, unit);
  await desk.press(panel.getByRole('button', { name: 'Trả lại', exact: true }));
  const asking = page.getByRole('dialog', { name: `Trả lại báo cáo của ${unit}` });
  await desk.press(asking.getByRole('button', { name: 'Trả lại', exact: true }));
  await asking.getByText('Cần ghi lý do').waitFor();
  await asking.getByRole('textbox', { name: 'Lý do' }).fill(reason);
  const days = asking.getByRole('combobox', { name: 'Nộp lại chậm nhất hết ngày' });
  const offered = await days.locator('option').allInnerTexts();
  const label = offered.find((text) => text.includes(day));
  if (label === undefined) throw new Error(`${day} is not among ${offered.join(' · ')}`);
  await days.selectOption({ label });
  await measure(desk, 'returning');
  await desk.press(asking.getByRole('button', { name: 'Trả lại', exact: true }));
  await panel.getByText('Đã trả lại vì').waitFor();
}

/** Signs the revision that waits, after whatever is typed into the dialog. */
export async function sign(desk: Desk, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  const { page } = desk;
  await desk.press(page.getByRole('button', { name: 'Ký bản 1…' }));
  const dialog = page.getByRole('dialog', { name: 'Ký bản tổng hợp 1' });
  await dialog.getByText(/^Đã có \d+\/\d+ đơn vị/).waitFor();
  await fill?.(dialog);
  await measure(desk, 'signing');
  await desk.press(dialog.getByRole('button', { name: 'Ký', exact: true }));
  await page.getByRole('status').filter({ hasText: 'ĐÃ KÝ — bản 1' }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
}
