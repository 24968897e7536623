import { expect, test } from 'vitest';
import type { Caller } from '../caller.ts';
import { BAC_KAN, BEFORE_THE_DEADLINE } from './bac-kan.ts';
import { type Campaign, play } from './play.ts';

const campaign: Campaign = {
  id: 'c',
  title: '',
  now: '2024-11-20T01:00:00.000Z',
  clockTarget: '2024-12-04T08:00:00.000Z',
};

/** An installation whose worker stands still: the clock is told where to go and never arrives. */
const still = {
  get: async () => campaign,
  post: async () => campaign,
  all: async () => [{ id: 'd', key: BAC_KAN.template }],
} as unknown as Caller; // no answer is read by its schema here

test('a story whose clock does not arrive ends with a sentence instead of waiting for ever', async () => {
  const story = { ...BAC_KAN, moments: BEFORE_THE_DEADLINE };
  const told = play({ caller: still, story, keys: 'k', patienceMs: 1 });
  await expect(told).rejects.toThrow(/worker/);
});
