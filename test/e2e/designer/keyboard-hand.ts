import type { Locator, Page } from 'playwright-core';
import { levelNamed } from './desk.ts';
import { type Added, type Hand, quoted } from './hand.ts';

const PATIENCE = 60;
const PATIENCE_MS = 45_000;
/** What Ctrl+K calls the panels. */
const OPENS = {
  Cấp: 'Mở: Thuộc tính cấp',
  'Bản vẽ': 'Mở: Thuộc tính bản vẽ',
  'Báo cáo': 'Mở: Mẫu báo cáo',
  'Văn bản': 'Mở: Văn bản',
} as const;

/** Everything by keys, in the ways that the `?` dialog names: Tab, arrows, Enter, Ctrl+K, digits. */
export function keyboardHand(page: Page): Hand {
  const reach = (control: Locator): Promise<void> => reachByTab(page, control);
  const press = async (control: Locator): Promise<void> => {
    await reach(control);
    await page.keyboard.press('Enter');
  };
  const write = async (field: Locator, text: string): Promise<void> => {
    await reach(field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  return {
    page,
    press,
    write,
    choose: async (list, option) => {
      await reach(list);
      await page.keyboard.press('ArrowDown');
      // an opened list marks what it holds in a task of its own; nobody presses a key before that
      await list.evaluate(() => new Promise((done) => setTimeout(done)));
      await highlight(page, list, new RegExp(`^${quoted(option)}$`));
      await page.keyboard.press('Enter');
      // somebody looks whether it was taken; a list of several shows what was chosen beside its box
      const shown = await list.inputValue();
      if (shown !== '' && shown !== option)
        throw new Error(`“${option}” was chosen, and “${shown}” stands there`);
      // a list of several stays open for the next one
      if ((await list.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('Escape');
    },
    find: async (search, name) => {
      await write(search, name);
      await highlight(page, search, new RegExp(`^${quoted(name)}`));
      await page.keyboard.press('Enter');
    },
    tick: async (box, on) => {
      if ((await box.isChecked()) === on) return;
      await reach(box);
      await page.keyboard.press('Space');
    },
    switchTo: async (group, option) => {
      const wanted = group.getByRole('radio', { name: option, exact: true });
      if (await wanted.isChecked()) return;
      await reach(group.getByRole('radio', { checked: true }));
      for (let tries = 0; tries < PATIENCE && !(await wanted.isChecked()); tries += 1)
        await page.keyboard.press('ArrowRight');
    },
    moveUp: async (heading) => {
      await reach(heading);
      await page.keyboard.press('Alt+ArrowUp');
    },
    addLevel: (added) => addByDigit(page, added),
    goTo: async (level) => {
      await command(page, level);
      // from the box on the canvas into its properties
      await focusOn(page, levelNamed(page, level));
      await page.keyboard.press('Enter');
      const panel = page.getByRole('tabpanel', { name: 'Cấp', exact: true });
      await focusOn(page, panel.getByRole('textbox', { name: 'Tên', exact: true }).first());
      return panel;
    },
    panel: async (name) => {
      await command(page, OPENS[name]);
      const panel = page.getByRole('tabpanel', { name, exact: true });
      await panel.waitFor();
      return panel;
    },
  };
}

/** Ctrl+K, some words, Enter. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const search = page.getByRole('combobox', { name: 'Gõ tên cấp hoặc việc cần làm, có dấu hoặc không' });
  await focusOn(page, search);
  await page.keyboard.insertText(words);
  await highlight(page, search, new RegExp(`^${quoted(words)}`));
  await page.keyboard.press('Enter');
  await search.waitFor({ state: 'hidden' });
}

/** On the level above, the digit that the palette shows; then the name, where it stands. */
async function addByDigit(page: Page, { preset, under, name }: Added): Promise<void> {
  await command(page, under);
  await focusOn(page, levelNamed(page, under));
  const entry = page
    .getByRole('complementary', { name: 'Thêm vào bản vẽ' })
    .getByRole('button', { name: new RegExp(`^${quoted(preset)}: `) });
  const digit = await entry.getAttribute('aria-keyshortcuts');
  // nine have a digit; the others are found by their name
  if (digit === null) await command(page, `Thêm: ${preset}`);
  else await page.keyboard.press(digit);
  await focusOn(page, page.getByRole('textbox', { name: 'Tên cấp' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
  await levelNamed(page, name).waitFor();
}

/** Waits until the keys go to this control: somebody looks before typing. */
async function focusOn(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  const element = await control.elementHandle();
  await page.waitForFunction((wanted) => wanted !== null && wanted.contains(document.activeElement), element);
}

/** Arrow down until the list has highlighted what is wanted; what is looked up may take its time. */
async function highlight(page: Page, list: Locator, wanted: RegExp): Promise<void> {
  const seen = new Set<string>();
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const now = await list.evaluate((field) => {
      const id = field.getAttribute('aria-activedescendant');
      return (id === null ? null : document.getElementById(id))?.innerText.trim() ?? '';
    });
    if (wanted.test(now)) return;
    // once round, and it is not there yet
    if (seen.has(now)) await page.waitForTimeout(50);
    seen.add(now);
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${wanted.source} is not among ${[...seen].join(' | ')}`);
}

/** Tab or Shift+Tab, the shorter way, until the focus is there. */
async function reachByTab(page: Page, control: Locator): Promise<void> {
  await control.waitFor({ state: 'attached' });
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const steps = await control.evaluate(stepsTo);
    if (steps === 0) return;
    const key = steps > 0 ? 'Tab' : 'Shift+Tab';
    for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${String(control)}`);
}

/**
 * How many stops lie between the focus and a control, negative where it lies before; runs in the page. With the
 * focus nowhere the last thing of the page is tried first: the properties stand there.
 */
function stepsTo(wanted: Element): number {
  const stops = [
    ...document.querySelectorAll<HTMLElement>('a[href],button,input,textarea,select,[tabindex]'),
  ].filter(
    (each) =>
      each.tabIndex >= 0 &&
      !each.matches(':disabled') &&
      each.checkVisibility({ visibilityProperty: true }) &&
      !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
  );
  const active = document.activeElement;
  if (active === wanted) return 0;
  const to = stops.indexOf(wanted as HTMLElement);
  if (to < 0) return 1;
  const from = active === null || active === document.body ? -1 : stops.indexOf(active as HTMLElement);
  if (from >= 0) return to - from;
  if (active === null || active === document.body) return -1;
  const after = stops.findIndex(
    (each) => active.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return to >= after ? 1 : -1;
}
