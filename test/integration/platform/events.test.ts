import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listDefinitions, readEvents, seed, startCampaign } from '#acts';
import { emitEvent, findEvents, inTransaction } from '#db';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let campaignId: string;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'events');
  const ctx = { pool: database.pool, principal: operator };
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  const { items } = valueOf(await listDefinitions(ctx));
  const definitionId = items.find(({ key }) => key === 'bac-kan-2024')?.id ?? '';
  const start = { definitionId, mode: 'rehearsal', rootUnitId: '2024-district-058', parameters: {} } as const;
  campaignId = valueOf(await startCampaign(ctx, { ...start, startAt: '2024-11-20T01:00:00.000Z' })).id;
});
afterAll(() => database.drop());

const at = '2024-11-20T01:00:00.000Z';

describe('the event stream', () => {
  it('never skips an event whose transaction commits after a younger one', async () => {
    const { pool } = database;
    let cursor = (await everything(null)).at(-1)?.cursor ?? null;
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for (const { kind, cursor: position } of await everything(cursor)) {
        seen.push(kind);
        cursor = position;
      }
    };
    const committed = signal();
    const started = signal();
    // takes its transaction id first, inserts its event last, commits last
    const slow = inTransaction(pool, async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      started.resolve();
      await committed.promise;
      await emitEvent(tx, { campaignId, at, kind: 'slow' });
    });
    await started.promise;
    await inTransaction(pool, (tx) => emitEvent(tx, { campaignId, at, kind: 'fast' }));
    await read();
    expect(seen).toEqual([]);
    committed.resolve();
    await slow;
    await read();
    expect(seen).toEqual(['slow', 'fast']);
    await read();
    expect(seen).toHaveLength(2);
  });

  it('gives each of 400 events of 40 writers once, to a reader that reads all the while', async () => {
    const seen: string[] = [];
    let cursor = (await everything(null)).at(-1)?.cursor ?? null;
    let writing = true;
    const reader = (async () => {
      for (let again = true; again; ) {
        again = writing;
        const page = await findEvents(database.pool, { campaignId, scope: null, after: cursor, limit: 7 });
        if (page.length > 0) again = true;
        cursor = page.at(-1)?.cursor ?? cursor;
        seen.push(...page.map(({ kind }) => kind));
      }
    })();
    await Promise.all(
      Array.from({ length: 40 }, async (_, writer) => {
        for (let n = 0; n < 10; n += 1) {
          await inTransaction(database.pool, async (tx) => {
            await emitEvent(tx, { campaignId, at, kind: `w${writer}.${n}` });
            await tx.query('SELECT pg_sleep(random() * 0.01)');
          });
        }
      }),
    );
    writing = false;
    await reader;
    expect([seen.length, new Set(seen).size]).toEqual([400, 400]);
  });

  it('shows a commune what concerns it and not what concerns its neighbour', async () => {
    await inTransaction(database.pool, async (tx) => {
      await emitEvent(tx, { campaignId, at, kind: 'mine', unitId: '2024-commune-01840' });
      await emitEvent(tx, { campaignId, at, kind: 'theirs', unitId: '2024-commune-01834' });
      await emitEvent(tx, { campaignId, at, kind: 'everybody' });
    });
    const official = { ...operator, unitId: '2024-commune-01840' };
    const events = valueOf(
      await readEvents({ pool: database.pool, principal: official }, { campaignId, limit: 1000 }),
    );
    const kinds = events.map(({ kind }) => kind);
    expect([kinds.includes('mine'), kinds.includes('theirs'), kinds.includes('everybody')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('of a campaign out of scope, or unknown, is not found; a forged cursor is refused', async () => {
    const pool = database.pool;
    const stranger = { ...operator, unitId: '2024-province-01' };
    expect(codesOf(await readEvents({ pool, principal: stranger }, { campaignId }))).toEqual([
      'campaign.notFound',
    ]);
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x']) {
      expect(codesOf(await readEvents({ pool, principal: operator }, { campaignId: id }))).toEqual([
        'campaign.notFound',
      ]);
    }
    expect(codesOf(await readEvents({ pool, principal: operator }, { campaignId, after: '1' }))).toEqual([
      'api.badCursor',
    ]);
  });
});

const everything = (after: string | null) =>
  findEvents(database.pool, { campaignId, scope: null, after, limit: 1000 });

/** A promise that somebody else fulfils. */
function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
