import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inTransaction, migrate } from '#db';
import { problem, refuse } from '#model';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'transaction');
  await database.pool.query('CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)');
  await database.pool.query('INSERT INTO tally VALUES (1, 0), (2, 0)');
});
afterAll(() => database.drop());

const tallies = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ n: number }>('SELECT n FROM tally ORDER BY id');
  return rows.map(({ n }) => n);
};

describe('values from PostgreSQL', () => {
  it('are instants with Z, civil dates, safe numbers and exact decimals', async () => {
    const { rows } = await database.pool.query(
      `SELECT '2024-12-08 00:00:00+07'::timestamptz AS instant, '2024-12-08'::date AS day, 9007199254740991 AS big,
              1.10::numeric(10,2) AS exact, ARRAY['2024-12-05 08:00+07', NULL]::timestamptz[] AS instants,
              ARRAY['2024-12-08']::date[] AS days, '{}'::timestamptz[] AS none`,
    );
    expect(rows[0]).toEqual({
      instant: '2024-12-07T17:00:00.000Z',
      day: '2024-12-08',
      big: 9_007_199_254_740_991,
      exact: '1.10',
      instants: ['2024-12-05T01:00:00.000Z', null],
      days: ['2024-12-08'],
      none: [],
    });
    await expect(database.pool.query('SELECT 9007199254740993::bigint')).rejects.toThrow(RangeError);
  });
});

describe('a transaction', () => {
  it('writes nothing when it ends in a refusal', async () => {
    const result = await inTransaction(database.pool, async (tx) => {
      await tx.query('UPDATE tally SET n = 99');
      return refuse(problem('test.refused'));
    });
    expect([result.ok, await tallies()]).toEqual([false, [0, 0]]);
  });

  it('is tried again after a deadlock, until both sides have done their work', async () => {
    const addInOrder = (first: number, second: number) =>
      inTransaction(database.pool, async (tx) => {
        await tx.query('UPDATE tally SET n = n + 1 WHERE id = $1', [first]);
        await tx.query('SELECT pg_sleep(0.2)');
        await tx.query('UPDATE tally SET n = n + 1 WHERE id = $1', [second]);
      });
    await Promise.all([addInOrder(1, 2), addInOrder(2, 1)]);
    expect(await tallies()).toEqual([2, 2]);
  });

  it('inside another one is undone alone, and with the outer one', async () => {
    await inTransaction(database.pool, async (tx) => {
      await tx.query('UPDATE tally SET n = 10');
      const inner = inTransaction(tx, async (own) => {
        await own.query('UPDATE tally SET n = 20');
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
      expect((await tx.query<{ n: number }>('SELECT n FROM tally')).rows.map(({ n }) => n)).toEqual([10, 10]);
      return refuse(problem('test.refused'));
    });
    expect(await tallies()).toEqual([2, 2]);
  });
});

describe('migrating', () => {
  it('is safe for two that start together, and has nothing to do the second time', async () => {
    const { rows } = await database.pool.query<{ name: string }>('SELECT current_database() AS name');
    const url = new URL(inject('stack').databaseUrl);
    url.pathname = `/${rows[0]?.name}`;
    expect(await Promise.all([migrate(url.toString()), migrate(url.toString())])).toEqual([[], []]);
  });
});
