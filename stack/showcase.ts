import { type Address, callerOf } from './caller.ts';
import { BAC_KAN, BEFORE_THE_DEADLINE } from './story/bac-kan.ts';
import { play } from './story/play.ts';

/**
 * Leaves document 001 as a rehearsal in mid-course: passed on, partly reported, one report returned, one
 * waiting for a decision, one unit asking for more time, and a clock to advance. Called again after an
 * interruption it goes on with the same campaign.
 */
export async function showcase(address: Address): Promise<void> {
  const title = 'Hưởng ứng Chương trình nhận diện hàng Việt Nam 2024 (đợt diễn tập để xem thử)';
  const story = { ...BAC_KAN, moments: BEFORE_THE_DEADLINE };
  await play({ caller: callerOf(address), story, keys: 'showcase', title });
}
