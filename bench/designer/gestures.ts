import type { Page } from 'playwright-core';
import type { Recorded } from './pages/recorder.ts';

export type Gesture = (page: Page) => Promise<Recorded>;

/** Right and down, and back. */
export const pan: Gesture = (page) =>
  page.evaluate(() => window.recorder.scroll({ x: 16, y: 8, zooming: false }));

export const zoom: Gesture = (page) =>
  page.evaluate(() => window.recorder.scroll({ x: 0, y: 3, zooming: true }));

export const dragOne: Gesture = (page) => page.evaluate(() => window.recorder.drag());

const LEAST = 20;

/** Everything in a box around the middle is chosen, then dragged together. */
export const dragMany: Gesture = async (page) => {
  await page.keyboard.down('Shift');
  await page.mouse.move(4, 4);
  await page.mouse.down();
  await page.mouse.move(900, 500);
  await page.mouse.move(1900, 1070);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const chosen = await page.locator('.react-flow__node.selected').count();
  if (chosen < LEAST) throw new Error(`only ${chosen} nodes were chosen`);
  return dragOne(page);
};

/** Nothing at all: what the machine itself does between two frames. */
export const nothing: Gesture = (page) => page.evaluate(() => window.recorder.rest());
