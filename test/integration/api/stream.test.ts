import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readApiSettings, startApi } from '#api';
import { call, succeed } from '../../harness/api-client.ts';
import { ownApi } from '../../harness/own-api.ts';
import { waitFor } from '../../harness/wait-for.ts';
import { keyFor } from './principals.ts';

interface Streamed {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly kind?: string };
}

/** Reads server-sent events until closed. */
class Listener {
  readonly events: Streamed[] = [];
  readonly #stop = new AbortController();
  status = 0;

  static async open(path: string, key: string, lastEventId?: string): Promise<Listener> {
    const listener = new Listener();
    const headers = {
      authorization: `Bearer ${key}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    };
    const response = await fetch(new URL(path, inject('stack').apiUrl), {
      headers,
      signal: listener.#stop.signal,
    });
    listener.status = response.status;
    if (response.body !== null) void listener.#read(response.body).catch(() => undefined);
    return listener;
  }

  close(): void {
    this.#stop.abort();
  }

  /** Kinds that were streamed, without the greeting. */
  kinds(): string[] {
    return this.events.filter(({ event }) => event !== 'ready').map(({ data }) => data.kind ?? '');
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const field = (name: string, frame: string) =>
          new RegExp(`^${name}: ?(.*)$`, 'm').exec(frame)?.[1] ?? '';
        const frame = text.slice(0, end);
        text = text.slice(end + 2);
        if (frame.startsWith(':')) continue;
        this.events.push({
          id: field('id', frame),
          event: field('event', frame),
          data: JSON.parse(field('data', frame) || '{}'),
        });
      }
    }
  }
}

let campaignId: string;
let key: string;
const path = () => `/api/campaigns/${campaignId}/stream`;
const advance = () => succeed('POST', `/api/campaigns/${campaignId}/clock`, { body: { events: 1 } });
/** Nothing more is written to the log until somebody acts. */
const landed = () =>
  waitFor(
    async () =>
      (await succeed<{ clockTarget: string | null }>('GET', `/api/campaigns/${campaignId}`)).clockTarget ===
      null,
    { what: 'the clock' },
  );
const all = async () =>
  (
    await succeed<{ items: { cursor: string; kind: string }[] }>(
      'GET',
      `/api/campaigns/${campaignId}/events?limit=1000`,
    )
  ).items;

beforeAll(async () => {
  ({ serviceKey: key } = inject('stack'));
  const { items } = await succeed<{ items: { id: string; key: string }[] }>(
    'GET',
    '/api/definitions?limit=200',
  );
  const definitionId = items.find((one) => one.key === 'quan-7-2023')?.id;
  const start = {
    definitionId,
    mode: 'rehearsal',
    rootUnitId: 'q7-phong-gddt',
    startAt: '2023-10-02T01:00:00Z',
  };
  campaignId = (await succeed<{ id: string }>('POST', '/api/campaigns', { body: start })).id;
  await waitFor(async () => (await all()).length > 2, { what: 'the first events', forMs: 60_000 });
});

describe('the event stream', () => {
  it('shows what happens within two seconds', async () => {
    const listener = await Listener.open(path(), key);
    await waitFor(async () => listener.events.length > 0, { what: 'the greeting' });
    const told = () => listener.kinds().filter((kind) => kind === 'clock.moving').length;
    let quickest = Number.POSITIVE_INFINITY;
    // a machine that does other work besides may be slow once
    for (let turn = 1; turn <= 3 && quickest >= 2_000; turn += 1) {
      await advance();
      const began = performance.now();
      await waitFor(async () => told() >= turn, { what: 'the clock’s event', everyMs: 20 });
      quickest = Math.min(quickest, performance.now() - began);
    }
    expect(quickest).toBeLessThan(2_000);
    listener.close();
  });

  it('goes on after a break exactly where it stopped', async () => {
    await landed();
    const before = await all();
    const middle = before[Math.floor(before.length / 2)];
    const listener = await Listener.open(path(), key, middle?.cursor);
    const missed = before
      .slice(before.indexOf(middle ?? { cursor: '', kind: '' }) + 1)
      .map(({ kind }) => kind);
    await waitFor(async () => listener.kinds().length >= missed.length, { what: 'what was missed' });
    expect(listener.kinds().slice(0, missed.length)).toEqual(missed);
    await advance();
    await waitFor(async () => listener.kinds().length > missed.length, { what: 'what is new' });
    const ids = listener.events.filter(({ event }) => event !== 'ready').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    listener.close();
  });

  it('from the beginning is the whole log, the same for every listener', async () => {
    await landed();
    const listeners = await Promise.all([0, 1, 2].map(() => Listener.open(`${path()}?after=0.0`, key)));
    await waitFor(async () => (await all()).length === listeners[0]?.kinds().length, {
      what: 'the whole log',
    });
    for (const listener of listeners) {
      await waitFor(async () => listener.kinds().length >= (listeners[0]?.kinds().length ?? 0), {
        what: 'the others',
      });
      expect(listener.kinds()).toEqual((await all()).map(({ kind }) => kind));
      listener.close();
    }
  });

  it('is not there for units outside, for strangers and for positions that are none', async () => {
    const outside = await keyFor(inject('stack').databaseUrl, 'bk-phong-kinh-te', ['read']);
    expect((await Listener.open(path(), outside)).status).toBe(404);
    expect((await Listener.open(path(), key, 'nonsense')).status).toBe(400);
    expect((await call('GET', path(), { key: null })).status).toBe(401);
    // its head alone has an end, and the scheme of a key may be written in either case
    const asked = { method: 'HEAD', headers: { authorization: `bearer ${key}` } };
    const head = await fetch(new URL(path(), inject('stack').apiUrl), asked);
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(await head.text()).toBe('');
  });
});

describe('starting the server', () => {
  it('answers who asked before everything was put together, as a page does that was open before a restart', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo; // of a TCP server that listens
    await new Promise((closed) => probe.close(closed));
    const starting = ownApi({ PORT: String(port) });
    const asked = async (): Promise<number> => {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/api/me`, {
          signal: AbortSignal.timeout(20_000),
        });
        return response.status;
      } catch (error) {
        // nobody listens yet
        if (!(error instanceof TypeError)) throw error;
        await setImmediate();
        return asked();
      }
    };
    expect(await asked()).toBe(401);
    await (await starting).close();
  });
});

describe('stopping the server', () => {
  it('ends open streams at once instead of waiting for their pages to close', async () => {
    const { databaseUrl, dataDir } = inject('stack');
    const settings = readApiSettings({ DATABASE_URL: databaseUrl, CASCADE_DATA: dataDir, PORT: '0' });
    const api = await startApi(settings, pino({ level: 'silent' }));
    const response = await fetch(`${api.url}${path()}`, { headers: { authorization: `Bearer ${key}` } });
    const read = response.text();
    const began = performance.now();
    await api.close();
    expect(await read).toContain('event: ready');
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
