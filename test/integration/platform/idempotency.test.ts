import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ActContext, type Answer, withIdempotency } from '#acts';
import { forgetIdempotentBefore, inTransaction } from '#db';
import { problem, refuse } from '#model';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let ctx: ActContext;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'idempotency');
  ctx = { pool: database.pool, principal: operator };
  await database.pool.query('CREATE TABLE done (what text)');
});
afterAll(() => database.drop());

const request = (key: string, body: unknown = { a: 1, b: 2 }) => ({
  key,
  method: 'POST',
  path: '/api/x',
  body,
});
const effects = async (what: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(
    'SELECT count(*) AS n FROM done WHERE what = $1',
    [what],
  );
  return rows[0]?.n ?? 0;
};
const act =
  (what: string) =>
  async ({ pool }: ActContext): Promise<Answer> => {
    await inTransaction(pool, (tx) => tx.query('INSERT INTO done VALUES ($1)', [what]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { status: 201, body: { what } };
  };

describe('an idempotency key', () => {
  it('lets 20 parallel identical calls have one effect and one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => withIdempotency(ctx, request('parallel'), act('parallel'))),
    );
    const values = answers.map(valueOf);
    expect(new Set(values.map(({ status, body }) => JSON.stringify([status, body])))).toHaveLength(1);
    expect(values.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await effects('parallel')).toBe(1);
  });

  it('takes the same body in another order of keys for the same request, and refuses another body', async () => {
    await withIdempotency(ctx, request('body', { a: 1, b: 2 }), act('body'));
    expect(valueOf(await withIdempotency(ctx, request('body', { b: 2, a: 1 }), act('body'))).replayed).toBe(
      true,
    );
    expect(codesOf(await withIdempotency(ctx, request('body', { a: 2, b: 2 }), act('body')))).toEqual([
      'api.idempotencyMismatch',
    ]);
    expect(await effects('body')).toBe(1);
  });

  it('belongs to one principal', async () => {
    await withIdempotency(ctx, request('whose'), act('whose'));
    const other = { ...ctx, principal: { ...operator, id: 'service:other' } };
    expect(valueOf(await withIdempotency(other, request('whose'), act('whose'))).replayed).toBe(false);
    expect(await effects('whose')).toBe(2);
  });

  it('keeps a refusal as the answer, without anything the act had written', async () => {
    const refusing = async ({ pool }: ActContext): Promise<Answer> => {
      const result = await inTransaction(pool, async (tx) => {
        await tx.query(`INSERT INTO done VALUES ('refused')`);
        return refuse(problem('test.refused'));
      });
      return { status: 422, body: result };
    };
    expect(valueOf(await withIdempotency(ctx, request('refused'), refusing)).status).toBe(422);
    const again = valueOf(await withIdempotency(ctx, request('refused'), act('refused')));
    expect([again.status, again.replayed, await effects('refused')]).toEqual([422, true, 0]);
  });

  it('is forgotten after the days for which answers are kept, and not before', async () => {
    await withIdempotency(ctx, request('old'), act('old'));
    await withIdempotency(ctx, request('young'), act('young'));
    const aged = `UPDATE idempotency SET created_at = now() - make_interval(days => $2) WHERE key = $1`;
    await database.pool.query(aged, [request('old').key, 31]);
    await database.pool.query(aged, [request('young').key, 29]);
    expect(await forgetIdempotentBefore(database.pool, 30)).toBe(1);
    expect(valueOf(await withIdempotency(ctx, request('old'), act('old'))).replayed).toBe(false);
    expect(valueOf(await withIdempotency(ctx, request('young'), act('young'))).replayed).toBe(true);
  });

  it('is free again after an error, whose work is undone', async () => {
    const failing = async ({ pool }: ActContext): Promise<Answer> => {
      await inTransaction(pool, (tx) => tx.query(`INSERT INTO done VALUES ('failed')`));
      throw new Error('power cut');
    };
    await expect(withIdempotency(ctx, request('failed'), failing)).rejects.toThrow('power cut');
    expect(valueOf(await withIdempotency(ctx, request('failed'), act('failed'))).replayed).toBe(false);
    expect(await effects('failed')).toBe(1);
  });
});
