import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type Visit } from '../visit.ts';
import { CITY_DESIGNER, editorReady, forgive, MINISTRY_DESIGNER, openDesk } from './desk.ts';
import { draw } from './draw.ts';
import type { Hand } from './hand.ts';
import { keyboardHand } from './keyboard-hand.ts';
import { meaningOf, type World, worldOfExamples } from './meaning.ts';
import { publishAndStart } from './starting.ts';
import { type Assignment, documentOne, fourLevels } from './starts.ts';

let world: World;
beforeAll(async () => {
  world = await worldOfExamples();
});

/** From here on nothing points: whoever calls the mouse fails, and the page writes down what it felt of one. */
async function withoutMouse(page: Page): Promise<() => Promise<number>> {
  let felt = 0;
  await page.exposeFunction('mouseFelt', () => {
    felt += 1;
  });
  await page.addInitScript(() => {
    // exposed above
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel'])
      addEventListener(type, () => (window as unknown as { mouseFelt(): void }).mouseFelt(), true);
  });
  for (const way of ['click', 'dblclick', 'down', 'move', 'up', 'wheel'] as const)
    page.mouse[way] = () => Promise.reject(new Error('a mouse was used'));
  return () => Promise.resolve(felt);
}

/** “Bản vẽ mới”: Tab to it, Enter, the title, Enter. */
async function newDrawing({ page, press }: Hand, title: string): Promise<void> {
  await page.goto(addressOf('/drawings'));
  await press(page.getByRole('button', { name: 'Bản vẽ mới' }));
  const field = page.getByRole('dialog', { name: 'Bản vẽ mới' }).getByRole('textbox', { name: 'Tên bản vẽ' });
  await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
  await page.keyboard.insertText(title);
  await page.keyboard.press('Enter');
  await editorReady(page);
}

const CASES: readonly (readonly [string, string, () => Promise<Assignment>])[] = [
  ['document 001', CITY_DESIGNER, documentOne],
  ['the chain of four levels', MINISTRY_DESIGNER, fourLevels],
];

describe.each(CASES)('%s, by keyboard alone', (_, official, assigned) => {
  let here: Visit;
  beforeAll(async () => {
    here = await openDesk(official);
  });
  afterAll(async () => {
    // before its first day is typed a campaign of last year cannot start, and the page asks at once
    forgive(here, /422/);
    await here.close();
    expect(here.complaints).toEqual([]);
  });

  it('is drawn from nothing, published and started, and means the same as the template', async () => {
    const { page } = here;
    const mouseFelt = await withoutMouse(page);
    const hand = keyboardHand(page);
    const { content, given, title } = await assigned();
    await newDrawing(hand, title);
    await draw(hand, content);
    const { version } = await publishAndStart(hand, given);
    const { start } = given;
    expect(meaningOf(version, { start, world })).toEqual(meaningOf(content.template, { start, world }));
    expect(await mouseFelt()).toBe(0);
  });
});
