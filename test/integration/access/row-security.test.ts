import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signConsolidation } from '#acts';
import { createPool, READER_ROLE, scopedPool } from '#db';
import { bacKan, CITY, CONSOLIDATOR, PERIOD } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import { CONCERNS, DIRECTORIES, OPEN } from './row-owners.ts';
import { addRows } from './scene-rows.ts';

const WARD = '2024-commune-01840';
const SIBLING = '2024-commune-01843';
const ELSEWHERE = '2024-province-01';
const SCOPES = [WARD, CONSOLIDATOR, CITY, ELSEWHERE, 'vn-bct', 'no-such-unit', ''];

let database: OwnDatabase;
let readers: Pool;

beforeAll(async () => {
  database = await seededDatabase('rows');
  const { pool, url } = database;
  const scene = await bacKan(pool);
  for (const unitId of await scene.reporters()) {
    await scene.report(unitId);
    await scene.accept(unitId);
  }
  await scene.driver.settleAll();
  const ref = { campaignId: scene.campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
  valueOf(await signConsolidation(scene.ctx, { ...ref, revision: 1 }));
  await scene.driver.settleAll();
  await addRows(pool, scene.campaignId, { mine: WARD, sibling: SIBLING, elsewhere: ELSEWHERE });
  readers = createPool({ databaseUrl: url, max: 4, role: READER_ROLE });
});
afterAll(async () => {
  await readers.end();
  await database.drop();
});

/** Names a row; of keys a reader may not even read where they lie. */
const place = (table: string): string => (table === 'service_key' ? 't.id::text' : 't.ctid::text');
const asUnit = (unitId: string | null) => scopedPool(readers, { unitId, onBehalfOf: null });

/** Places of the rows that concern the subtree, as the owner of the database works it out. */
async function concerned(table: string, scope: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ at: string }>(
    `SELECT ${place(table)} AS at FROM ${table} t WHERE EXISTS (
       SELECT FROM unnest(${CONCERNS[table] ?? ''}) x LEFT JOIN unit u ON u.id = x, unit s
        WHERE s.id = $1 AND (u.path <@ s.path OR x = '*')) OR $1 = '*'`,
    [scope],
  );
  return rows.map(({ at }) => at).sort();
}

async function seen(table: string, scope: string): Promise<string[]> {
  const { rows } = await asUnit(scope === '*' ? null : scope).query<{ at: string }>(
    `SELECT ${place(table)} AS at FROM ${table} t`,
  );
  return rows.map(({ at }) => at).sort();
}

const denied = async (text: string, pool = asUnit(null)): Promise<string> =>
  pool.query(text).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'unknown',
  );

