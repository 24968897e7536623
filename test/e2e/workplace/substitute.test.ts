import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rehearsal, startDocument001 } from '../../integration/lives/rehearsal.ts';
import { addressOf } from '../visit.ts';
import {
  AUDITOR,
  choose,
  type Desk,
  goTo,
  type House,
  openHouse,
  openTask,
  WARD,
  WARD_HEAD,
  WARD_OFFICER,
} from './desk.ts';
import { handIn, register, typeFigures } from './reporting.ts';

const TITLE = 'Việc làm thay ở phường Đức Xuân';
/** Both names, as a receipt, a history and the trail write them. */
const BOTH = `${WARD_OFFICER} (thay Ví dụ: ${WARD_HEAD})`;

let house: House;
let its: Rehearsal;
let head: Desk;
let officer: Desk;

beforeAll(async () => {
  its = await startDocument001(TITLE);
  house = await openHouse();
  [head, officer] = await Promise.all([house.seat(WARD_HEAD), house.seat(WARD_OFFICER)]);
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

/** `28/02/2026` → `01/03/2026` */
function dayAfter(day: string): string {
  const [d = 0, m = 0, y = 0] = day.split('/').map(Number);
  const after = new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
  return after.split('-').reverse().join('/');
}

/** The button of the header, by whoever it says is here. */
const who = (desk: Desk) => desk.page.getByRole('banner').getByRole('button', { name: WARD_OFFICER });
const capacities = (desk: Desk) => desk.page.getByRole('menuitemradio');

describe('somebody who stands in for another', () => {
  it('is named by whoever goes away, for some days and with a reason', async () => {
    const { page, press } = head;
    await press(page.getByRole('button', { name: 'Vắng mặt: cử người thay' }));
    const dialog = page.getByRole('dialog', { name: 'Vắng mặt: cử người thay' });
    const today = await dialog.getByRole('textbox', { name: 'Từ ngày' }).inputValue();
    // not today: it may be over before the test is
    const until = dayAfter(today);
    await choose(head, dialog.getByRole('combobox', { name: 'Người nhận' }), new RegExp(WARD_OFFICER));
    await dialog.getByRole('textbox', { name: 'Đến hết ngày' }).fill(until);
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Họp tại tỉnh');
    await press(dialog.getByRole('button', { name: 'Cử người thay', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('listitem').filter({ hasText: 'Họp tại tỉnh' });
    await row.getByText('đang hiệu lực').waitFor();
  });

  it('chooses the other post in the menu; the header says for whom', async () => {
    const { page, press } = officer;
    await page.goto(addressOf('/'));
    await press(who(officer));
    const other = capacities(officer).filter({ hasText: `Thay Ví dụ: ${WARD_HEAD}` });
    await press(other);
    await page
      .getByRole('banner')
      .getByRole('button', { name: `${WARD_OFFICER} (thay Ví dụ: ${WARD_HEAD})` })
      .waitFor();
  });

  it('does what the post may: registers the letter and hands the report in, under both names', async () => {
    await register(officer, TITLE);
    await openTask(officer, 'Báo cáo', TITLE);
    await typeFigures(officer.page, { banners: '12', articles: '3', million: '4,5' });
    expect(await handIn(officer, 1)).toContain(BOTH);
  });

  it('leaves both names in the trail, where the auditor reads them', async () => {
    const { page, press } = await house.seat(AUDITOR, { path: '/audit' });
    await press(page.getByRole('combobox', { name: 'Chiến dịch' }));
    await press(page.getByRole('option', { name: TITLE }));
    const line = page.getByRole('listitem').filter({ hasText: BOTH });
    await line
      .filter({ hasText: WARD.name })
      .filter({ hasText: /nộp báo cáo/i })
      .first()
      .waitFor();
    await line
      .filter({ hasText: /vào sổ|đăng ký/i })
      .first()
      .waitFor();
  });

  it('is himself again once it is ended', async () => {
    const { page, press } = head;
    await goTo(head, '/absence');
    const row = page.getByRole('listitem').filter({ hasText: 'Họp tại tỉnh' });
    await press(row.getByRole('button', { name: 'Kết thúc sớm' }));
    const sure = row.getByRole('alertdialog', { name: 'Kết thúc sớm' });
    await press(sure.getByRole('button', { name: 'Kết thúc sớm' }));
    await row.getByText('đã hết').waitFor();
    // the button is gone with what it ended: the keys go on in the page
    await page.waitForFunction(() => document.activeElement?.id === 'content');

    await officer.page.reload();
    await officer.page.getByRole('banner').getByRole('button', { name: WARD_OFFICER }).waitFor();
    expect(await who(officer).getAttribute('aria-label')).toBe(`Ví dụ: ${WARD_OFFICER}`);
    await officer.press(who(officer));
    await officer.page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
    expect(await capacities(officer).filter({ hasText: 'Thay' }).count()).toBe(0);
    expect((await its.owed(WARD.id)).version).toBe(1);
  });
});
