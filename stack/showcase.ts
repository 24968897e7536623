import { join } from 'node:path';
import { type Address, callerOf } from './caller.ts';
import { type RehearsalKey, rehearsalKey } from './rehearsal-key.ts';
import { BAC_KAN, BEFORE_THE_DEADLINE } from './story/bac-kan.ts';
import { play } from './story/play.ts';

/**
 * Leaves document 001 as a rehearsal in mid-course: passed on, partly reported, one report returned, one
 * waiting for a decision, one unit asking for more time, and a clock to advance. Called again after an
 * interruption it goes on with the same campaign, as the same system. The key it acted with is the caller's
 * to revoke, once it is noted that the story is told.
 */
export async function showcase(own: Address, dataDir: string): Promise<RehearsalKey> {
  const title = 'Hưởng ứng Chương trình nhận diện hàng Việt Nam 2024 (đợt diễn tập để xem thử)';
  const story = { ...BAC_KAN, moments: BEFORE_THE_DEADLINE };
  const key = await rehearsalKey(own, join(dataDir, 'showcase-key'));
  await play({ caller: callerOf(key.address), story, keys: 'showcase', title });
  return key;
}
