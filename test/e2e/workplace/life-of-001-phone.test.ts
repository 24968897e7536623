import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../integration/lives/rehearsal.ts';
import { LEADER } from '../visit.ts';
import { giveBack, lineOf, openReport, sign } from './collecting.ts';
import {
  type Desk,
  ECONOMY,
  forgive,
  type House,
  measure,
  openHouse,
  openTask,
  WARD,
  WARD_HEAD,
} from './desk.ts';
import { issueDocument001 } from './issuing.ts';
import { acceptAllBut, reportOthers } from './others.ts';
import { handIn, register, typeFigures } from './reporting.ts';

const TITLE = 'Văn bản 001 trên điện thoại';
const OTHER = { id: '2024-commune-01837', name: 'Phường Sông Cầu' };

let house: House;
let its: Rehearsal;
let leader: Desk;
let ward: Desk;
let economy: Desk;

beforeAll(async () => {
  house = await openHouse();
  [leader, ward, economy] = await Promise.all([
    house.seat(LEADER, { phone: true }),
    house.seat(WARD_HEAD, { phone: true }),
    house.seat(ECONOMY, { phone: true }),
  ]);
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

describe('document 001 on phones of 360 pixels, by the thumb alone', () => {
  it('is issued by the leader of the city', async () => {
    its = await issueDocument001(leader, TITLE);
  });

  it('is registered, acknowledged, written and handed in by the ward', async () => {
    await register(ward, TITLE);
    await openTask(ward, 'Báo cáo', TITLE);
    const { page, press } = ward;
    await press(page.getByRole('button', { name: 'Xem văn bản' }));
    await page
      .getByRole('article')
      .getByText(/Kính gửi/)
      .waitFor();
    await measure(ward, 'letter');
    await press(page.getByRole('button', { name: 'Thu gọn văn bản' }));
    await press(page.getByRole('button', { name: 'Xác nhận đã nhận' }));
    await page.getByText(/^Đã xác nhận tiếp nhận lúc/).waitFor();
    await typeFigures(page, { banners: '1.250', articles: '8', million: '30,5' });
    await page.getByRole('textbox', { name: 'Kết quả chính' }).fill('Vận động 120 hộ chợ Đức Xuân.');
    await measure(ward, 'form');
    expect(await handIn(ward, 1)).toMatch(/đúng hạn[^]*SHA-256: [0-9a-f]{64}/);
  });

  it('is returned by phòng Kinh tế, and handed in again by the ward', async () => {
    await reportOthers(its, [WARD.id]);
    await openTask(economy, 'Duyệt báo cáo', TITLE);
    await giveBack(economy, { unit: WARD.name, reason: 'Kế hoạch là 125 băng rôn.', day: '25/11/2024' });
    await economy.press(economy.page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).first());
    await openTask(ward, 'Làm lại báo cáo', TITLE);
    await ward.page.getByTestId('returned').getByText('Kế hoạch là 125 băng rôn.').waitFor();
    await typeFigures(ward.page, { banners: '125' });
    await handIn(ward, 2);
    await lineOf(economy.page, WARD.name)
      .getByText(/^Bản 2, nhận lúc/)
      .waitFor();
  });

  it('is accepted, two with one tap, put into words and signed', async () => {
    await acceptAllBut(its, [WARD.id, OTHER.id]);
    const { page, press } = economy;
    await page.getByText('TẠM TÍNH — 12/14 đơn vị').waitFor();
    for (const { name } of [WARD, OTHER])
      await press(page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }));
    const bulk = page.getByRole('region', { name: 'Làm với các đơn vị đã chọn' });
    await press(bulk.getByRole('button', { name: 'Duyệt (2)' }));
    await press(bulk.getByRole('button', { name: 'Duyệt tất cả' }));
    await bulk.getByText('Đã làm 2/2').waitFor();
    await measure(economy, 'bulk');
    await press(bulk.getByRole('button', { name: 'Đóng' }));
    await page.getByRole('button', { name: 'Ký bản 1…' }).waitFor();
    await press(page.getByRole('tab', { name: 'Phần lời' }));
    const into = page.getByRole('checkbox', { name: `Đưa vào báo cáo: ${OTHER.name}` });
    expect((await into.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await press(into);
    await page.getByText(/đã lưu lúc/).waitFor();
    await measure(economy, 'narrative');
    // the line breaks while a word is added, and the phone is put away
    await page.route('**/narrative/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    const words = page.getByLabel(`Lời của đoạn: ${WARD.name}`);
    await words.fill('Đã treo 125 băng rôn.');
    await page.getByText(/giữ trên máy này/).waitFor();
    await page.unroute('**/narrative/**');
    forgive(economy, /ERR_FAILED .*\/narrative\//);
    await page.reload();
    await press(page.getByRole('tab', { name: 'Phần lời' }));
    await page.getByText(/^Đã lấy lại phần viết lúc/).waitFor();
    await page.getByText(/đã lưu lúc/).waitFor();
    expect(await words.inputValue()).toBe('Đã treo 125 băng rôn.');
    await sign(economy, (dialog) => dialog.getByText('255 chiếc').waitFor());
    await press(page.getByRole('tab', { name: /^Các bản tổng hợp/ }));
    await press(page.getByRole('button', { name: 'Xem bản 1' }));
    await page.getByRole('tabpanel').getByText('255 chiếc').waitFor();
    await measure(economy, 'revisions');
    await page.getByText(/^Đã nộp bản 1 lên/).waitFor();
  });

  it('goes up to the leader of the city, who reads it, accepts it and signs', async () => {
    await openTask(leader, 'Duyệt báo cáo', TITLE);
    const { page, press } = leader;
    const panel = await openReport(leader, 'Phòng Kinh tế thành phố Bắc Kạn');
    await panel.getByText('255 chiếc').waitFor();
    await press(panel.getByRole('button', { name: 'Duyệt', exact: true }));
    await page.getByText('TẠM TÍNH — 1/1 đơn vị').waitFor();
    await press(page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).first());
    await sign(leader);
  });

  it('never had to be scrolled sideways', () => {
    expect([leader, ward, economy].flatMap(({ wide }) => [...wide])).toEqual([]);
  });
});
