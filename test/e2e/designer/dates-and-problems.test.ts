import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';
import {
  type Drawing,
  levelNamed,
  MINISTRY_DESIGNER,
  openDesk,
  openDrawer,
  openOwn,
  problemCounts,
  publishedVersion,
  saved,
  storedDraft,
} from './desk.ts';
import { changed, fileText, templateOf } from './files.ts';

const FOUR = templateOf('bon-cap-2024');
const PROVINCES = 'UBND các tỉnh, thành phố';
const DISTRICTS = 'UBND các huyện, quận, thị xã, thành phố thuộc tỉnh';
const COMMUNES = 'UBND các xã, phường, thị trấn';

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

const districtsUndated = changed(FOUR, 'huyen', ({ obligations }) => ({
  obligations: obligations.map((each) => ({ ...each, due: { kind: 'unknown' as const } })),
}));

async function parentOf(name: string): Promise<string | null | undefined> {
  const { definition } = JSON.parse(await fileText(page)) as Drawing; // just written by the page
  const parent = definition.nodes.find((node) => node.name === name)?.parent;
  return definition.nodes.find(({ id }) => id === parent)?.name;
}

/** Draws a line by hand from the lower dot of one level onto another, and stops before letting go. */
async function pull(from: string, to: string): Promise<void> {
  await levelNamed(page, from).getByTitle('Kéo để giao cho cấp khác').hover();
  await page.mouse.down();
  const box = await levelNamed(page, to).boundingBox();
  if (box === null) throw new Error(`“${to}” is not in view`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
}
const hint = (text: RegExp): Locator =>
  page.locator('.react-flow').getByRole('status').filter({ hasText: text });

describe('a line drawn by hand', () => {
  it('refuses while it is dragged where the rule book forbids it, says why, and changes nothing', async () => {
    await openOwn(page, FOUR);
    const before = await fileText(page);
    await pull(COMMUNES, PROVINCES);
    await hint(/“UBND các tỉnh, thành phố” nằm dưới chính mình/).waitFor();
    await page.mouse.up();
    await hint(/./).waitFor({ state: 'hidden' });
    await pull(COMMUNES, 'Bộ Công Thương');
    await hint(/Bộ Công Thương/).waitFor();
    await page.mouse.up();
    expect(await fileText(page)).toBe(before);
  });

  it('says what it will do where it may, does it when it is let go, and one undo takes it back', async () => {
    const before = await fileText(page);
    await pull(PROVINCES, COMMUNES);
    await hint(new RegExp(`^Giao cho ${COMMUNES}$`)).waitFor();
    await page.mouse.up();
    await expect.poll(() => parentOf(COMMUNES)).toBe(PROVINCES);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => fileText(page)).toBe(before);
  });
});

