import type { Locator, Page } from 'playwright-core';
import { levelInSight, levelNamed, openPanel, selectLevel } from './desk.ts';
import { type Added, type Hand, quoted } from './hand.ts';

/** Everything by mouse; the keyboard only types texts. */
export function mouseHand(page: Page): Hand {
  /** A list of several stays open for the next one, and would cover what comes next. */
  const lookAway = async (): Promise<void> => {
    if (await page.getByRole('listbox').first().isVisible())
      await page.getByRole('tablist', { name: 'Thuộc tính' }).getByRole('tab', { selected: true }).click();
  };
  const option = (name: string): Locator =>
    page.getByRole('listbox').getByRole('option', { name, exact: true });
  return {
    page,
    press: (control) => control.click(),
    write: async (field, text) => {
      await field.click();
      await field.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    choose: async (list, name) => {
      await list.click();
      await option(name).click();
      await lookAway();
    },
    find: async (search, name) => {
      await search.click();
      await search.press('ControlOrMeta+a');
      await page.keyboard.insertText(name);
      // the list of units above grows when they are known: one scrolls to where one types
      await search.scrollIntoViewIfNeeded();
      // the unit itself, not one whose name contains it
      await page
        .getByRole('listbox')
        .getByRole('option', { name: new RegExp(`^${quoted(name)}`) })
        .first()
        .click();
      await lookAway();
    },
    tick: async (box, on) => {
      if ((await box.isChecked()) !== on) await box.click();
    },
    switchTo: (group, name) => group.getByText(name, { exact: true }).click(),
    moveUp: async (heading) => {
      const title = await heading.innerText();
      await page.getByRole('button', { name: `Đưa lên: ${title}`, exact: true }).click();
    },
    addLevel: (added) => drop(page, added),
    goTo: async (level) => {
      await selectLevel(page, level);
      return openPanel(page, 'Cấp');
    },
    panel: (name) => openPanel(page, name),
  };
}

/** From the palette onto the box of the level above; the name is typed where it stands. */
async function drop(page: Page, { preset, under, name }: Added): Promise<void> {
  const entry = page
    .getByRole('complementary', { name: 'Thêm vào bản vẽ' })
    .getByRole('button', { name: new RegExp(`^${preset}: `) });
  await entry.dragTo(await levelInSight(page, under));
  const typing = page.getByRole('textbox', { name: 'Tên cấp' });
  await typing.press('ControlOrMeta+a');
  await page.keyboard.insertText(name);
  await typing.press('Enter');
  await levelNamed(page, name).waitFor();
}