describe('every table', () => {
  it('is protected by forced policies, or stands in the list of open ones with its reason', async () => {
    const { rows } = await database.pool.query<{ name: string; forced: boolean }>(
      `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
    );
    const names = (forced: boolean) => rows.filter((row) => row.forced === forced).map(({ name }) => name);
    expect(names(true)).toEqual(Object.keys(CONCERNS).sort());
    expect(names(false)).toEqual(Object.keys(OPEN).sort());
  });
});

describe('direct SQL as a reader', () => {
  it('sees exactly the rows that concern its subtree, in every protected table', async () => {
    let foreign = 0;
    let own = 0;
    for (const table of Object.keys(CONCERNS)) {
      const all = await concerned(table, '*');
      expect([table, (await seen(table, '*')).length]).toEqual([table, all.length]);
      // an empty table would prove nothing
      expect([table, all.length > 0]).toEqual([table, true]);
      for (const scope of SCOPES) {
        const expected = DIRECTORIES.has(table) ? all : await concerned(table, scope);
        expect([table, scope, await seen(table, scope)]).toEqual([table, scope, expected]);
        foreign += all.length - expected.length;
        own += expected.length;
      }
    }
    console.info(`row-level security: ${own} rows seen, ${foreign} foreign rows withheld`);
    expect(foreign).toBeGreaterThan(500);
  });

  it('changes and removes no foreign row', async () => {
    let tried = 0;
    for (const table of Object.keys(CONCERNS)) {
      const { rows } = await database.pool.query<{ column: string }>(
        `SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
            AND attidentity = '' AND attgenerated = '' AND has_column_privilege('${READER_ROLE}', attrelid, attnum, 'UPDATE')
            AND has_column_privilege('${READER_ROLE}', attrelid, attnum, 'SELECT') ORDER BY attnum LIMIT 1`,
        [table],
      );
      const column = rows[0]?.column;
      for (const scope of [WARD, ELSEWHERE]) {
        const allowed = (await concerned(table, scope)).length;
        const statements = [
          ...(column === undefined ? [] : [`UPDATE ${table} SET ${column} = ${column}`]),
          `DELETE FROM ${table}`,
        ];
        for (const statement of statements) {
          const touched = await attempt(scope, statement);
          expect([scope, statement, touched === 'denied' || touched <= allowed]).toEqual([
            scope,
            statement,
            true,
          ]);
          tried += 1;
        }
      }
    }
    console.info(`row-level security: ${tried} writes over whole tables, none beyond the subtree`);
  });

  it('cannot alter, remove or cut the trail, even the own part of it', async () => {
    const pool = asUnit(WARD);
    expect(await denied(`UPDATE audit SET act = 'x'`, pool)).toBe('42501');
    expect(await denied('DELETE FROM audit', pool)).toBe('42501');
    expect(await denied('TRUNCATE audit', pool)).toBe('42501');
    expect(await denied('DELETE FROM audit_chain', pool)).toBe('42501');
    expect(await denied('ALTER TABLE audit DISABLE TRIGGER ALL', pool)).toBe('42501');
    expect(await denied(`SELECT hash FROM service_key`)).toBe('42501');
    expect(await denied(`SELECT sid FROM session`)).toBe('42501');
  });

  it('has no right beyond rows: no table made, changed or emptied, no policy, no other role', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    for (const { name } of rows) {
      expect([name, await denied(`TRUNCATE ${name} CASCADE`)]).toEqual([name, '42501']);
      expect([name, await denied(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`)]).toEqual([name, '42501']);
      expect([name, await denied(`DROP TABLE ${name} CASCADE`)]).toEqual([name, '42501']);
    }
    for (const statement of [
      'CREATE TABLE mine (id int)',
      'CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1',
      'CREATE POLICY mine ON obligation USING (true)',
      'CREATE ROLE mine',
      `ALTER ROLE ${READER_ROLE} BYPASSRLS`,
      `COPY unit TO PROGRAM 'cat'`,
      `SELECT pg_read_file('/etc/hostname')`,
    ])
      expect([statement, await denied(statement)]).toEqual([statement, '42501']);
    const role = await database.pool.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin OR rolreplication AS strong
         FROM pg_roles WHERE rolname = '${READER_ROLE}'`,
    );
    expect(role.rows).toEqual([{ strong: false }]);
  });

  it('does not come back to its login where readers have a login of their own', async () => {
    const login = `reader_${randomBytes(6).toString('hex')}`;
    await database.pool.query(`CREATE ROLE ${login} LOGIN PASSWORD '${login}' IN ROLE ${READER_ROLE}`);
    const address = new URL(database.url);
    address.username = login;
    address.password = login;
    const own = createPool({ databaseUrl: address.toString(), max: 1, role: READER_ROLE });
    try {
      const pool = scopedPool(own, { unitId: WARD, onBehalfOf: null });
      expect(await denied('SET ROLE NONE', pool)).toBe('done');
      expect(await denied(`SET ROLE ${new URL(database.url).username || 'postgres'}`, pool)).toBe('42501');
      expect(await denied('SET SESSION AUTHORIZATION postgres', pool)).not.toBe('done');
      const { rows } = await pool.query<{ count: number }>('SELECT count(*) FROM obligation');
      expect(rows[0]?.count).toBe((await concerned('obligation', WARD)).length);
    } finally {
      await own.end();
      await database.pool.query(`DROP ROLE ${login}`);
    }
  });

  it('starts every connection anew: what one reader may see is not left to the next', async () => {
    const one = createPool({ databaseUrl: database.url, max: 1, role: READER_ROLE });
    try {
      const count = async (unitId: string | null) =>
        (await scopedPool(one, { unitId, onBehalfOf: null }).query('SELECT FROM obligation')).rowCount;
      const [all, ward] = [await count(null), await count(WARD)];
      expect(all).toBeGreaterThan(ward ?? 0);
      expect([await count('no-such-unit'), await count(WARD)]).toEqual([0, ward]);
      // a connection that nobody has spoken for yet
      const fresh = createPool({ databaseUrl: database.url, max: 1, role: READER_ROLE });
      expect((await fresh.query('SELECT FROM obligation')).rowCount).toBe(0);
      await fresh.end();
    } finally {
      await one.end();
    }
  });
});

/** Rows touched, rolled back; denied where the grant is missing already. */
async function attempt(scope: string, statement: string): Promise<number | 'denied'> {
  const client = await asUnit(scope).connect();
  try {
    await client.query('BEGIN');
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied';
    throw error;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
