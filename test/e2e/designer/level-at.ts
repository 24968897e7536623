import type { Locator } from 'playwright-core';
import type { DrawingNode } from '#model';
import type { Content } from './content.ts';
import { buttonOf, type Hand, unfold } from './hand.ts';

/** A level with the inspector that shows it. */
export interface LevelAt {
  readonly panel: Locator;
  readonly node: DrawingNode;
  readonly content: Content;
}

export const sectionOf = (hand: Hand, panel: Locator, title: string): Promise<Locator> =>
  unfold(hand, buttonOf(panel.getByRole('heading', { level: 3 }), title));
