import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { call } from '../../harness/api-client.ts';

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly instance: string;
  readonly problems: readonly { readonly code: string; readonly path: readonly (string | number)[] }[];
}

/** A body exactly as written, whatever it is. */
async function raw(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = '/api/definitions/validate',
) {
  const { apiUrl, serviceKey } = inject('stack');
  const response = await fetch(new URL(path, apiUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${serviceKey}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body,
  });
  // every refusal is a problem document; its shape is asserted below
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Problem,
  };
}

describe('a bad request', () => {
  it('is answered as problem+json in Vietnamese and English with a stable code', async () => {
    const { status, type, body } = await raw('{"definition": ');
    expect([status, type, body.code]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      'api.malformedJson',
    ]);
    expect(body.detail).toMatch(/JSON/);
    expect(body.detailEn).toMatch(/JSON/);
    expect(body.instance).toMatch(/^urn:uuid:/);
  });

  it('is refused by its content type, its size, its depth and its characters', async () => {
    expect((await raw('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).body.code).toBe(
      'api.wrongContentType',
    );
    expect((await raw('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    const coded = await raw('{}', { 'content-encoding': 'gzip' });
    expect([coded.status, coded.body.code]).toEqual([400, 'api.malformedJson']);
    const large = await raw(JSON.stringify({ definition: { title: 'x'.repeat(1_100_000) } }));
    expect([large.status, large.body.code]).toEqual([413, 'api.tooLarge']);
    expect((await raw(`{"definition":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`)).body.code).toBe(
      'api.tooDeep',
    );
    expect((await raw('{"definition":{"title":"a\\u0000b"}}')).body.code).toBe('api.badText');
    expect((await raw('{"definition":{"title":"\\ud83d"}}')).body.code).toBe('api.badText');
    expect((await raw('[1,2]')).status).toBe(400);
    expect((await raw('"text"')).body.code).toBe('api.malformedJson');
  });

  it('is refused where a number is larger than any that is kept', async () => {
    const wanted = { definitionId: randomUUID(), rootUnitId: '2024-district-058' };
    const asked = (version: number) =>
      raw(JSON.stringify({ ...wanted, version }), {}, '/api/campaigns/preview');
    expect((await asked(2_147_483_647)).status).toBe(404);
    const { status, body } = await asked(2_147_483_648);
    expect([status, body.code, body.problems[0]?.path]).toEqual([400, 'api.tooLong', ['version']]);
  });

  it('cannot reach a prototype', async () => {
    const { body } = await raw(`{"definition":{"__proto__":{"publishable":true}}}`);
    expect(JSON.stringify(body)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['publishable']).toBeUndefined();
  });

  it('in a cursor is told from an empty list', async () => {
    for (const list of [
      'units',
      'campaigns',
      'obligations',
      'definitions',
      'notices',
      'audit',
      'actor-tasks',
    ]) {
      for (const cursor of [
        '%%%',
        'bm9uc2Vuc2U',
        Buffer.from('["x","y"]').toString('base64url'),
        Buffer.from('["x"]').toString('base64url'),
      ]) {
        const answer = await call<Problem>('GET', `/api/${list}?cursor=${encodeURIComponent(cursor)}`);
        if (list === 'units' && cursor.startsWith('WyJ4Iiwi')) continue; // two texts are a well-formed position among names
        expect([list, cursor, answer.status, answer.body.code]).toEqual([list, cursor, 400, 'api.badCursor']);
      }
    }
    expect((await call('GET', '/api/units?limit=201')).status).toBe(400);
    expect((await call('GET', '/api/units?limit=abc')).status).toBe(400);
    expect((await call('GET', '/api/units?limit=1&limit=2')).status).toBe(400);
  });

  it('with an impossible date names the date and the remedy', async () => {
    const answer = await call<Problem>('GET', '/api/units?at=2024-02-30');
    expect([answer.status, answer.body.code, answer.body.problems[0]?.path]).toEqual([
      400,
      'api.impossibleDate',
      ['query', 'at'],
    ]);
    expect(answer.body.detail).toContain('2024-12-08');
  });

  it('finds a name however its accents are composed', async () => {
    interface Units {
      readonly items: readonly { readonly name: string }[];
    }
    const name = 'Thành phố Bắc Kạn';
    for (const q of [name.normalize('NFC'), name.normalize('NFD'), 'thanh pho bac kan']) {
      const { body } = await call<Units>('GET', `/api/units?q=${encodeURIComponent(q)}`);
      expect(body.items.map((unit) => unit.name)).toContain('Thành phố Bắc Kạn');
    }
  });

  it('never shows internals', async () => {
    const answer = await call('GET', `/api/units?q=${encodeURIComponent("'; DROP TABLE unit; --")}`);
    expect(answer.status).toBe(200);
    const odd = await call<Problem>('GET', `/api/units?q=%00`);
    expect([odd.status, odd.body.code]).toEqual([400, 'api.badText']);
    expect(JSON.stringify(odd.body)).not.toMatch(/node_modules|at .*\.ts|SELECT|postgres/i);
  });
});

describe('headers', () => {
  it('forbid inline scripts and styles, frames, sniffing and caching of answers', async () => {
    const answer = await call('GET', '/api/me');
    const csp = answer.headers.get('content-security-policy') ?? '';
    expect(csp).not.toContain('unsafe');
    expect(csp).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});
