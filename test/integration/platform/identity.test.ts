import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  createServiceKey,
  listDefinitions,
  listExampleOfficials,
  principalForKey,
  identify,
  seed,
} from '#acts';
import { inTransaction, revokeServiceKey } from '#db';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'identity');
  dataDir = await mkdtemp(join(tmpdir(), 'cascade-identity-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const fill = () => seed({ pool: database.pool, dataDir, log: () => {} });
const localKey = async () => (await readFile(join(dataDir, 'service-key'), 'utf8')).trim();

describe('seeding', () => {
  it('fills once, also when two start together, and keeps what was edited since', async () => {
    await Promise.all([fill(), fill()]);
    await database.pool.query(`UPDATE unit SET name = 'Tên đã sửa' WHERE id = '2024-province-06'`);
    await database.pool.query(`DELETE FROM seeded WHERE key = 'units'`);
    await fill();
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT name FROM unit WHERE id = '2024-province-06'`,
    );
    expect(rows[0]?.name).toBe('Tên đã sửa');
    const ctx = { pool: database.pool, principal: operator };
    expect(valueOf(await listDefinitions(ctx)).items.map(({ latestVersion }) => latestVersion)).toEqual(
      Array(7).fill(1),
    );
  });

  it('gives every unit its place below the top of its chain', async () => {
    const { rows } = await database.pool.query(
      `SELECT u.id FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
        WHERE u.path <> coalesce(p.path || text2ltree(u.id), text2ltree(u.id))`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the key of the local command line', () => {
  it('is kept with mode 0600, survives a second start, and is replaced when revoked', async () => {
    const first = await localKey();
    expect((await stat(join(dataDir, 'service-key'))).mode & 0o777).toBe(0o600);
    await fill();
    expect(await localKey()).toBe(first);
    const principal = await principalForKey(database.pool, first);
    expect(principal).toMatchObject({ kind: 'service', name: 'Khóa của máy này', unitId: null });
    await inTransaction(database.pool, (tx) =>
      revokeServiceKey(tx, principal?.id.slice('service:'.length) ?? ''),
    );
    expect(await principalForKey(database.pool, first)).toBeNull();
    await fill();
    expect(await localKey()).not.toBe(first);
  });
});

describe('who acts', () => {
  it('is an example official by subject, named as an example, with the scopes of the roles', async () => {
    const officials = await listExampleOfficials(database.pool);
    expect(officials).toHaveLength(12);
    expect(officials.every(({ name }) => name.startsWith('Ví dụ: '))).toBe(true);
    const leader = (await identify(database.pool, 'vd-lanh-dao-bk'))?.principal;
    expect(leader).toMatchObject({ kind: 'person', unitId: '2024-district-058', roles: ['leader'] });
    expect(leader?.scopes).toContain('consolidations:sign');
    expect(await identify(database.pool, 'nobody')).toBeNull();
  });

  it('stops being anybody when disabled', async () => {
    await database.pool.query(`UPDATE person SET disabled_at = now() WHERE id = 'vd-van-thu-bk'`);
    expect(await identify(database.pool, 'vd-van-thu-bk')).toBeNull();
  });

  it('cannot make a key wider than itself', async () => {
    const ctx = {
      pool: database.pool,
      principal: { ...operator, unitId: '2024-district-058', scopes: ['read', 'keys:write'] as const },
    };
    const make = (unitId: string | null, scopes: readonly ('read' | 'units:write')[]) =>
      createServiceKey(ctx, { name: 'hệ thống', unitId, scopes });
    expect(codesOf(await make('2024-district-058', ['units:write']))).toEqual(['api.forbidden']);
    expect(codesOf(await make('2024-province-06', ['read']))).toEqual(['organisation.notFound']);
    expect(codesOf(await make(null, ['read']))).toEqual(['organisation.notFound']);
    const { secret } = valueOf(await make('2024-commune-01840', ['read']));
    expect(await principalForKey(database.pool, secret)).toMatchObject({
      unitId: '2024-commune-01840',
      scopes: ['read'],
    });
    expect(await principalForKey(database.pool, `${secret}x`)).toBeNull();
  });
});
