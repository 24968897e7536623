import { afterEach, describe, expect, it } from 'vitest';
import type { StreamEvent } from '#db';
import { EventFeed, isAfter, type Watched } from './event-feed.ts';

const event = (cursor: string): StreamEvent => ({
  cursor,
  at: '',
  kind: 'x',
  unitId: null,
  obligationId: null,
  data: {},
});
const ALL: Watched = { campaignId: 'c', scope: null };
const feeds: EventFeed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
});

function feedOver(log: StreamEvent[]) {
  let reads = 0;
  let looks = 0;
  const source = {
    head: async () => {
      looks += 1;
      return log.at(-1)?.cursor ?? null;
    },
    // unit `x` may see nothing of units called `secret`
    read: async ({ scope }: Watched, after: string | null) => {
      reads += 1;
      return log
        .filter((one) => isAfter(one.cursor, after) && (scope === null || one.unitId !== 'secret'))
        .slice(0, 2);
    },
  };
  const feed = new EventFeed({ source, everyMs: 5, onError: () => undefined });
  feeds.push(feed);
  return { feed, reads: () => reads, looks: () => looks };
}

describe('the event feed', () => {
  it('hands every event to every listener of the campaign, reading once for all', async () => {
    const log = [event('10.1')];
    const { feed } = feedOver(log);
    const heard: string[][] = [[], []];
    for (const list of heard)
      feed.listen(ALL, '10.1', (events) => list.push(...events.map((one) => one.cursor)));
    log.push(event('10.2'), event('11.1'), event('11.2'));
    await expect
      .poll(() => heard)
      .toEqual([
        ['10.2', '11.1', '11.2'],
        ['10.2', '11.1', '11.2'],
      ]);
  });

  it('shows each watcher only what its unit may see, and does not ask again about the rest', async () => {
    const log: StreamEvent[] = [
      { ...event('10.1'), unitId: 'secret' },
      event('10.2'),
      { ...event('10.3'), unitId: 'secret' },
    ];
    const { feed, reads, looks } = feedOver(log);
    const heard: string[] = [];
    feed.listen({ campaignId: 'c', scope: 'x' }, null, (events) =>
      heard.push(...events.map((one) => one.cursor)),
    );
    await expect.poll(() => heard).toEqual(['10.2']);
    await expect.poll(looks).toBeGreaterThan(4);
    expect(reads()).toBeLessThanOrEqual(2);
  });

  it('stops looking when nobody listens', async () => {
    const { feed, looks } = feedOver([]);
    const stop = feed.listen(ALL, null, () => undefined);
    await expect.poll(looks).toBeGreaterThan(1);
    stop();
    await new Promise((done) => setTimeout(done, 20));
    const before = looks();
    await new Promise((done) => setTimeout(done, 40));
    expect(looks()).toBe(before);
  });

  it('compares cursors by number, transaction first', () => {
    expect(isAfter('9.100', '10.1')).toBe(false);
    expect(isAfter('10.2', '10.1')).toBe(true);
    expect(isAfter('10.1', '10.1')).toBe(false);
    expect(isAfter('1.1', null)).toBe(true);
  });
});
