import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type Visit } from '../visit.ts';
import { shownInViewer } from './bpmn-viewer.ts';
import {
  editorReady,
  levelNamed,
  levelsOf,
  newDrawing,
  openDesk,
  openOwn,
  saved,
  storedDraft,
} from './desk.ts';
import { choose, type ChosenFile, exported, fileText, imported, templateOf, withoutKey } from './files.ts';
import { seen, svgContent } from './pictures.ts';

const CITY = templateOf('bac-kan-2024');
const CHAIN = templateOf('bon-cap-2024');
const LEVELS = CITY.definition.nodes.length;

let here: Visit;
let page: Page;

beforeAll(async () => {
  here = await openDesk();
  page = here.page;
});
afterAll(async () => {
  await here.close();
  expect(here.complaints).toEqual([]);
});

describe('a drawing as a file', () => {
  it('holds all of it, and put in the place of another drawing is the same file again, one undo away', async () => {
    await openOwn(page, CITY);
    const { name, bytes } = await exported(page, 'json');
    const text = bytes.toString('utf8');
    expect(name).toMatch(/^ban-ve-.+\.cascade\.json$/);
    const { definition, directive } = JSON.parse(text) as typeof CITY; // just written by the page
    expect({ ...definition, key: CITY.definition.key }).toEqual(CITY.definition);
    expect(directive).toEqual(CITY.directive);

    const id = await newDrawing(page, 'Nhận tệp');
    const empty = await fileText(page);
    const dialog = await choose(page, { name, content: bytes });
    await dialog.getByText('Giữ được toàn bộ nội dung.').waitFor();
    await dialog.getByRole('button', { name: 'Thay bản vẽ' }).click();
    await expect.poll(() => levelsOf(page).count()).toBe(LEVELS);
    expect(withoutKey(await fileText(page))).toBe(withoutKey(text));
    await saved(page);
    expect((await storedDraft(id)).draft.nodes).toEqual(CITY.definition.nodes);

    await page.getByRole('button', { name: /^Hoàn tác/ }).click();
    await expect.poll(() => levelsOf(page).count()).toBe(1);
    expect(await fileText(page)).toBe(empty);
  });

  it('comes back from BPMN without any difference', async () => {
    await openOwn(page, CHAIN);
    const text = await fileText(page);
    const { name, bytes } = await exported(page, 'bpmn');
    expect(name).toMatch(/\.bpmn$/);
    await newDrawing(page, 'Nhận tệp BPMN');
    const dialog = await choose(page, { name, content: bytes });
    await dialog.getByText('Giữ được toàn bộ nội dung.').waitFor();
    await dialog.getByRole('button', { name: 'Thay bản vẽ' }).click();
    await expect.poll(() => levelsOf(page).count()).toBe(CHAIN.definition.nodes.length);
    expect(withoutKey(await fileText(page))).toBe(withoutKey(text));
  });

  it.each([
    ['bac-kan-2024', CITY],
    ['bon-cap-2024', CHAIN],
  ] as const)(
    'shows as BPMN in another maker’s viewer, every shape and way of it: %s',
    async (_, drawing) => {
      await openOwn(page, drawing);
      const { bytes } = await exported(page, 'bpmn');
      const { warnings, placed, unseen, words } = await shownInViewer(here.context, bytes.toString('utf8'));
      expect({ warnings, unseen }).toEqual({ warnings: [], unseen: [] });
      // a box and a way down for every level
      expect(placed).toBeGreaterThan(2 * drawing.definition.nodes.length);
      for (const { name } of drawing.definition.nodes) {
        const [first = ''] = name.split(' ');
        expect(words).toContain(first);
      }
    },
  );
});