describe('a problem', () => {
  let id: string;
  beforeAll(async () => {
    id = await openOwn(page, districtsUndated);
  });
  const entry = (): Locator =>
    page
      .getByRole('list', { name: 'Lỗi và cảnh báo' })
      .getByRole('button', { name: /^Lỗi: Hạn báo cáo chưa rõ/ });
  const publish = (): Locator =>
    page
      .getByRole('banner')
      .or(page.locator('header'))
      .getByRole('button', { name: /^(Ban hành|Chưa ban hành được)/ });

  it('keeps the drawing from being published: the button leads to it', async () => {
    await expect.poll(async () => (await problemCounts(page)).errors).toBeGreaterThan(0);
    // the count and the button are read one after the other, and a check may end in between
    await expect
      .poll(async () => {
        const { errors } = await problemCounts(page);
        return (
          (await publish().getAttribute('aria-label')) === `Chưa ban hành được: còn ${errors} lỗi. Xem lỗi`
        );
      })
      .toBe(true);
    await publish().click();
    await entry().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('brings its level into view, selects it and opens the field that is wrong', async () => {
    await page.mouse.move(500, 300);
    for (let turns = 0; turns < 6; turns += 1) await page.mouse.wheel(0, 600);
    await levelNamed(page, DISTRICTS).waitFor({ state: 'hidden' });
    await entry().click();
    const box = levelNamed(page, DISTRICTS);
    await box.waitFor();
    await expect.poll(() => inTheMiddle(box)).toBe(true);
    const panel = page.getByRole('tabpanel', { name: 'Cấp', exact: true });
    expect(await panel.getByRole('textbox', { name: 'Tên', exact: true }).first().inputValue()).toBe(
      DISTRICTS,
    );
    await expect.poll(() => focused()).toMatch(/^Hạn nộp/);
  });

  it('is mended by one press where a way out is obvious, and the drawing can be published', async () => {
    await openDrawer(page, 'Lỗi và cảnh báo');
    await page
      .getByRole('list', { name: 'Lỗi và cảnh báo' })
      .getByRole('button', { name: 'Sớm hơn 3 ngày làm việc' })
      .click();
    await expect.poll(async () => (await problemCounts(page)).errors).toBe(0);
    await saved(page);
    const { draft } = await storedDraft(id);
    expect(draft.nodes.find((node) => node.id === 'huyen')?.obligations[0]?.due).toEqual({
      kind: 'lead',
      workingDays: 3,
    });

    await publish().click();
    const dialog = page.getByRole('dialog', { name: 'Ban hành phiên bản 1' });
    await dialog.getByRole('button', { name: 'Ban hành' }).click();
    const done = page.getByRole('dialog', { name: 'Đã ban hành phiên bản 1' });
    await done.waitFor();
    await done.getByRole('button', { name: 'Đóng' }).last().click();
    expect((await publishedVersion(id, 1)).definition).toEqual(draft);
  });
});

/** Within the canvas, and not at its edge. */
async function inTheMiddle(box: Locator): Promise<boolean> {
  const [outer, inner] = [await page.locator('.react-flow').boundingBox(), await box.boundingBox()];
  if (outer === null || inner === null) return false;
  const x = (inner.x + inner.width / 2 - outer.x) / outer.width;
  const y = (inner.y + inner.height / 2 - outer.y) / outer.height;
  return Math.abs(x - 0.5) < 0.2 && Math.abs(y - 0.5) < 0.2;
}

/** 16/12/2024 → 15/12/2024 */
function dayBefore(day: string): string {
  const [d = 0, m = 0, y = 0] = day.split('/').map(Number);
  const before = new Date(Date.UTC(y, m - 1, d - 1)).toISOString().slice(0, 10);
  return before.split('-').reverse().join('/');
}

/** The label of the field that has the keys. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement;
    const labels =
      field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.labels : null;
    return field?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? field?.outerHTML ?? '';
  });

const START = 'Ngày bắt đầu';
const TOP = 'Ngày UBND tỉnh báo cáo Bộ (chậm nhất)';

describe('a plan that does not fit its dates', () => {
  const panel = (): Locator => page.getByRole('region', { name: 'Hạn', exact: true });
  const day = async (label: string, to: string): Promise<void> => {
    const field = panel().getByRole('textbox', { name: label });
    await field.fill(to);
    await field.press('Enter');
  };
  const alarm = (): Locator => panel().getByRole('status').filter({ hasText: 'Không kịp thời gian' });

  it('names the level and how much is missing, on the alarm and in its row', async () => {
    await openOwn(page, FOUR);
    await openDrawer(page, 'Hạn');
    await day(START, '27/11/2024');
    const short = 'chỉ có 2 ngày làm việc, cần ít nhất 3 (thiếu 1). Hãy lùi hạn.';
    await alarm().getByText(`Cấp “${COMMUNES}” (kỳ “Một lần”) ${short}`).waitFor();
    const row = panel().getByRole('row', { name: new RegExp(`^${COMMUNES}`) });
    await row.getByText('thiếu 1', { exact: true }).waitFor();
  });

  it('offers the earliest date, which is possible when taken, and one day before is not', async () => {
    const told = await alarm().getByText('Ngày sớm nhất khả thi:').innerText();
    const offered = /\d{2}\/\d{2}\/\d{4}/.exec(told)?.[0] ?? '';
    await alarm().getByRole('button', { name: 'Dùng ngày này' }).click();
    await alarm().waitFor({ state: 'hidden' });
    expect(await panel().getByRole('textbox', { name: TOP }).inputValue()).toBe(offered);
    expect(await panel().getByRole('row').filter({ hasText: 'thiếu' }).count()).toBe(0);
    await day(TOP, dayBefore(offered));
    await alarm().getByText('Ngày sớm nhất khả thi:').waitFor();
    expect(await alarm().innerText()).toContain(`Ngày sớm nhất khả thi: ${offered}`);
  });

  it('moves with its top date on the canvas, too, and answers why a date is what it is', async () => {
    await day(START, '11/11/2024');
    await day(TOP, '16/12/2024');
    await alarm().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Vừa khung' }).click();
    await levelNamed(page, PROVINCES).getByText('chậm nhất 16/12/2024 T2').waitFor();
    // five working days before Monday the 16th, and five before that
    await levelNamed(page, DISTRICTS).getByText('chậm nhất 09/12/2024 T2').waitFor();
    await levelNamed(page, COMMUNES).getByText('chậm nhất 02/12/2024 T2').waitFor();
    const row = panel().getByRole('row', { name: new RegExp(`^${COMMUNES}`) });
    await row.getByRole('button', { name: /Vì sao hạn này\?$/ }).click();
    const answer = page.getByRole('dialog');
    await answer.getByText('Vì sao hạn này?').waitFor();
    await answer.getByText(/^Muộn nhất vẫn đúng hạn: hết ngày 02\/12\/2024\./).waitFor();
    const steps = await answer.getByRole('listitem').allInnerTexts();
    expect(steps[0]).toContain('16/12/2024');
    expect(steps).toContainEqual(expect.stringMatching(/^Sớm hơn cấp trên 5 ngày làm việc .*09\/12\/2024.*/));
    expect(steps.at(-1)).toMatch(/thành 02\/12\/2024/);
    await page.keyboard.press('Escape');
    await answer.waitFor({ state: 'hidden' });
  });

  it('shows the same days on the timeline, which answers as well', async () => {
    await panel().getByText('Trục thời gian', { exact: true }).click();
    const timeline = panel().getByRole('region', { name: 'Trục thời gian' });
    const bar = `${COMMUNES}: từ T2 11/11/2024 đến hết T2 02/12/2024, 15 ngày làm việc. Nhắc T5 28/11/2024.`;
    await timeline.getByRole('button', { name: bar }).click();
    await page.getByRole('dialog').getByText('Vì sao hạn này?').waitFor();
    await page.keyboard.press('Escape');
  });
});
