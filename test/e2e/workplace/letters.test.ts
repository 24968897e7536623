import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWord } from '../../documents/word-file.ts';
import { type Rehearsal, startDocument001 } from '../../integration/lives/rehearsal.ts';
import { barriers, inScheme } from '../barriers.ts';
import {
  cardOf,
  choose,
  type Desk,
  FRONT_CHAIR,
  FRONT_OFFICER,
  goTo,
  type House,
  measure,
  openHouse,
  openTask,
  tasksOf,
  soon,
} from './desk.ts';
import { addPeople } from './newcomers.ts';
import { register } from './reporting.ts';

const TITLE = 'Thư của Mặt trận';
/** In a ward, where the installation's examples have nobody. */
const WARD_FRONT = 'cán bộ Ủy ban MTTQ phường Đức Xuân';
const TASK = '- Tổ chức các hoạt động hưởng ứng Chương trình.';
const REWRITTEN = '- Tổ chức ít nhất 02 hoạt động hưởng ứng Chương trình, gửi kèm ảnh.';

let house: House;
let its: Rehearsal;
let clerk: Desk;
let chair: Desk;
/** Where the letter stands. */
let letter: string;
/** As the records office wrote it. */
let code: string;

beforeAll(async () => {
  await addPeople([
    { id: 'vd-can-bo-mttq-duc-xuan', name: WARD_FRONT, unitId: 'bk-mttq-01840', roles: ['clerk', 'officer'] },
  ]);
  house = await openHouse();
  [its, clerk, chair] = await Promise.all([
    startDocument001(TITLE),
    house.seat(FRONT_OFFICER),
    house.seat(FRONT_CHAIR, { phone: true }),
  ]);
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

/** What stands in anybody's way on the page as it is, light and dark. */
async function inBothSchemes({ page }: Desk): Promise<readonly string[]> {
  const light = await barriers(page);
  await inScheme(page, 'dark');
  // dark or light changes colours and nothing else
  const dark = await barriers(page, ['color-contrast']);
  await inScheme(page, 'light');
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}

const body = ({ page }: Desk) => page.getByRole('textbox', { name: 'Nội dung', exact: true });

describe('the Front of the city answers the city’s letter with one of its own', () => {
  it('takes it into the register and has its chairman say who writes, until when', async () => {
    const number = await register(clerk, TITLE);
    expect(await inBothSchemes(clerk)).toEqual([]);
    const { page, press } = chair;
    await goTo(chair, '/registers');
    const row = page.getByRole('listitem').filter({ hasText: TITLE });
    await press(row.getByRole('button', { name: `Giải quyết văn bản số đến ${number}`, exact: true }));
    const slip = page.getByRole('dialog', { name: 'Phiếu giải quyết văn bản đến' });
    await choose(chair, slip.getByRole('combobox', { name: 'Chủ trì' }), new RegExp(FRONT_OFFICER));
    await slip.getByRole('textbox', { name: 'Hạn trong đơn vị' }).fill('22/11/2024');
    await slip.getByRole('textbox', { name: 'Ý kiến của lãnh đạo' }).fill('Soạn công văn gửi các phường.');
    await measure(chair, 'opinion');
    expect(await inBothSchemes(chair)).toEqual([]);
    await press(slip.getByRole('button', { name: 'Giao', exact: true }));
    await slip.waitFor({ state: 'hidden' });
    await row.getByText('Soạn công văn gửi các phường.').waitFor();
    await row.getByText('22/11/2024').waitFor();
    await measure(chair, 'registers');
  });

  it('finds its letter drawn up: the city’s among its bases, to the fronts below', async () => {
    const { page } = clerk;
    await page.goto(tasksOf(TITLE));
    await cardOf(page, 'Chuyển văn bản xuống dưới', TITLE).getByText('Tôi đang làm').waitFor();
    await openTask(clerk, 'Chuyển văn bản xuống dưới', TITLE);
    await page.waitForURL(/\/letters\//);
    letter = new URL(page.url()).pathname;
    const sheet = page.getByRole('article');
    await sheet.getByText(/^Căn cứ Công văn số 1680\/SCT-QLTM ngày 14\/11\/2024/).waitFor();
    await sheet.getByText(/^Thực hiện Công văn tháng 11\/2024 của UBND thành phố Bắc Kạn/).waitFor();
    await sheet.getByText('Ủy ban MTTQ Việt Nam các xã, phường.').waitFor();
    await sheet.getByText(/Số: …\/MTTQ-BTT/).waitFor();
    await page.getByRole('heading', { name: 'Sẽ đến 8 nơi' }).waitFor();
  });

  it('is rewritten where it stands: kept across a reload, sent up, and not approved by who wrote it', async () => {
    const { page, press } = clerk;
    const text = await body(clerk).inputValue();
    expect(text).toContain(TASK);
    await body(clerk).fill(text.replace(TASK, REWRITTEN));
    await page.getByRole('article').getByText(REWRITTEN).waitFor();
    await page.getByRole('status').getByText('Đã lưu', { exact: true }).waitFor();
    await page.reload();
    await soon(() => body(clerk).inputValue()).toContain(REWRITTEN);
    await choose(clerk, page.getByRole('combobox', { name: 'Độ mật' }), /^Mật$/);
    await page.getByRole('article').getByText('MẬT', { exact: true }).waitFor();
    await press(page.getByRole('checkbox', { name: 'Chỉ gửi bản điện tử' }));
    await page.getByRole('article').getByText('Gửi bản điện tử:').waitFor({ state: 'hidden' });
    const signer = page.getByRole('textbox', { name: 'Họ và tên' });
    const proposed = await signer.inputValue();
    await signer.fill('');
    await page.getByRole('note').getByText('Chưa ghi họ và tên người ký.').waitFor();
    expect(await inBothSchemes(clerk)).toEqual([]);
    await press(page.getByRole('button', { name: 'Trình duyệt' }));
    await soon(() => signer.evaluate((field) => field === document.activeElement)).toBe(true);
    await signer.fill(proposed);
    await page.getByRole('note').waitFor({ state: 'hidden' });
    await press(page.getByRole('button', { name: 'Trình duyệt' }));
    await page.getByText('Chờ duyệt', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^(Duyệt|Phát hành)$/ }).count()).toBe(0);
  });

  it('is read and approved by the chairman on a phone, by tap', async () => {
    await openTask(chair, 'Duyệt văn bản trình', TITLE);
    const { page, press } = chair;
    await page.getByRole('article').getByText(REWRITTEN).waitFor();
    expect(await inBothSchemes(chair)).toEqual([]);
    await press(page.getByRole('button', { name: 'Duyệt', exact: true }));
    await page.getByText('Chờ phát hành', { exact: true }).waitFor();
    await measure(chair, 'approved');
    expect([...chair.wide]).toEqual([]);
  });

  it('is issued by the records office: a number, a file, a line in the register', async () => {
    await openTask(clerk, 'Phát hành văn bản', TITLE);
    const { page, press } = clerk;
    expect(new URL(page.url()).pathname).toBe(letter);
    await press(page.getByRole('button', { name: 'Phát hành' }));
    const asking = page.getByRole('dialog', { name: 'Phát hành' });
    await asking.getByText(/gửi đến 8 nơi/).waitFor();
    await press(asking.getByRole('button', { name: 'Phát hành' }));
    const heading = page.getByRole('heading', { level: 1, name: /^Công văn \d+\/MTTQ-BTT$/ });
    code = (await heading.innerText()).replace('Công văn ', '');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('link', { name: 'Tải .docx' })),
    ]);
    const { paragraphs } = await readWord(await readFile(await download.path()));
    const written = paragraphs.map(({ text }) => text);
    for (const line of [`Số: ${code}`, 'MẬT', 'Bắc Kạn, ngày 20 tháng 11 năm 2024', REWRITTEN])
      expect(written).toContain(line);
    expect(written.join('\n')).toContain('Kính gửi: Ủy ban MTTQ Việt Nam các xã, phường.');

    await goTo(clerk, '/registers?tab=outgoing');
    const row = page
      .getByRole('list', { name: 'Văn bản đi' })
      .getByRole('listitem')
      .filter({ hasText: code });
    await row.getByRole('link', { name: code, exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/Phát hành\s*20\/11\/2024[^]*Nơi nhận\s*8/);
  });

  it('gives the front of a ward its task, with the letter to read', async () => {
    await its.rest();
    const ward = await house.seat(WARD_FRONT, { path: '/' });
    const { page, press } = ward;
    await cardOf(page, 'Xác nhận đã nhận', TITLE).getByText(code, { exact: true }).waitFor();
    await register(ward, TITLE);
    await press(
      page.getByRole('list', { name: 'Văn bản đến' }).getByRole('link', { name: code, exact: true }),
    );
    await page.getByRole('heading', { level: 1, name: `Công văn ${code}` }).waitFor();
    await page.getByRole('article').getByText(REWRITTEN).waitFor();
  });

  it('leaves the office page to be read by anybody, light and dark', async () => {
    await goTo(clerk, '/office');
    expect(await inBothSchemes(clerk)).toEqual([]);
    await goTo(chair, '/office');
    await measure(chair, 'office');
    expect([...chair.wide]).toEqual([]);
  });
});
