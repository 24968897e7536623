import { readFile } from 'node:fs/promises';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { succeed } from '../../harness/api-client.ts';
import { listAll, type Rehearsal } from '../../integration/lives/rehearsal.ts';
import type { Obligation, ObligationDetails } from '../../integration/lives/shapes.ts';
import { addressOf, LEADER } from '../visit.ts';
import { giveBack, lineOf, openCollect, openReport, sign } from './collecting.ts';
import {
  cardOf,
  choose,
  type Desk,
  ECONOMY,
  ECONOMY_ID,
  FRONT_CHAIR,
  FRONT_OFFICER,
  type House,
  openHouse,
  openTask,
  tasksOf,
  soon,
  WARD,
  WARD_HEAD,
  WARD_OFFICER,
} from './desk.ts';
import { issueDocument001 } from './issuing.ts';
import { reportOthers } from './others.ts';
import { figureBox, handIn, register, typeFigures } from './reporting.ts';

const TITLE = 'Văn bản 001 trọn vòng';
const REASON = 'Kế hoạch của phường là 125 băng rôn: kiểm tra lại số 1.250.';

let house: House;
let its: Rehearsal;
let leader: Desk;
let economy: Desk;
let officer: Desk;

beforeAll(async () => {
  house = await openHouse();
  [leader, economy, officer] = await Promise.all([
    house.seat(LEADER),
    house.seat(ECONOMY),
    house.seat(WARD_OFFICER),
  ]);
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

describe('document 001, with its people signed in at the same time', () => {
  it('is issued: the leader starts it from its drawing, as a rehearsal of 20 November 2024', async () => {
    its = await issueDocument001(leader, TITLE);
  });

  it('arrives at phường Đức Xuân: registered, given to an officer with the leader’s words', async () => {
    const head = await house.seat(WARD_HEAD);
    const number = await register(head, TITLE);
    const { page, press } = head;
    const row = page.getByRole('listitem').filter({
      has: page.getByRole('button', { name: `Giải quyết văn bản số đến ${number}`, exact: true }),
    });
    await press(row.getByRole('button', { name: `Giải quyết văn bản số đến ${number}` }));
    const slip = page.getByRole('dialog', { name: 'Phiếu giải quyết văn bản đến' });
    await choose(head, slip.getByRole('combobox', { name: 'Chủ trì' }), new RegExp(WARD_OFFICER));
    await slip.getByRole('textbox', { name: 'Hạn trong đơn vị' }).fill('05/12/2024');
    await slip.getByRole('textbox', { name: 'Ý kiến của lãnh đạo' }).fill('Làm ngay, gửi chợ trước.');
    await press(slip.getByRole('button', { name: 'Giao', exact: true }));
    await slip.waitFor({ state: 'hidden' });
    await row.getByText('Làm ngay, gửi chợ trước.').waitFor();
  });

  it('is acknowledged, drafted and handed in by that officer, who keeps what was typed across a reload', async () => {
    const { page, press } = officer;
    await page.goto(tasksOf(TITLE));
    const card = cardOf(page, 'Báo cáo', TITLE);
    await card.getByText('Tôi đang làm').waitFor();
    await openTask(officer, 'Báo cáo', TITLE);
    await page.getByText(/Còn \d+ ngày làm việc, hạn hết ngày 07\/12\/2024/).waitFor();
    await press(page.getByRole('button', { name: 'Xác nhận đã nhận' }));
    await page.getByText(/^Đã xác nhận tiếp nhận lúc/).waitFor();
    await typeFigures(page, { banners: '1.250', articles: '8', million: '30' });
    const ratio = page.getByRole('group', { name: /Tỷ lệ mua sắm/ });
    await ratio.getByRole('textbox', { name: 'Tử số' }).fill('300');
    await ratio.getByRole('textbox', { name: 'Mẫu số' }).fill('400');
    await ratio.getByText('= 75 %').waitFor();
    await page.getByRole('textbox', { name: 'Kết quả chính' }).fill('Vận động 120 hộ chợ Đức Xuân.');
    await page.getByText(/^Đã lưu nháp lúc/).waitFor();
    await page.reload();
    await soon(() => figureBox(page, 'banners').inputValue()).toBe('1.250');

    await openCollect(economy, its.id, ECONOMY_ID);
    await economy.page.getByText('TẠM TÍNH — 0/14 đơn vị').waitFor();
    const receipt = await handIn(officer, 1);
    expect(receipt).toMatch(/đúng hạn[^]*SHA-256: [0-9a-f]{64}/);
    expect(receipt).toContain(WARD_OFFICER);
    // nobody reloads at phòng Kinh tế
    await lineOf(economy.page, WARD.name)
      .getByText(/^Bản 1, nhận lúc/)
      .waitFor();
  });

  it('is returned by phòng Kinh tế with a reason and a day; the ward sees why and hands in version 2', async () => {
    await giveBack(economy, { unit: WARD.name, reason: REASON, day: '25/11/2024' });
    await openTask(officer, 'Làm lại báo cáo', TITLE);
    const { page } = officer;
    const why = page.getByTestId('returned');
    await why.getByText(REASON).waitFor();
    await why.getByText('Nộp lại chậm nhất hết ngày 25/11/2024.').waitFor();
    await officer.press(page.getByRole('button', { name: 'Vì sao hạn này?' }));
    await page.getByText('Hạn nộp lại sau khi trả: 25/11/2024.').waitFor();
    await page.keyboard.press('Escape');
    expect(await figureBox(page, 'banners').inputValue()).toBe('1.250');
    // as it came back it goes only if that is meant
    await officer.press(page.getByRole('button', { name: 'Nộp bản 2', exact: true }));
    const asking = page.getByRole('dialog', { name: 'Nộp bản 2' });
    await asking.getByText('Nội dung chưa đổi so với bản bị trả lại.').waitFor();
    await officer.press(asking.getByRole('button', { name: 'Thôi' }));
    await typeFigures(page, { banners: '125' });
    await handIn(officer, 2);
    await lineOf(economy.page, WARD.name)
      .getByText(/^Bản 2, nhận lúc/)
      .waitFor();
  });

  it('is passed on by the Front with a letter of its own: drafted, approved, numbered, sent', async () => {
    const [drafter, chair] = await Promise.all([house.seat(FRONT_OFFICER), house.seat(FRONT_CHAIR)]);
    await openTask(drafter, 'Chuyển văn bản xuống dưới', TITLE);
    const { page, press } = drafter;
    await page.waitForURL(/\/letters\//);
    await page.getByRole('textbox', { name: 'Việc giao thêm cho cấp dưới' }).fill('Gửi ảnh hoạt động');
    await press(page.getByRole('button', { name: 'Thêm', exact: true }));
    await page.getByRole('status').getByText('Đã lưu', { exact: true }).waitFor();
    await press(page.getByRole('button', { name: 'Trình duyệt' }));
    await page.getByText('Chờ duyệt', { exact: true }).waitFor();

    await openTask(chair, 'Duyệt văn bản trình', TITLE);
    await chair.press(chair.page.getByRole('button', { name: 'Duyệt', exact: true }));
    await chair.page.getByText('Chờ phát hành', { exact: true }).waitFor();

    await openTask(drafter, 'Phát hành văn bản', TITLE);
    await press(page.getByRole('button', { name: 'Phát hành' }));
    const issuing = page.getByRole('dialog', { name: 'Phát hành' });
    await issuing.getByText('gửi đến 8 nơi').waitFor();
    await press(issuing.getByRole('button', { name: 'Phát hành' }));
    await page.getByRole('heading', { level: 1, name: /Công văn \d+\// }).waitFor();
    await its.rest();
    const below = await succeed<ObligationDetails & { letter: { addedTasks: string[] } }>(
      'GET',
      `/api/obligations/${(await its.owed('bk-mttq-01840')).id}`,
    );
    expect(below.letter.addedTasks).toEqual(['Gửi ảnh hoạt động']);
  });

  it('is accepted in bulk once the others have reported', async () => {
    await reportOthers(its, [WARD.id]);
    const { page, press } = economy;
    await page
      .getByRole('combobox', { name: 'Lọc theo tình trạng' })
      .locator('option', { hasText: 'Chờ duyệt (14)' })
      .waitFor({ state: 'attached' });
    await press(page.getByRole('checkbox', { name: 'Chọn tất cả' }));
    const bulk = page.getByRole('region', { name: 'Làm với các đơn vị đã chọn' });
    await press(bulk.getByRole('button', { name: 'Duyệt (14)' }));
    await press(bulk.getByRole('button', { name: 'Duyệt tất cả' }));
    await bulk.getByText('Đã làm 14/14').waitFor();
    await page.getByText('TẠM TÍNH — 14/14 đơn vị').waitFor();
  });

  it('becomes a text: one paragraph left out, one rewritten; then a signature with the unit’s own figures', async () => {
    const { page, press } = economy;
    await page.getByRole('button', { name: 'Ký bản 1…' }).waitFor();
    await press(page.getByRole('tab', { name: 'Phần lời' }));
    const printed = page.getByRole('region', { name: 'Nội dung sẽ ký' });
    await printed.getByText(/Vận động 120 hộ/).waitFor();
    await press(page.getByRole('checkbox', { name: 'Đưa vào báo cáo: Phường Phùng Chí Kiên' }));
    await page
      .getByRole('textbox', { name: `Lời của đoạn: ${WARD.name}` })
      .fill('Phường Đức Xuân vận động 120 hộ kinh doanh niêm yết giá.');
    await page.getByText(/đã lưu lúc/).waitFor();
    await soon(() => printed.innerText()).toContain('vận động 120 hộ kinh doanh niêm yết giá');
    expect(await printed.innerText()).not.toContain('Phùng Chí Kiên');
    await sign(economy, async (dialog) => {
      await press(dialog.getByRole('checkbox', { name: /Kèm số liệu của chính đơn vị/ }));
      await typeFigures(dialog, { banners: '15', articles: '4', million: '6,3' });
    });
    await page.getByText(/^Đã nộp bản 1 lên Thành phố Bắc Kạn/).waitFor();
  });

  it('goes up: the city’s leader reads the consolidation, accepts it and signs', async () => {
    await openTask(leader, 'Duyệt báo cáo', TITLE);
    const { page, press } = leader;
    const panel = await openReport(leader, 'Phòng Kinh tế thành phố Bắc Kạn');
    await panel.getByText('270 chiếc').waitFor();
    await press(panel.getByRole('button', { name: 'Duyệt', exact: true }));
    await page.getByText('TẠM TÍNH — 1/1 đơn vị').waitFor();
    await sign(leader);
    await economy.page.getByText(/đã duyệt bản 1/).waitFor();
  });

  it('is exported with the totals of the screen', async () => {
    const { page, press } = leader;
    const line = page.getByRole('row', { name: /^Tổng đã ký/ });
    const shown = () => line.getByRole('button').allInnerTexts();
    await soon(shown).toEqual(['270', '25', '–', '55,8', '300/400 (75 %)']);
    await press(page.getByRole('button', { name: 'Xuất tệp' }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('menuitem', { name: 'Bảng tính (.xlsx)' }).first()),
    ]);
    const sheets = await readXlsx(await readFile(await download.path()));
    const totals = sheets.flatMap(({ data }) =>
      data.flatMap((row) => {
        const at = row.indexOf('Tổng hợp');
        return at === -1 ? [] : [row.slice(at + 2)];
      }),
    );
    // the city's, and that of the level below it
    const written = [270, 25, null, 55.8, 300, 400, 75];
    expect(totals).toEqual([written, written]);
  });

  it('stands on the board with the figures of the obligations, and names behind them', async () => {
    const { page, press } = leader;
    // what the signature set in motion has happened: the page and the list are read one after the other
    await its.rest();
    await page.goto(addressOf(`/campaigns/${its.id}`));
    await press(page.getByRole('tab', { name: 'Theo dõi' }));
    const board = page.getByRole('table', { name: 'Bảng theo dõi' });
    const sum = board.getByRole('row', { name: /^Tất cả, mỗi nơi một lần/ });
    await sum.waitFor();
    const owed = await listAll<Obligation>(`/api/obligations?campaign=${its.id}&`);
    const received = owed.filter(({ firstCompleteAt }) => firstCompleteAt !== null).length;
    const cells = await sum.getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 2).map(Number)).toEqual([owed.length, received]);
    await press(sum.getByRole('button', { name: new RegExp(`Xem tên ${received} đơn vị: Đã nhận`) }));
    const names = page.getByRole('dialog').getByRole('listitem');
    await soon(() => names.count()).toBe(received);
  });
});
