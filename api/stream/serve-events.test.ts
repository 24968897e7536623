import { PassThrough } from 'node:stream';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StreamEvent } from '#db';
import type { EventFeed } from './event-feed.ts';
import { serveEvents } from './serve-events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const eventAt = (seq: number) =>
  // of an event only its place matters here
  ({ cursor: `${seq}.${seq}`, kind: 'report.submitted' }) as unknown as StreamEvent;

function open(stillAllowed: () => Promise<boolean>) {
  const line = new PassThrough();
  let text = '';
  line.on('data', (part: Buffer) => (text += part.toString()));
  let tell: (events: readonly StreamEvent[]) => void = () => {};
  const feed = {
    closing: new AbortController().signal,
    listen: (_watched: unknown, _after: unknown, told: typeof tell) => {
      tell = told;
      return () => {};
    },
  };
  const served = serveEvents({
    // a connection as far as a stream of events uses it
    req: {} as Request,
    res: Object.assign(line, { writeHead: () => line }) as unknown as Response,
    watched: { campaignId: 'c', scope: null },
    after: null,
    feed: feed as unknown as EventFeed,
    source: { read: () => Promise.resolve([]) } as never,
    stillAllowed,
  });
  return { served, line, tell: (seq: number) => tell([eventAt(seq)]), text: () => text };
}

it('tells nothing more to whoever is out, and closes', async () => {
  let allowed = true;
  const asked = vi.fn(() => Promise.resolve(allowed));
  const stream = open(asked);
  await vi.advanceTimersByTimeAsync(5_000);
  stream.tell(1);
  stream.tell(2);
  await vi.advanceTimersByTimeAsync(10);
  expect(stream.text()).toContain('id: 2.2');
  expect(asked).toHaveBeenCalledTimes(1); // one question for both
  allowed = false;
  await vi.advanceTimersByTimeAsync(2_000);
  stream.tell(3);
  await vi.advanceTimersByTimeAsync(10);
  expect(stream.text()).not.toContain('id: 3.3');
  expect(stream.line.writableEnded).toBe(true);
  await stream.served;
});

it('keeps the line while the database cannot say whether it may, and ends it when it says no', async () => {
  const answers = [
    () => Promise.resolve(true),
    () => Promise.reject(new Error('no database')),
    () => Promise.resolve(false),
  ];
  const { line, text, served } = open(() => answers.shift()?.() ?? Promise.resolve(false));
  const beats = () => text().split(': \n\n').length - 1;
  await vi.advanceTimersByTimeAsync(31_000);
  expect([beats(), line.writableEnded]).toEqual([2, false]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect([beats(), line.writableEnded]).toEqual([2, true]);
  await served;
});

it('writes nothing once it has ended, also where the answer to a heartbeat comes after that', async () => {
  let say = (_: boolean): void => undefined;
  const { line, served } = open(() => new Promise((done) => (say = done)));
  const tooLate = vi.fn();
  line.on('error', tooLate);
  await vi.advanceTimersByTimeAsync(16_000);
  line.end();
  say(true);
  await served;
  expect(tooLate).not.toHaveBeenCalled();
});
