import type { Content } from './content.ts';
import { drawLetter } from './draw-letter.ts';
import { drawLevels } from './draw-levels.ts';
import { drawProperties, drawReports, drawTargets } from './draw-reports.ts';
import type { Hand } from './hand.ts';

/** Draws everything, from the drawing that “Bản vẽ mới” opens. */
export async function draw(hand: Hand, content: Content): Promise<void> {
  await drawProperties(hand, content);
  await drawReports(hand, content);
  await drawLevels(hand, content);
  await drawTargets(hand, content);
  await drawLetter(hand, content);
}
