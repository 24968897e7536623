import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Definition, Directive } from '#model';
import { succeed } from '../../harness/api-client.ts';
import { addressOf, signIn, type Visit, visit } from '../visit.ts';

/** Example process designers as their buttons name them. */
export const CITY_DESIGNER = 'người thiết kế quy trình, UBND thành phố Bắc Kạn';
export const MINISTRY_DESIGNER = 'người thiết kế quy trình, Bộ Công Thương';

const WINDOW = { width: 1440, height: 900 };

/** A browser at the list of drawings, signed in as a process designer. */
export async function openDesk(official: string = CITY_DESIGNER): Promise<Visit> {
  const here = await visit(WINDOW);
  await signIn(here.page, official, '/drawings');
  await here.page.getByRole('heading', { level: 1, name: 'Bản vẽ' }).waitFor();
  return here;
}

/** The drawing that the page has open. */
export function openId(page: Page): string {
  const [, id] = /\/drawings\/([^/?#]+)/.exec(page.url()) ?? [];
  if (id === undefined) throw new Error(`no drawing is open at ${page.url()}`);
  return id;
}

/** “Bản vẽ mới” with a title, by mouse; the answer is its id. */
export async function newDrawing(page: Page, title: string): Promise<string> {
  await page.goto(addressOf('/drawings'));
  await page.getByRole('button', { name: 'Bản vẽ mới' }).click();
  await page.getByRole('textbox', { name: 'Tên bản vẽ' }).fill(title);
  await page.getByRole('button', { name: 'Tạo và mở' }).click();
  return editorReady(page);
}

/** A drawing of one's own that says what a given one says, stored over the API and opened. */
export async function openOwn(page: Page, drawing: Drawing): Promise<string> {
  const ownerUnitId = await unitOfReader(page);
  // a key belongs to one drawing of the whole installation
  const definition = { ...drawing.definition, key: `ban-ve-${randomUUID()}` };
  const body = { definition, directive: drawing.directive, ownerUnitId };
  const { id } = await succeed<Stored>('POST', '/api/definitions', { body });
  await openDrawing(page, id);
  return id;
}

export async function openDrawing(page: Page, id: string): Promise<void> {
  await page.goto(addressOf(`/drawings/${id}`));
  await editorReady(page);
}

/** The canvas with its levels is there; the answer is the id of the drawing. */
export async function editorReady(page: Page): Promise<string> {
  await page.waitForURL(/\/drawings\/[^/]+$/);
  await levelsOf(page).first().waitFor();
  return openId(page);
}

async function unitOfReader(page: Page): Promise<string> {
  const answer = await page.request.get(addressOf('/api/me'));
  // the shape of the answer is the API tests' business
  const { unit } = (await answer.json()) as { unit: { id: string } };
  return unit.id;
}

export interface Drawing {
  readonly definition: Definition;
  readonly directive: Directive | null;
}

interface Stored {
  readonly id: string;
  readonly draft: Definition;
  readonly directive: Directive | null;
  readonly draftRevision: number;
  readonly latestVersion: number;
}

/** The draft as the server has it. */
export const storedDraft = (id: string): Promise<Stored> => succeed<Stored>('GET', `/api/definitions/${id}`);

/** A published version as the server has it. */
export async function publishedVersion(id: string, version: number): Promise<Drawing> {
  const path = `/api/definitions/${id}/versions/${version}`;
  const { body, directive } = await succeed<{ body: Definition; directive: Directive | null }>('GET', path);
  return { definition: body, directive };
}

/** Waits until nothing of what was drawn is only in the browser. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
}

/** All levels and groups on the canvas. */
export const levelsOf = (page: Page): Locator => page.locator('.react-flow__node-level');

/** The box of one level on the canvas. */
export const levelNamed = (page: Page, name: string): Locator =>
  levelsOf(page).filter({ has: page.getByText(name, { exact: true }) });

/** The box of a level where the mouse can get at it: the canvas shows all of the drawing where it did not. */
export async function levelInSight(page: Page, name: string): Promise<Locator> {
  const box = levelNamed(page, name);
  const [shown, canvas] = await Promise.all([
    box.count().then((found) => (found === 0 ? null : box.boundingBox())),
    page.getByRole('application', { name: 'Bản vẽ' }).boundingBox(),
  ]);
  const inSight =
    shown !== null &&
    canvas !== null &&
    shown.x >= canvas.x &&
    shown.y >= canvas.y &&
    shown.x + shown.width <= canvas.x + canvas.width &&
    shown.y + shown.height <= canvas.y + canvas.height;
  if (!inSight) await page.getByRole('button', { name: 'Vừa khung' }).first().click();
  return box;
}

/** Selects a level by a click on its box. */
export async function selectLevel(page: Page, name: string): Promise<void> {
  const box = await levelInSight(page, name);
  await box.click();
}

export type PanelName = 'Cấp' | 'Bản vẽ' | 'Báo cáo' | 'Văn bản' | 'Phiên bản';
export type DrawerName = 'Lỗi và cảnh báo' | 'Hạn' | 'Mô phỏng' | 'Diễn tập';

/** Brings a tab of the properties to the front. */
export async function openPanel(page: Page, name: PanelName): Promise<Locator> {
  const side = page.getByRole('complementary', { name: 'Thuộc tính' });
  await side.getByRole('tab', { name, exact: true }).click();
  const panel = side.getByRole('tabpanel', { name, exact: true });
  await panel.waitFor();
  return panel;
}

/** Opens one of the panels below the canvas, and leaves it open where it is already. */
export async function openDrawer(page: Page, name: DrawerName): Promise<Locator> {
  const below = page.getByRole('region', { name: 'Kiểm tra và thử' });
  const toggle = below.getByRole('button', { name: new RegExp(`^${name}`) });
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('true');
  return below;
}

/** What the drawing is warned of and what keeps it from being published, as the strip counts them. */
export async function problemCounts(page: Page): Promise<{ errors: number; warnings: number }> {
  const below = page.getByRole('region', { name: 'Kiểm tra và thử' });
  const counted = async (name: RegExp): Promise<number> => {
    const badge = below.getByLabel(name);
    return (await badge.count()) === 0 ? 0 : Number(await badge.first().innerText());
  };
  return { errors: await counted(/^\d+ lỗi$/), warnings: await counted(/^\d+ cảnh báo$/) };
}

/** Presses what saves a file; the answer is its name and what is in it. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Takes what a test provoked out of what the page complained of. */
export function forgive(here: Visit, expected: RegExp): void {
  const rest = here.complaints.filter((each) => !expected.test(each));
  here.complaints.splice(0, here.complaints.length, ...rest);
}
