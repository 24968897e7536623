import { randomUUID } from 'node:crypto';
import type { Dialog, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { succeed } from '../../harness/api-client.ts';
import { addressOf, type Visit } from '../visit.ts';
import { addColleague, COLLEAGUE } from './colleague.ts';
import {
  CITY_DESIGNER,
  editorReady,
  forgive,
  levelNamed,
  openDesk,
  openDrawing,
  openId,
  openOwn,
  openPanel,
  saved,
  storedDraft,
} from './desk.ts';
import { fileText, templateOf } from './files.ts';

const CITY = templateOf('bac-kan-2024');
const OFFICES = 'Các phòng, ban, ngành, đoàn thể thành phố';
const COMMUNES = 'UBND các xã, phường';
const MY_NAME = 'Các phòng của tôi';
const HER_NAME = 'Các xã của đồng nghiệp';

let here: Visit;
let there: Visit;
let mine: Page;
let hers: Page;

beforeAll(async () => {
  await addColleague();
  here = await openDesk(CITY_DESIGNER);
  there = await openDesk(COLLEAGUE);
  mine = here.page;
  hers = there.page;
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  expect([...here.complaints, ...there.complaints]).toEqual([]);
});

afterEach(() => {
  // the browser writes down every 409: another saved first, or another drawing bears the key of a copy
  for (const each of [here, there]) forgive(each, /409/);
});

async function rename(page: Page, level: string, to: string): Promise<void> {
  await levelNamed(page, level).dblclick();
  const typing = page.getByRole('textbox', { name: 'Tên cấp' }).first();
  await typing.fill(to);
  await typing.press('Enter');
  await levelNamed(page, to).waitFor();
}

const namesIn = async (id: string): Promise<readonly string[]> =>
  (await storedDraft(id)).draft.nodes.map(({ name }) => name);

const state = (page: Page, wanted: string): Promise<void> =>
  page.locator(`[data-testid="save-state"][data-state="${wanted}"]`).waitFor();

/** Both have the same drawing open; she renames the communes first, then I the offices. */
async function bothDraw(): Promise<{ readonly id: string; readonly question: Locator }> {
  const id = await openOwn(mine, CITY);
  await openDrawing(hers, id);
  await rename(hers, COMMUNES, HER_NAME);
  await saved(hers);
  await rename(mine, OFFICES, MY_NAME);
  const question = mine.getByRole('dialog', { name: 'Hai người cùng sửa' });
  await question.waitFor();
  return { id, question };
}

describe('two people with the same drawing open', () => {
  it('are told apart: the second to save sees what either changed, and by whom', async () => {
    const { id, question } = await bothDraw();
    const told = await question.innerText();
    expect(told).toContain(`${COLLEAGUE} đã sửa, lưu lúc`);
    expect(told).toContain(HER_NAME);
    expect(told).toContain(MY_NAME);
    expect(await namesIn(id)).toContain(HER_NAME);
    expect(await namesIn(id)).not.toContain(MY_NAME);

    // put aside, the drawing can be looked at and gone on with; nothing is sent behind anybody's back
    await mine.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await state(mine, 'conflict');
    await rename(mine, MY_NAME, `${MY_NAME} (2)`);
    await mine.getByRole('alert').getByRole('button', { name: 'Xem và chọn' }).click();
    await question.waitFor();
    await question.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await question.waitFor({ state: 'hidden' });
    await saved(mine);
    expect(await namesIn(id)).toContain(`${MY_NAME} (2)`);
    expect(await namesIn(id)).toContain(COMMUNES);
  });

  it('lose nothing when mine is kept: she gets her question in turn, with her own work still there', async () => {
    const { id, question } = await bothDraw();
    await question.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await saved(mine);
    await rename(hers, HER_NAME, `${HER_NAME} (2)`);
    const turn = hers.getByRole('dialog', { name: 'Hai người cùng sửa' });
    await turn.waitFor();
    expect(await turn.innerText()).toContain(MY_NAME);
    await turn.getByRole('button', { name: 'Lấy bản của họ' }).click();
    await levelNamed(hers, MY_NAME).waitFor();
    await saved(hers);
    expect(await namesIn(id)).toContain(MY_NAME);
    await hers.keyboard.press('ControlOrMeta+z');
    await levelNamed(hers, `${HER_NAME} (2)`).waitFor();
    await saved(hers);
    expect(await namesIn(id)).toContain(`${HER_NAME} (2)`);
  });

  it('lose nothing when hers is taken: mine is one undo away', async () => {
    const { id, question } = await bothDraw();
    await question.getByRole('button', { name: 'Lấy bản của họ' }).click();
    await levelNamed(mine, HER_NAME).waitFor();
    await saved(mine);
    expect(await namesIn(id)).not.toContain(MY_NAME);
    await mine.keyboard.press('ControlOrMeta+z');
    await levelNamed(mine, MY_NAME).waitFor();
    await saved(mine);
    expect(await namesIn(id)).toContain(MY_NAME);
  });

  it('may both keep theirs: mine becomes a drawing of its own', async () => {
    const { id, question } = await bothDraw();
    await question.getByRole('button', { name: 'Lưu bản của tôi thành bản vẽ mới' }).click();
    await expect.poll(() => openId(mine)).not.toBe(id);
    const own = await editorReady(mine);
    await levelNamed(mine, MY_NAME).waitFor();
    expect(await namesIn(own)).toContain(MY_NAME);
    expect(await namesIn(own)).toContain(COMMUNES);
    expect(await namesIn(id)).toContain(HER_NAME);
  });
});

describe('a day without network', () => {
  it('keeps what is drawn and saves it by itself when the network is back', async () => {
    const id = await openOwn(mine, CITY);
    await here.context.setOffline(true);
    await rename(mine, OFFICES, MY_NAME);
    await state(mine, 'failed');
    await mine.getByText('mất kết nối, bản sửa được giữ trên máy này.').waitFor();
    await rename(mine, COMMUNES, HER_NAME);
    expect(await namesIn(id)).not.toContain(MY_NAME);
    await here.context.setOffline(false);
    await saved(mine);
    expect(await namesIn(id)).toEqual(expect.arrayContaining([MY_NAME, HER_NAME]));
    forgive(here, /ERR_INTERNET_DISCONNECTED/);
  });

  it('loses nothing when the page is closed meanwhile: the next one offers what was not saved', async () => {
    const id = await openOwn(mine, CITY);
    await here.context.setOffline(true);
    await rename(mine, OFFICES, MY_NAME);
    await state(mine, 'failed');
    // gone without a word, as when the machine goes down
    await mine.close();
    await here.context.setOffline(false);
    mine = await here.context.newPage();
    await openDrawing(mine, id);
    const offer = mine.getByRole('alert').filter({ hasText: 'Có bản chưa lưu trên máy này' });
    await offer.getByRole('button', { name: 'Dùng bản này' }).click();
    await levelNamed(mine, MY_NAME).waitFor();
    await saved(mine);
    expect(await namesIn(id)).toContain(MY_NAME);
    forgive(here, /ERR_INTERNET_DISCONNECTED/);
  });
});

describe('a reload in mid-typing', () => {
  /** Nobody left the field or pressed Enter, and the page is gone at once. */
  async function reloadTyping(field: Locator, text: string): Promise<void> {
    await field.click();
    await mine.keyboard.press('ControlOrMeta+a');
    await mine.keyboard.type(text);
    const leave = (question: Dialog): void => void question.accept();
    mine.once('dialog', leave);
    await mine.reload();
    // saved in time, nothing was asked: the next question is answered once all the same
    mine.off('dialog', leave);
    await editorReady(mine);
    const offer = mine.getByRole('alert').getByRole('button', { name: 'Dùng bản này' });
    // saved on the way out, or kept on this machine and offered
    const drawn = async (): Promise<string> => {
      if (await offer.isVisible()) await offer.click();
      return fileText(mine);
    };
    await expect.poll(drawn).toContain(text);
    await saved(mine);
  }

  it('loses no letter of the title', async () => {
    const id = await openOwn(mine, CITY);
    await reloadTyping(mine.getByRole('textbox', { name: 'Tên bản vẽ' }), 'Tên gõ dở');
    expect((await storedDraft(id)).draft.title).toBe('Tên gõ dở');
  });

  it('loses no letter of a level’s name', async () => {
    const id = await openOwn(mine, CITY);
    await levelNamed(mine, OFFICES).dblclick();
    await reloadTyping(mine.locator('.react-flow').getByRole('textbox', { name: 'Tên cấp' }), 'Tên gõ dở');
    expect(await namesIn(id)).toContain('Tên gõ dở');
  });

  it('loses no letter of the letter', async () => {
    const id = await openOwn(mine, CITY);
    const letter = await openPanel(mine, 'Văn bản');
    await reloadTyping(letter.getByRole('textbox', { name: 'Trích yếu (V/v)' }), 'việc gõ dở');
    expect((await storedDraft(id)).directive?.subject).toBe('việc gõ dở');
  });
});

describe('a drawing that may only be read', () => {
  it('of another office names that office', async () => {
    const definition = { ...CITY.definition, key: `cua-phong-${randomUUID()}` };
    const body = { definition, directive: CITY.directive, ownerUnitId: 'bk-phong-kinh-te' };
    const { id } = await succeed<{ id: string }>('POST', '/api/definitions', { body });
    await openDrawing(mine, id);
    await mine.getByText('Chỉ xem: bản vẽ của Phòng Kinh tế thành phố Bắc Kạn.').waitFor();
    expect(await mine.getByRole('complementary', { name: 'Thêm vào bản vẽ' }).count()).toBe(0);
  });

  it('says so, cannot be changed, and becomes one’s own in one press', async () => {
    const { items } = await succeed<{ items: { id: string; key: string }[] }>(
      'GET',
      '/api/definitions?limit=200',
    );
    const shipped = items.find(({ key }) => key === 'bac-kan-2024')?.id ?? '';
    await openDrawing(mine, shipped);
    await mine.getByText('Chỉ xem: mẫu có sẵn.').waitFor();
    const before = await storedDraft(shipped);
    await levelNamed(mine, OFFICES).click();
    await mine.keyboard.press('Delete');
    await levelNamed(mine, OFFICES).dblclick();
    await mine.keyboard.press('F2');
    expect(
      await mine.getByRole('textbox', { name: 'Tên cấp' }).and(mine.locator(':not([readonly])')).count(),
    ).toBe(0);
    await levelNamed(mine, OFFICES).waitFor();
    expect(await mine.getByRole('complementary', { name: 'Thêm vào bản vẽ' }).count()).toBe(0);
    expect(await mine.getByRole('button', { name: 'Ban hành' }).count()).toBe(0);
    expect(await mine.getByTestId('save-state').count()).toBe(0);

    await mine.getByRole('button', { name: 'Sao chép thành bản vẽ của tôi' }).click();
    await expect.poll(() => openId(mine)).not.toBe(shipped);
    const own = await editorReady(mine);
    await rename(mine, OFFICES, MY_NAME);
    await saved(mine);
    expect(await namesIn(own)).toContain(MY_NAME);
    expect(await storedDraft(shipped)).toEqual(before);
    await mine.goto(addressOf('/drawings'));
  });
});
