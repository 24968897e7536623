import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { startLoop } from './loop.ts';

const log = pino({ level: 'silent' });

describe('a loop', () => {
  it('does the next round at once when there is more to do, and rests otherwise', async () => {
    let rounds = 0;
    const loop = startLoop({
      name: 'test',
      everyMs: 60_000,
      log,
      round: () => Promise.resolve(++rounds < 5 ? 'again' : 'rest'),
    });
    await sleep(30);
    await loop.stop();
    expect(rounds).toBe(5);
  });

  it('is woken by a poke, also by one that comes during a round', async () => {
    let rounds = 0;
    const loop = startLoop({
      name: 'test',
      everyMs: 60_000,
      log,
      round: async () => {
        rounds += 1;
        if (rounds === 1) loop.poke();
        await sleep(1);
        return 'rest';
      },
    });
    await sleep(30);
    expect(rounds).toBe(2);
    loop.poke();
    await sleep(30);
    await loop.stop();
    expect(rounds).toBe(3);
  });

  it('survives a failure and goes on', async () => {
    let rounds = 0;
    const loop = startLoop({
      name: 'test',
      everyMs: 1,
      log,
      round: () => (++rounds === 1 ? Promise.reject(new Error('no database')) : Promise.resolve('rest')),
    });
    await sleep(600);
    await loop.stop();
    expect(rounds).toBeGreaterThan(1);
  });

  it('finishes the round under way before it stops', async () => {
    let finished = false;
    const loop = startLoop({
      name: 'test',
      everyMs: 1,
      log,
      round: async () => {
        await sleep(50);
        finished = true;
        return 'rest';
      },
    });
    await sleep(5);
    await loop.stop();
    expect(finished).toBe(true);
  });
});
