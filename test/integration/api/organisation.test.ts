import { describe, expect, it } from 'vitest';
import { call, succeed } from '../../harness/api-client.ts';

interface Organisation {
  readonly columns: readonly string[];
  readonly units: readonly (readonly unknown[])[];
}

describe('the whole register in one answer', () => {
  it('holds every unit of both eras as a row, also those that have ended', async () => {
    const { columns, units } = await succeed<Organisation>('GET', '/api/organisation');
    expect(units.length).toBeGreaterThan(14_000);
    expect(units.every((row) => row.length === columns.length)).toBe(true);
    const [id, validTo] = [columns.indexOf('id'), columns.indexOf('validTo')];
    const district = units.find((row) => row[id] === '2024-district-058');
    expect(district?.[validTo]).toBe('2025-06-30');
    expect(units.some((row) => row[id] === '2025-province-01')).toBe(true);
  });

  it('is zipped, kept by the browser, and not sent again while nothing has changed', async () => {
    const first = await call('GET', '/api/organisation', { headers: { 'accept-encoding': 'gzip' } });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    // as a browser asks anew; Node's fetch would say no-cache by itself
    const asked = { 'cache-control': 'max-age=0', 'if-none-match': etag };
    const again = await call('GET', '/api/organisation', { headers: asked });
    expect([again.status, again.body]).toEqual([304, '']);
    const other = await call('GET', '/api/organisation', {
      headers: { ...asked, 'if-none-match': 'W/"other"' },
    });
    expect(other.status).toBe(200);
  });
});

describe('an answer of the API', () => {
  it('comes compressed as its caller takes it, the same in every way, and small ones as they are', async () => {
    const bodies: unknown[] = [];
    for (const [taken, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, *', 'gzip'],
      ['identity', null],
    ] as const) {
      const list = await call('GET', '/api/units?limit=20', { headers: { 'accept-encoding': taken } });
      expect([taken, list.headers.get('content-encoding')]).toEqual([taken, coding]);
      expect(list.headers.get('vary')).toContain('Accept-Encoding');
      expect(list.headers.get('cache-control')).toBe('no-store');
      bodies.push(list.body);
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    const range = { 'accept-encoding': 'br', range: 'bytes=0-99' };
    const file = await call('GET', '/api/docs/swagger-ui.css', { headers: range });
    expect([file.status, file.headers.get('content-encoding')]).toEqual([200, 'br']);
    const small = await call('GET', '/api/tasks/counts', { headers: { 'accept-encoding': 'br' } });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  it('is not sent again to whoever has it, and is to anybody to whom it would say something else', async () => {
    const first = await call('GET', '/api/units?limit=20');
    const tag = first.headers.get('etag') ?? '';
    const again = await call('GET', '/api/units?limit=20', { headers: { 'if-none-match': tag } });
    expect([again.status, again.body, again.headers.get('cache-control')]).toEqual([304, '', 'no-store']);
    const other = await call('GET', '/api/units?limit=19', { headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
    const nobody = await call('GET', '/api/units?limit=20', { headers: { 'if-none-match': tag }, key: null });
    expect(nobody.status).toBe(401);
  });
});
