import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '../harness/api-client.ts';
import type { Rehearsal } from '../integration/lives/rehearsal.ts';
import { midCourse } from './scene.ts';
import { addressOf, CLERK, shows, signIn, type Visit, visit } from './visit.ts';

const TITLE = 'triển khai thử trên trang';
const WARDS = [
  { id: '2024-commune-01843', name: 'Phường Phùng Chí Kiên' },
  { id: '2024-commune-01846', name: 'Phường Huyền Tụng' },
];

let here: Visit;
let page: Page;
let its: Rehearsal;

beforeAll(async () => {
  its = await midCourse(TITLE);
  here = await visit();
  page = here.page;
  await signIn(page);
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});
/** One reload of the page at the start of each test, none within. */
beforeEach(async () => {
  await page.goto(addressOf(`/campaigns/${its.id}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
});

const unitRows = () => page.getByRole('table', { name: 'Đơn vị' }).locator('tbody tr');
const named = (name: string) => unitRows().filter({ hasText: name });

describe('the list of campaigns', () => {
  it('shows the running rehearsal with its progress and next deadline, and opens it', async () => {
    await page.goto(addressOf('/campaigns'));
    const card = page.getByRole('link', { name: 'Triển khai thử trên trang' });
    expect(await card.innerText()).toMatch(/Xong\s+11\/23/);
    // of the report that was returned, a day before the others are due
    expect(await card.innerText()).toContain('T6 06/12/2024');
    await card.click();
    await page.getByRole('heading', { level: 1, name: 'Triển khai thử trên trang' }).waitFor();
    expect(await page.title()).toBe('Triển khai thử trên trang · Cascade');
  });

  it('filters by kind and says when nothing is left', async () => {
    await page.goto(addressOf('/campaigns'));
    await page.getByRole('radiogroup', { name: 'Lọc chiến dịch' }).getByText('Thật', { exact: true }).click();
    await page.getByText('Chưa có chiến dịch nào').waitFor();
  });
});

describe('a campaign that is not there', () => {
  it('is said in one sentence, with the way back', async () => {
    await page.goto(addressOf('/campaigns/00000000-0000-4000-8000-000000000000'));
    await page.getByRole('alert').getByText('Không tìm thấy').waitFor();
    expect(await page.getByRole('alert').getByText('Không tìm thấy').count()).toBe(1);
    await page.getByRole('link', { name: 'Các chiến dịch' }).click();
    await page.getByRole('heading', { name: 'Chiến dịch' }).waitFor();
    // the browser writes down the 404 that was asked for
    here.complaints.splice(
      0,
      here.complaints.length,
      ...here.complaints.filter((each) => !each.includes('404')),
    );
  });
});

describe('the drawing', () => {
  it('shows the levels with their counts, the unit that collects on behalf, and both ways', async () => {
    const drawing = page.getByRole('figure', { name: 'Dòng chảy' });
    await drawing.getByText('UBND các xã, phường').waitFor();
    await expect.poll(() => drawing.locator('.react-flow__node-level').count()).toBe(6);
    const focal = drawing.locator('.react-flow__node-focal');
    await focal.getByText('Phòng Kinh tế thành phố Bắc Kạn').waitFor();
    // five ways down, three up to the focal point and one from there
    await expect.poll(() => drawing.locator('.react-flow__edge').count()).toBe(9);
    expect(await drawing.getByText('8 đơn vị').count()).toBe(2);
  });
});

describe('the units', () => {
  it('are found without accents, with everybody above them', async () => {
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('mttq viet nam xa duong');
    await expect.poll(() => unitRows().count()).toBe(2);
    expect(await unitRows().nth(1).innerText()).toContain('Ủy ban MTTQ Việt Nam xã Dương Quang');
    await page.getByRole('searchbox').fill('không ai tên này');
    await page.getByText('Không có đơn vị nào khớp').waitFor();
  });

  it('hear what is typed before anything else draws the page anew', async () => {
    // React tells of every drawing by this hook; a field drawn between the key and its own hearing loses the text
    await page.addInitScript(() => {
      let drawings = 0;
      const seen: number[] = [];
      const hook = {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => (drawings += 1),
        onCommitFiberUnmount: () => undefined,
      };
      Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook, drawingsSeen: seen });
      window.addEventListener('input', () => seen.push(drawings), { capture: true });
      document.addEventListener('input', () => seen.push(drawings), { capture: true });
    });
    await page.reload();
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('huyen tung');
    await expect.poll(() => unitRows().count()).toBeLessThan(20);
    const [whenPressed, whenHeard] = await page.evaluate(
      () => (window as unknown as { drawingsSeen: number[] }).drawingsSeen,
    );
    expect(whenPressed).toBeGreaterThan(0);
    expect(whenHeard).toBe(whenPressed);
  });

  it('are filtered by status', async () => {
    await named('Phường Đức Xuân').first().waitFor();
    await page.getByRole('combobox', { name: 'Trạng thái' }).click();
    await page.getByRole('option', { name: 'Bị trả lại' }).click();
    await expect.poll(() => unitRows().count()).toBe(1);
    expect(await unitRows().first().innerText()).toContain('Phường Đức Xuân');
  });

  it('fold under the one that addressed them', async () => {
    await page
      .getByRole('button', { name: 'Thu gọn Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Bắc Kạn' })
      .click();
    await expect.poll(() => named('MTTQ Việt Nam phường').count()).toBe(0);
    await page.getByRole('button', { name: 'Mở Ủy ban Mặt trận' }).click();
    await expect.poll(() => named('MTTQ Việt Nam phường').count()).toBe(6);
  });

  it('answer why their date is what it is', async () => {
    const due = named('Phường Huyền Tụng').last().getByRole('button', { name: 'Vì sao hạn này?' });
    expect(await due.innerText()).toBe('T7 07/12/2024');
    await due.click();
    const answer = page.getByRole('dialog');
    await answer.getByText('Văn bản ghi trước').waitFor();
    expect(await answer.innerText()).toMatch(/trước\s+ngày 08\/12\/2024[^]*hết ngày 07\/12\/2024/);
    await page.keyboard.press('Escape');
    await answer.waitFor({ state: 'hidden' });
  });
});

describe('the consolidation', () => {
  it('names who is missing and every unit behind a figure', async () => {
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    const economy = page.getByRole('region', { name: 'Phòng Kinh tế' });
    await economy.getByText('Còn thiếu (9)').waitFor();
    await economy.getByRole('button', { name: '133 chiếc' }).click();
    const sources = page.getByRole('dialog', { name: 'Số cờ, phướn, băng rôn' });
    await expect.poll(() => sources.locator('tr').count()).toBe(5);
    const figures = await sources.locator('tr').allInnerTexts();
    expect(figures.map((line) => Number(/(\d+) chiếc/.exec(line)?.[1])).reduce((a, b) => a + b)).toBe(133);
    await page.keyboard.press('Escape');
    await sources.waitFor({ state: 'hidden' });
  });
});

describe('language and light', () => {
  it('switch at once and are kept', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Consolidation' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('tab', { name: 'Units' }).waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('tab', { name: 'Đơn vị' }).waitFor();

    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Sáng hoặc tối' }).click();
    await expect.poll(ground).toBe('rgb(36, 36, 36)');
    await page.getByRole('button', { name: 'Sáng hoặc tối' }).click();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
  });
});

describe('what happens meanwhile', () => {
  it('is shown within two seconds without a reload: a report that arrives through the API', async () => {
    await page.getByRole('tab', { name: 'Nhật ký' }).click();
    await page.getByText('Trực tiếp').waitFor();
    const values = { 'so-bang-ron': 12, 'so-tin-bai': 3, 'kinh-phi': '4,5' };
    const took: number[] = [];
    for (const [already, { id: unitId, name }] of WARDS.entries()) {
      await shows(page, 'count-submitted', `${already + 1}`);
      const { id } = await its.owed(unitId);
      await succeed('POST', `/api/obligations/${id}/reports`, { body: { values } });
      const arrived = Date.now();
      await shows(page, 'count-submitted', `${already + 2}`);
      await page.getByText(`Nộp báo cáo · ${name}`).waitFor();
      took.push(Date.now() - arrived);
      // a machine that does other work besides may be slow once
      if (Math.min(...took) < 2_000) break;
    }
    expect(Math.min(...took)).toBeLessThan(2_000);
  });

  it('moves with the clock: date, counts and log change before one’s eyes', async () => {
    await page.getByRole('tab', { name: 'Nhật ký' }).click();
    await page.getByText('Trực tiếp').waitFor();
    await shows(page, 'clock', 'T4 04/12/2024 15:00');
    await page.getByRole('button', { name: 'Sự kiện tiếp theo' }).click();
    await shows(page, 'clock', 'T5 05/12/2024 08:00');
    await page.getByRole('heading', { name: 'T5 05/12/2024' }).waitFor();
    await shows(page, 'count-missing', '0');
    await page.getByRole('button', { name: '+1 tuần' }).click();
    await shows(page, 'clock', 'T5 12/12/2024 08:00');
    await page.locator('[data-testid="count-missing"]', { hasText: /^[1-9]/ }).waitFor();
    await page.getByRole('heading', { name: 'CN 08/12/2024' }).waitFor();
  });

  it('cannot be moved by a clerk, who is told why', async () => {
    const other = await visit();
    try {
      await signIn(other.page, CLERK, `/campaigns/${its.id}`);
      await other.page.getByText('Chỉ lãnh đạo hoặc người thiết kế chạy được đồng hồ.').waitFor();
      expect(await other.page.getByRole('button', { name: 'Sự kiện tiếp theo' }).isDisabled()).toBe(true);
    } finally {
      await other.close();
    }
    expect(other.complaints).toEqual([]);
  });
});
