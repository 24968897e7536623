import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionIdOf, type Rehearsal, startRehearsal } from '../../integration/lives/rehearsal.ts';
import { type Desk, forgive, goTo, type House, openHouse, soon } from './desk.ts';
import { addPeople } from './newcomers.ts';

const SCHOOL = { id: 'q7-mn-1', head: 'hiệu trưởng Trường Mầm non 1' };
const FILES = new URL('../../expected/files/', import.meta.url);
const WORD = 'bao-cao.docx';
const SCAN = 'ban-scan.pdf';
const NOTE = 'Bản giấy lưu tại trường.';

let house: House;
let desk: Desk;
let its: Rehearsal;

beforeAll(async () => {
  await addPeople([{ id: 'vd-mn-1', name: SCHOOL.head, unitId: SCHOOL.id, roles: ['leader', 'officer'] }]);
  its = await startRehearsal({
    definitionId: await definitionIdOf('quan-7-2023'),
    rootUnitId: 'q7-phong-gddt',
    startAt: '2023-09-05T01:00:00.000Z',
  });
  house = await openHouse();
  desk = await house.seat(SCHOOL.head, { path: '/' });
  // a letter that asks for three reports: the card says which one it is
  await desk.page.getByRole('article').getByText('Báo cáo năm 2023', { exact: true }).first().waitFor();
  await goTo(desk, `/tasks/${(await its.owed(SCHOOL.id, 'nam-2023')).id}`);
});
afterAll(async () => {
  await house.close();
  expect(house.complaints()).toEqual([]);
});

const ruleOf = (kind: 'word' | 'scan'): Locator => desk.page.locator(`[data-rule="${kind}"]`);
const fileAt = (kind: 'word' | 'scan', name: string): Locator =>
  ruleOf(kind).getByRole('link', { name, exact: true });
const given = async (name: string, as = name) => ({
  name: as,
  mimeType: 'application/octet-stream',
  buffer: await readFile(new URL(name, FILES)),
});

/** Through the button and the file dialog that it opens. */
async function choose(kind: 'word' | 'scan', file: string, as = file): Promise<void> {
  const button = ruleOf(kind).getByRole('button', { name: /^Chọn tệp/ });
  const [dialog] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.press(button)]);
  await dialog.setFiles(await given(file, as));
}

/** Let fall on the line of the checklist, as many as there are. */
async function drop(kind: 'word' | 'scan', files: readonly string[]): Promise<void> {
  const bytes = await Promise.all(
    files.map(async (name) => ({ name, base64: (await given(name)).buffer.toString('base64') })),
  );
  const carried = await desk.page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
    return transfer;
  }, bytes);
  await ruleOf(kind).dispatchEvent('drop', { dataTransfer: carried });
}

const submit = () => desk.press(desk.page.getByRole('button', { name: 'Nộp báo cáo', exact: true }));
const missing = () => desk.page.getByTestId('missing').getByRole('listitem').allInnerTexts();

describe('document 004, which wants one Word and one scan', () => {
  it('is not handed in without them: each is named in a sentence, nothing is sent, nothing is lost', async () => {
    await desk.page.getByRole('textbox', { name: 'Lời nhắn cho nơi nhận' }).fill(NOTE);
    await submit();
    await soon(missing).toEqual([
      expect.stringMatching(/“File Word”.*cần.*1/i),
      expect.stringMatching(/“File scan \(ký, đóng dấu\)”.*cần.*1/i),
    ]);
    await choose('word', WORD);
    await fileAt('word', WORD).waitFor();
    await submit();
    await soon(missing).toEqual([expect.stringContaining('“File scan (ký, đóng dấu)”')]);
    expect((await its.owed(SCHOOL.id, 'nam-2023')).version).toBe(0);
  });

  it('refuses a file of another kind before it is sent, and one whose inside is not what its name says', async () => {
    await choose('scan', WORD);
    await ruleOf('scan')
      .getByRole('alert')
      .getByText('Tệp “bao-cao.docx” không đúng loại; ở đây chỉ nhận .pdf, .jpg, .png.')
      .waitFor();
    await choose('scan', WORD, 'gia-lam-scan.pdf');
    await ruleOf('scan').locator('[data-sending]').getByRole('alert').waitFor();
    // the browser writes down the refusal that was asked for
    forgive(desk, /\b422\b.*\/attachments/);
    expect(await fileAt('word', WORD).count()).toBe(1);
  });

  it('refuses a second scan beside the first', async () => {
    await drop('scan', [SCAN, SCAN]);
    await ruleOf('scan')
      .getByRole('alert')
      .getByText('“File scan (ký, đóng dấu)”: nhiều nhất 1 tệp.')
      .waitFor();
    await fileAt('scan', SCAN).waitFor();
    expect(await fileAt('scan', SCAN).count()).toBe(1);
    expect(
      await ruleOf('scan')
        .getByRole('button', { name: /^Chọn tệp/ })
        .isDisabled(),
    ).toBe(true);
    expect((await its.owed(SCHOOL.id, 'nam-2023')).version).toBe(0);
  });

  it('is handed in with both, and every word and file is still there after a reload', async () => {
    const { page } = desk;
    await page.getByText(/^Đã lưu nháp lúc/).waitFor();
    await page.reload();
    await fileAt('scan', SCAN).waitFor();
    expect(await page.getByRole('textbox', { name: 'Lời nhắn cho nơi nhận' }).inputValue()).toBe(NOTE);
    await submit();
    const receipt = page.getByRole('status').filter({ hasText: 'Đã nộp báo cáo' });
    await receipt.getByText(/^SHA-256: [0-9a-f]{64}$/).waitFor();
    for (const name of [WORD, SCAN]) {
      const sum = createHash('sha256')
        .update((await given(name)).buffer)
        .digest('hex');
      await receipt.getByText(`Tệp ${name}, SHA-256 (sha256sum): ${sum}`).waitFor();
    }
    const { versions } = await its.details(SCHOOL.id, 'nam-2023');
    expect(versions).toMatchObject([{ no: 1, late: false }]);
  });
});
