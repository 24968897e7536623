import { createPool } from '#db';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunningApi } from '#api';
import { ownApi } from '../../harness/own-api.ts';
import { signInAt, Visitor } from '../../harness/visitor.ts';

let api: RunningApi;
const post = (body: URLSearchParams | string, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { origin: api.url, 'sec-fetch-site': 'same-origin', ...more },
});

beforeAll(async () => {
  api = await ownApi();
});
afterAll(() => api.close());

const signIn = (visitor: Visitor, who: RegExp): Promise<string> => signInAt(api.url, visitor, who);

describe('signing in on the embedded default', () => {
  it('takes two clicks and says who one is', async () => {
    const visitor = new Visitor();
    expect((await visitor.go(`${api.url}/api/me`)).status).toBe(401);
    await signIn(visitor, /lãnh đạo/);
    const me = await (await visitor.go(`${api.url}/api/me`)).json();
    expect(me).toMatchObject({ kind: 'person', roles: expect.arrayContaining(['leader']), embedded: true });
    expect(me.unit.name).toMatch(/\S/);
    expect(me.name).toMatch(/Ví dụ/i);
  });

  it('gives a cookie that scripts cannot read, and a new session id', async () => {
    const visitor = new Visitor();
    await visitor.go(`${api.url}/auth/login`);
    const before = visitor.cookies.get('cascade');
    await signIn(visitor, /văn thư/);
    expect(visitor.cookies.get('cascade')).not.toBe(before);
    const response = await fetch(`${api.url}/auth/login`, { redirect: 'manual' });
    expect(response.headers.getSetCookie().join()).toMatch(/cascade=.*HttpOnly.*SameSite=Lax/i);
  });

  it('refuses an act that comes from another site', async () => {
    const visitor = new Visitor();
    await signIn(visitor, /lãnh đạo/);
    const foreign = {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/json',
      'idempotency-key': 'abcdefgh1',
    };
    const answer = await visitor.go(`${api.url}/api/campaigns`, post('{}', foreign));
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'api.crossSite']);
    const own = await visitor.go(
      `${api.url}/api/campaigns`,
      post('{}', { 'content-type': 'application/json', 'idempotency-key': 'abcdefgh1' }),
    );
    expect(own.status).toBe(400);
  });

  it('ends when one signs out, also for a copied cookie', async () => {
    const visitor = new Visitor();
    await signIn(visitor, /văn thư/);
    const copy = new Visitor();
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    expect((await copy.go(`${api.url}/api/me`)).status).toBe(200);
    expect((await visitor.go(`${api.url}/auth/logout`, post(''))).status).toBe(204);
    expect((await copy.go(`${api.url}/api/me`)).status).toBe(401);
  });

  it('ends with the working day, however much it is used', async () => {
    const pool = createPool(inject('stack').databaseUrl);
    const visitor = new Visitor();
    const subject = await signIn(visitor, /văn thư/);
    const status = async () => (await visitor.go(`${api.url}/api/me`)).status;
    const began = (hours: number) =>
      pool.query(
        `UPDATE session SET sess = jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb($2::bigint))::json
          WHERE sess->>'subject' = $1 AND sess->>'signedInAt' IS NOT NULL`,
        [subject, Date.now() - hours * 3_600_000],
      );
    try {
      expect((await began(9.9)).rowCount).toBeGreaterThan(0);
      expect(await status()).toBe(200);
      await began(10.1);
      expect([await status(), await status()]).toEqual([401, 401]);
    } finally {
      await pool.end();
    }
  });

  it('ends the moment the person is disabled, and cannot be begun again', async () => {
    const pool = createPool(inject('stack').databaseUrl);
    const visitor = new Visitor();
    const subject = await signIn(visitor, /chuyên viên/);
    try {
      await pool.query('UPDATE person SET disabled_at = now() WHERE subject = $1', [subject]);
      expect((await visitor.go(`${api.url}/api/me`)).status).toBe(401);
      await expect(signIn(new Visitor(), new RegExp(`value="${subject}"`))).rejects.toThrow(/nobody like/);
    } finally {
      await pool.query('UPDATE person SET disabled_at = NULL WHERE subject = $1', [subject]);
      await pool.end();
    }
  });

  it('refuses an answer with a wrong state, a replayed one, and a person who is not on the list', async () => {
    const visitor = new Visitor();
    await visitor.go(`${api.url}/auth/login`);
    const forged = await visitor.go(`${api.url}/auth/callback?code=x&state=y`);
    expect([forged.status, (await forged.json()).code]).toEqual([400, 'api.signInFailed']);
    expect((await new Visitor().go(`${api.url}/auth/callback?code=x&state=y`)).status).toBe(400);
    const list = await visitor.open(`${api.url}/auth/login`);
    const action = /action="([^"]+)"/.exec(list.text)?.[1] ?? '';
    const stranger = await visitor.go(
      new URL(action, list.url).href,
      post(new URLSearchParams({ subject: 'nobody' })),
    );
    expect(stranger.status).toBe(403);
  });

  it('tells who may sign in where', async () => {
    const providers = await (await fetch(`${api.url}/auth/providers`)).json();
    expect(providers).toEqual({
      providers: [{ name: 'Cán bộ ví dụ', embedded: true, login: '/auth/login' }],
    });
  });
});

describe('without any provider', () => {
  it('says so clearly while service keys go on working', async () => {
    const { serviceKey } = inject('stack');
    const bare = await ownApi({ CASCADE_EMBEDDED: '' });
    try {
      const login = await fetch(`${bare.url}/auth/login`);
      expect([login.status, (await login.json()).code]).toEqual([503, 'api.signInNotConfigured']);
      expect((await fetch(`${bare.url}/idp/auth`)).status).toBe(404);
      expect(
        (await fetch(`${bare.url}/api/me`, { headers: { authorization: `Bearer ${serviceKey}` } })).status,
      ).toBe(200);
    } finally {
      await bare.close();
    }
  });
});
