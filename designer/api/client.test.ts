import { afterEach, expect, it, vi } from 'vitest';
import { get, put, whenWritten } from './client.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('what has not changed since it was read is not sent again, and what has changed is', async () => {
  let text = '{"items":[1]}';
  const sent: number[] = [];
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: Record<string, string> }) => {
    const tag = `W/"${text}"`;
    const known = headers['if-none-match'] === tag;
    sent.push(known ? 304 : 200);
    return known
      ? new Response(null, { status: 304 })
      : new Response(text, { status: 200, headers: { etag: tag } });
  });
  const first = await get('/api/list');
  expect(first).toEqual({ items: [1] });
  expect(await get('/api/list')).toBe(first);
  text = '{"items":[1,2]}';
  expect(await get('/api/list')).toEqual({ items: [1, 2] });
  expect(await get('/api/other')).toEqual({ items: [1, 2] });
  expect(sent).toEqual([200, 304, 200, 200]);
});

it('forgets what was read long ago', async () => {
  const asked: (string | undefined)[] = [];
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers['if-none-match']);
    return new Response('{}', { status: 200, headers: { etag: 'W/"x"' } });
  });
  await get('/api/0');
  for (let n = 1; n <= 60; n += 1) await get(`/api/${n}`);
  await get('/api/0');
  await get('/api/60');
  expect(asked.slice(-2)).toEqual([undefined, 'W/"x"']);
});

it('waits for what is being saved, and for what follows it, before somebody becomes another', async () => {
  const order: string[] = [];
  const answers: (() => void)[] = [];
  vi.stubGlobal(
    'fetch',
    () => new Promise<Response>((done) => answers.push(() => done(new Response('{}', { status: 200 })))),
  );
  const saved = put('/api/letters/1', {}).then(async () => {
    order.push('first');
    await put('/api/letters/1', {});
    order.push('second');
  });
  const waited = whenWritten().then(() => order.push('may switch'));
  answers[0]?.();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.();
  await Promise.all([saved, waited]);
  expect(order).toEqual(['first', 'second', 'may switch']);
  await whenWritten();
});

it('gives up a line that died without a word, and what the page asks no more', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason))),
  );
  const read = expect(get('/api/tasks')).rejects.toThrow('no answer within 60000 ms');
  const written = expect(put('/api/letters/1', {})).rejects.toThrow('no answer within 125000 ms');
  await vi.advanceTimersByTimeAsync(60_000);
  await read;
  await vi.advanceTimersByTimeAsync(65_000);
  await written;
  const leaving = new AbortController();
  const left = expect(get('/api/tasks', leaving.signal)).rejects.toThrow('left');
  leaving.abort(new Error('left'));
  await left;
  expect(vi.getTimerCount()).toBe(0);
});
