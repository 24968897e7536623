import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { verifyAudit } from '#acts';
import { type AuditHead, audit, inTransaction } from '#db';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
beforeEach(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'audit');
});
afterEach(() => database.drop());

const verify = async (known: readonly AuditHead[] = []) =>
  valueOf(await verifyAudit({ pool: database.pool, principal: operator }, known));

const append = (n: number): Promise<void> =>
  inTransaction(database.pool, async (tx) => {
    await audit(tx, { actor: 'engine', act: 'test.done', subject: String(n), after: { n, text: 'Đã nhận' } });
  });

/** Twelve rows in one chain: written one after the other, always the first free chain is taken. */
async function twelve(): Promise<number[]> {
  for (let n = 0; n < 12; n += 1) await append(n);
  const { rows } = await database.pool.query<{ id: number; chain: number }>(
    'SELECT id, chain FROM audit ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

/** As somebody with the rights of the database's owner would. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(statement, values);
  } finally {
    await client.query(`SET session_replication_role = origin`);
    client.release();
  }
}

describe('the audit trail', () => {
  it('fits together after many transactions at once, several entries each, some rolled back', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        inTransaction(database.pool, async (tx) => {
          await audit(tx, { actor: 'engine', act: 'test.first', after: { n } });
          await audit(tx, { actor: 'engine', act: 'test.second', before: { n } });
          if (n % 5 === 0) throw new Error('rolled back');
        }).catch(() => undefined),
      ),
    );
    expect(await verify()).toMatchObject({ intact: true, rows: 96, firstBroken: null });
  });

  it('refuses to be altered, deleted or emptied', async () => {
    await append(1);
    for (const statement of [`UPDATE audit SET actor = 'x'`, 'DELETE FROM audit', 'TRUNCATE audit']) {
      await expect(database.pool.query(statement)).rejects.toThrow('append-only');
    }
  });

  it('names the first altered row', async () => {
    const ids = await twelve();
    await tamper(`UPDATE audit SET after = '{"n":7,"text":"khác"}' WHERE id = ANY($1)`, [[ids[7], ids[9]]]);
    expect((await verify()).firstBroken).toMatchObject({ id: ids[7], reason: 'altered' });
  });

  it('names the row behind a deleted one', async () => {
    const ids = await twelve();
    await tamper('DELETE FROM audit WHERE id = $1', [ids[4]]);
    expect((await verify()).firstBroken).toMatchObject({ id: ids[5], reason: 'gap' });
  });

  it('names the first of two rows that changed places', async () => {
    const ids = await twelve();
    const swap = `UPDATE audit a SET seq = -b.seq FROM audit b WHERE a.id IN ($1, $2) AND b.id IN ($1, $2) AND a.id <> b.id`;
    await tamper(swap, [ids[2], ids[3]]);
    await tamper('UPDATE audit SET seq = -seq WHERE seq < 0');
    expect((await verify()).firstBroken).toMatchObject({ id: ids[2], reason: 'unlinked' });
  });

  it('names an inserted row', async () => {
    const ids = await twelve();
    await tamper(
      `INSERT INTO audit OVERRIDING SYSTEM VALUE
       SELECT 1000, at, actor, actor_unit_id, 'forged', campaign_id, unit_id, subject, before, after, prev_hash,
              'forged-' || hash, chain, seq + 100 FROM audit WHERE id = $1`,
      [ids[5]],
    );
    expect((await verify()).firstBroken).toMatchObject({ id: 1000, reason: 'gap' });
  });

  it('misses its end when rows are cut off, and with earlier heads even when the chain head is forged too', async () => {
    const ids = await twelve();
    const { heads } = await verify();
    const { rows } = await database.pool.query<{ chain: number }>('SELECT chain FROM audit WHERE id = $1', [
      ids[11],
    ]);
    const chain = rows[0]?.chain ?? 0;
    await tamper(
      'DELETE FROM audit WHERE chain = $1 AND seq = (SELECT max(seq) FROM audit WHERE chain = $1)',
      [chain],
    );
    expect((await verify()).firstBroken).toMatchObject({ chain, reason: 'missingTail' });
    await tamper(
      `UPDATE audit_chain c SET (seq, hash) = (SELECT coalesce(max(seq), 0), coalesce((array_agg(hash ORDER BY seq DESC))[1], '')
         FROM audit a WHERE a.chain = c.chain) WHERE chain = $1`,
      [chain],
    );
    expect((await verify()).intact).toBe(true);
    expect((await verify(heads)).firstBroken).toMatchObject({ chain, reason: 'differsFromHead' });
  });
});
