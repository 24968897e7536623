import type { Locator, Page } from 'playwright-core';
import type { Definition } from '#model';
import { TEMPLATES, type TemplateKey } from '#templates';
import { type Drawing, downloaded } from './desk.ts';

export function templateOf(key: TemplateKey): Drawing {
  const found = TEMPLATES.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return { definition: found.definition, directive: found.directive };
}

/** The drawing with one level drawn otherwise. */
export function changed(
  drawing: Drawing,
  id: string,
  change: (node: Definition['nodes'][number]) => object,
): Drawing {
  const nodes = drawing.definition.nodes.map((node) =>
    node.id === id ? { ...node, ...change(node) } : node,
  );
  return { ...drawing, definition: { ...drawing.definition, nodes } };
}

/** An entry of the menu “Tệp”. */
async function pressInFileMenu(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Tệp', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export const EXPORTS = {
  json: /^Xuất tệp bản vẽ \(JSON\)/,
  bpmn: /^Xuất BPMN 2\.0/,
  svg: /^Xuất ảnh SVG/,
  png: /^Xuất ảnh PNG/,
} as const;

export async function exported(page: Page, kind: keyof typeof EXPORTS) {
  const file = await downloaded(page, () => pressInFileMenu(page, EXPORTS[kind]));
  // it fades away, and as long as it holds the focus the keys are its own
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  return file;
}

/** What the file of the open drawing says, to the letter. */
export const fileText = async (page: Page): Promise<string> =>
  (await exported(page, 'json')).bytes.toString('utf8');

/** The same file as that of another drawing, but for the key, which every stored drawing keeps for itself. */
export const withoutKey = (text: string): string => text.replace(/"key": "[^"]*"/, '"key": "…"');

export interface ChosenFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** “Nhập tệp”, a file chosen; the answer is the dialog that says what became of it. */
export async function choose(page: Page, { name, content }: ChosenFile): Promise<Locator> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pressInFileMenu(page, /^Nhập tệp/)]);
  const buffer = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  const dialog = page.getByRole('dialog', { name: /^(Nhập “|Không nhập được tệp)/ });
  await dialog.waitFor();
  return dialog;
}

/** Puts what a file holds in the place of the open drawing. */
export async function imported(page: Page, file: ChosenFile): Promise<void> {
  const dialog = await choose(page, file);
  await dialog.getByRole('button', { name: 'Thay bản vẽ' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