describe('a picture of the drawing', () => {
  it('is a PNG and an SVG that show every level and nothing that runs', async () => {
    await openOwn(page, CITY);
    const png = await exported(page, 'png');
    expect(png.name).toMatch(/\.png$/);
    expect(png.bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    const pixels = await seen(page, png.bytes, 'image/png');
    const svg = await exported(page, 'svg');
    expect(svg.name).toMatch(/\.svg$/);
    const drawn = await seen(page, svg.bytes, 'image/svg+xml');
    expect(drawn.width).toBeGreaterThan(500);
    expect(drawn.height).toBeGreaterThan(300);
    // twice as sharp as on the screen
    expect([pixels.width, pixels.height]).toEqual([drawn.width * 2, drawn.height * 2]);
    expect(Math.min(pixels.colours, drawn.colours)).toBeGreaterThan(20);
    const { root, words, active } = await svgContent(page, svg.bytes.toString('utf8'));
    expect({ root, active }).toEqual({ root: 'svg', active: 0 });
    for (const { name } of CITY.definition.nodes)
      expect(words.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });
});

describe('a file of another tool', () => {
  it('becomes levels, and what has no place in a drawing is listed before anything is changed', async () => {
    await newDrawing(page, 'Từ công cụ khác');
    const content = await readFile(
      new URL('../../../designer/exchange/fixtures/other-tool.bpmn', import.meta.url),
    );
    const dialog = await choose(page, { name: 'quy-trinh.bpmn', content });
    await dialog.getByText(/^\d+ điểm cần biết$/).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(3);
    expect(await levelsOf(page).count()).toBe(1);
    await dialog.getByRole('button', { name: 'Thay bản vẽ' }).click();
    await levelNamed(page, 'UBND tỉnh ban hành').waitFor();
    await saved(page);
  });
});

const bare = JSON.parse(JSON.stringify(CHAIN.definition)) as typeof CHAIN.definition; // plain JSON
const looped = bare.nodes.map((node) => (node.parent === null ? { ...node, parent: 'xa' } : node));
const BOMB =
  '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions>&b;</definitions>';
const REFUSED: readonly (readonly [why: string, file: ChosenFile, sentence: RegExp])[] = [
  [
    'is damaged',
    { name: 'hong.json', content: JSON.stringify(bare).slice(0, 300) },
    /^Tệp bị hỏng tại dòng 1, cột \d+\.$/,
  ],
  [
    'comes from a newer version',
    { name: 'moi.json', content: JSON.stringify({ ...bare, formatVersion: 9 }) },
    /phiên bản mới hơn \(9\).*Hãy nâng cấp/,
  ],
  [
    'has ten megabytes',
    { name: 'to.json', content: Buffer.alloc(10_000_000, 0x20) },
    /^Tệp lớn hơn 5 MB nên không phải là bản vẽ\.$/,
  ],
  [
    'has levels below themselves',
    { name: 'vong.json', content: JSON.stringify({ ...bare, nodes: looped }) },
    /nằm dưới chính mình/,
  ],
  ['declares entities that grow', { name: 'bom.bpmn', content: BOMB }, /DOCTYPE hoặc ENTITY nên bị từ chối/],
  [
    'nests thousands deep',
    { name: 'sau.json', content: `{"nodes":${'['.repeat(100_000)}` },
    /lồng nhau quá 64 lớp/,
  ],
  [
    'is a document of another program',
    { name: 'bao-cao.docx', content: 'PK\u0003\u0004 …' },
    /^“bao-cao\.docx” là tệp Word, Excel, ZIP/,
  ],
];

describe('a file that is refused', () => {
  let before: string;
  beforeAll(async () => {
    await openOwn(page, CITY);
    before = await fileText(page);
  });

  it.each(REFUSED)(
    'because it %s: one sentence says so, and the drawing stays as it is',
    async (_, file, sentence) => {
      const dialog = await choose(page, file);
      const alert = dialog.getByRole('alert');
      await alert.getByText(sentence).first().waitFor();
      await alert.getByText('Bản vẽ đang mở không thay đổi.').waitFor();
      await dialog.getByRole('button', { name: 'Đóng' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await levelsOf(page).count()).toBe(LEVELS);
      expect(await fileText(page)).toBe(before);
    },
  );
});

describe('the list of drawings', () => {
  const choosing = async (content: string): Promise<Locator> => {
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nhập từ tệp' });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Tệp bản vẽ' }).click(),
    ]);
    await chooser.setFiles({ name: 'ban-ve.json', mimeType: '', buffer: Buffer.from(content) });
    return dialog;
  };

  it('makes a drawing of one’s own of a file, and refuses what it cannot read', async () => {
    await page.goto(addressOf('/drawings'));
    const refused = await choosing('{"nodes":');
    await refused
      .getByRole('alert')
      .getByText(/^Tệp bị hỏng tại dòng 1/)
      .waitFor();
    expect(await refused.getByRole('button', { name: 'Nhập và mở' }).isDisabled()).toBe(true);
    await refused.getByRole('button', { name: 'Thôi' }).click();

    const text = JSON.stringify({ ...CHAIN.definition, key: `tu-tep-${randomUUID()}` });
    const dialog = await choosing(text);
    await dialog.getByText(/^Đọc được “Chuỗi bốn cấp .*”, 4 cấp\.$/).waitFor();
    await dialog.getByRole('button', { name: 'Nhập và mở' }).click();
    const { draft, directive } = await storedDraft(await editorReady(page));
    expect({ ...draft, key: CHAIN.definition.key }).toEqual(CHAIN.definition);
    expect(directive).toBeNull();
  });
});

describe('markup in the words of a file', () => {
  it('is shown as the text that it is, on the canvas, in the picture and in the viewer', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const nodes = bare.nodes.map((node) => (node.id === 'xa' ? { ...node, name } : node));
    await newDrawing(page, 'Có mã lạ');
    await imported(page, {
      name: 'la.json',
      content: JSON.stringify({ ...bare, title: '<b>Đậm</b>', nodes }),
    });
    await levelNamed(page, name).waitFor();
    expect(await page.locator('.react-flow__node img, h1 b').count()).toBe(0);
    expect(await page.title()).toContain('<b>Đậm</b>');
    const { words, active } = await svgContent(page, (await exported(page, 'svg')).bytes.toString('utf8'));
    expect(active).toBe(0);
    expect(words.replaceAll(' ', '')).toContain('<imgsrc=x');
    const bpmn = (await exported(page, 'bpmn')).bytes.toString('utf8');
    expect((await shownInViewer(here.context, bpmn)).unseen).toEqual([]);
  });
});
