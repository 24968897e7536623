import type { Locator, Page } from 'playwright-core';
import type { PanelName } from './desk.ts';

/** A level that is added from the palette. */
export interface Added {
  /** As the palette names it. */
  readonly preset: string;
  /** Name of the level that it hangs on. */
  readonly under: string;
  readonly name: string;
}

/** How somebody works at the page: the same things by mouse or by keyboard. */
export interface Hand {
  readonly page: Page;
  press(control: Locator): Promise<void>;
  /** Types a text in a field in place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Picks one entry of a list that opens. */
  choose(list: Locator, option: string): Promise<void>;
  /** Looks a unit up by its name and picks it. */
  find(search: Locator, name: string): Promise<void>;
  tick(box: Locator, on: boolean): Promise<void>;
  /** Picks one of several that all stand side by side. */
  switchTo(group: Locator, option: string): Promise<void>;
  /** Moves the entry of a list with this heading up by one. */
  moveUp(heading: Locator): Promise<void>;
  addLevel(added: Added): Promise<void>;
  /** Selects a level; the answer is the panel with its properties. */
  goTo(level: string): Promise<Locator>;
  panel(name: Exclude<PanelName, 'Phiên bản'>): Promise<Locator>;
}

/** A place where a control stands: a panel, a card, a dialog. */
export type Scope = Locator | Page;

export const textOf = (scope: Scope, name: string): Locator =>
  scope.getByRole('textbox', { name, exact: true });
export const listOf = (scope: Scope, name: string): Locator =>
  scope.getByRole('combobox', { name, exact: true });
/** A button whose name begins like this: many end with a count or with what they belong to. */
export const buttonOf = (scope: Scope, beginning: string): Locator =>
  scope.getByRole('button', { name: new RegExp(`^${quoted(beginning)}`) });
/** A group of fields under a name of its own. */
export const groupOf = (scope: Scope, beginning: string): Locator =>
  scope.getByRole('group', { name: new RegExp(`^${quoted(beginning)}`) });

export const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Types unless the text stands there already. */
export async function say(hand: Hand, field: Locator, text: string): Promise<void> {
  if ((await field.inputValue()) !== text) await hand.write(field, text);
}

/** Picks unless it is what the list shows already. */
export async function pick(hand: Hand, list: Locator, option: string): Promise<void> {
  if ((await list.inputValue()) !== option) await hand.choose(list, option);
}

/** What a heading unfolds, unfolded. */
export async function unfold(hand: Hand, heading: Locator): Promise<Locator> {
  if ((await heading.getAttribute('aria-expanded')) === 'false') await hand.press(heading);
  return held(hand.page, (await heading.getAttribute('aria-controls')) ?? '');
}

/** Presses “add”; the answer is the entry that came, unfolded. */
export async function addTo(hand: Hand, scope: Locator, beginning: string): Promise<Locator> {
  const headings = scope.locator('button[aria-expanded="true"][aria-controls]');
  const known = async (): Promise<readonly string[]> =>
    headings.evaluateAll((all) => all.map((each) => each.getAttribute('aria-controls') ?? ''));
  const before = new Set(await known());
  await hand.press(buttonOf(scope, beginning));
  await headings.nth(before.size).waitFor();
  const [fresh] = (await known()).filter((each) => !before.has(each));
  if (fresh === undefined) throw new Error(`“${beginning}” added nothing`);
  return held(hand.page, fresh);
}

const held = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
