import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readApiSettings, type RunningApi, startApi } from '#api';

let api: RunningApi;
beforeAll(async () => {
  const { databaseUrl, dataDir } = inject('stack');
  const environment = {
    DATABASE_URL: databaseUrl,
    CASCADE_DATA: dataDir,
    PORT: '0',
    CASCADE_RATE_FACTOR: '0.1',
  };
  api = await startApi(readApiSettings(environment), pino({ level: 'silent' }));
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
  });
});

describe('readiness', () => {
  it('needs the database; Temporal away is said and does not fail', async () => {
    const settings = {
      DATABASE_URL: inject('stack').databaseUrl,
      CASCADE_DATA: inject('stack').dataDir,
      PORT: '0',
    };
    const alone = await startApi(
      readApiSettings({ ...settings, TEMPORAL_ADDRESS: '127.0.0.1:1' }),
      pino({ level: 'silent' }),
    );
    const lost = await startApi(
      readApiSettings({ ...settings, DATABASE_URL: 'postgres://x:x@127.0.0.1:1/x' }),
      pino({ level: 'silent' }),
    );
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
