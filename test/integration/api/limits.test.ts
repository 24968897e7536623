import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunningApi } from '#api';
import { ownApi } from '../../harness/own-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await ownApi({ CASCADE_RATE_FACTOR: '0.1' });
});
afterAll(() => api.close());

const me = (key: string) => fetch(`${api.url}/api/me`, { headers: { authorization: `Bearer ${key}` } });

describe('limits', () => {
  it('stop whoever guesses keys, say when to come back, and do not count good requests', async () => {
    const { serviceKey } = inject('stack');
    for (let call = 0; call < 20; call += 1) expect((await me(serviceKey)).status).toBe(200);
    const answers: number[] = [];
    for (let guess = 0; guess < 8; guess += 1) answers.push((await me(`csk_guess-number-${guess}`)).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    const stopped = await me('csk_one-more-guess');
    expect((await stopped.json()).code).toBe('api.tooManyRequests');
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    // an office behind the same address goes on, and whose session ended is told just that
    expect((await me(serviceKey)).status).toBe(200);
    expect((await fetch(`${api.url}/api/me`)).status).toBe(401);
  });
});

describe('readiness', () => {
  it('needs the database; Temporal away is said and does not fail', async () => {
    const alone = await ownApi({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    const lost = await ownApi({ CASCADE_EMBEDDED: '', DATABASE_URL: 'postgres://x:x@127.0.0.1:1/x' });
    try {
      const degraded = await fetch(`${alone.url}/readyz`);
      expect([degraded.status, await degraded.json()]).toEqual([
        200,
        { status: 'degraded', database: 'up', temporal: 'down' },
      ]);
      expect((await fetch(`${lost.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${lost.url}/healthz`)).status).toBe(200);
      const asked = await fetch(`${lost.url}/api/me`, {
        headers: { authorization: 'Bearer csk_whatever-key' },
      });
      expect([asked.status, (await asked.json()).code]).toEqual([503, 'api.unavailable']);
    } finally {
      await Promise.all([alone.close(), lost.close()]);
    }
  });
});
