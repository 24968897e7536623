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
