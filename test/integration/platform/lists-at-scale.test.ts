import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { campaignBoard, listAudit, listNotices, listOfficials, listPosts, listTasks, searchAll } from '#acts';
import { type ConnectionPool, createPool, READER_ROLE, scopedPool } from '#db';
import type { Principal } from '#model';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';

/** Many of each: whoever reads a table from end to end for one page is seen. */
const FILLED = [
  `INSERT INTO unit (id, code, name, kind, parent_id, path) SELECT 'u' || n, 'u' || n, 'Xã thử số ' || n, 'commune',
     CASE WHEN n > 0 THEN 'u0' END, (CASE WHEN n = 0 THEN 'u0' ELSE 'u0.u' || n END)::ltree FROM generate_series(0, 3000) n`,
  `INSERT INTO person (id, subject, name) SELECT 'p' || n, 'p' || n, 'Cán bộ thử ' || n FROM generate_series(1, 12000) n`,
  `INSERT INTO post (id, unit_id, roles) SELECT md5('post' || n)::uuid, 'u' || n % 3001, '{clerk}' FROM generate_series(1, 12000) n`,
  `INSERT INTO post_holder (post_id, person_id) SELECT md5('post' || n)::uuid, 'p' || n FROM generate_series(1, 12000) n`,
  `INSERT INTO audit (actor, actor_unit_id, on_behalf_of, act, unit_id, prev_hash, hash, chain, seq)
     SELECT 'person:p' || 1 + (n - 1) % 12000, 'u' || n % 3001, CASE WHEN n % 50 = 0 THEN 'person:p' || 1 + n % 7000 END,
       'act.' || n % 10, 'u' || n % 3001, '', md5(n::text), 1, n FROM generate_series(1, 40000) n`,
  `INSERT INTO definition (id, key, title, draft, updated_by) VALUES (md5('d')::uuid, 'd', 'd', '{}', 'engine')`,
  `INSERT INTO definition_version (definition_id, version, body, hash, published_by) VALUES (md5('d')::uuid, 1, '{"nodes": []}', '', 'engine')`,
  `INSERT INTO campaign (id, definition_id, version, mode, title, root_unit_id, directive, plan, started_at, started_by)
     VALUES (md5('c')::uuid, md5('d')::uuid, 1, 'live', 'Đợt thử', 'u0', '{}', '{}', now(), 'engine')`,
  `INSERT INTO campaign_period (campaign_id, key, label, body, opens_at) VALUES (md5('c')::uuid, 'once', 'k', '{"dues": {"x": {}}}', now())`,
  `INSERT INTO campaign_assignment (campaign_id, seq, unit_id, unit_name, node_ids, chain, disseminator_unit_id, kind, due_key,
       acceptance, consolidates, task_ids)
     SELECT md5('c')::uuid, n, 'u' || n, 'Xã thử số ' || n, '{xa}', 'state', 'u0', 'report', 'x', 'official', false, '{}' FROM generate_series(1, 3000) n`,
  `INSERT INTO letter (kind, unit_id, campaign_id, period_key, state, document, chain, drafted_by, drafted_at, year, number, issued_at)
     SELECT 'chase', 'u' || 1 + n % 3000, md5('c')::uuid, 'once', 'issued', jsonb_build_object('codeNumber', n::text,
       'codeNotation', 'UBND-KT', 'system', 'state', 'subject', 'V/v đôn đốc việc số ' || n), '{}', 'engine', now(), 2026, n,
       now() - n * interval '1 minute' FROM generate_series(1, 12000) n`,
  `INSERT INTO notice (key, campaign_id, unit_id, kind, at) SELECT n::text, md5('c')::uuid, 'u' || n % 3001, 'opened', now() FROM generate_series(1, 12000) n`,
  'ANALYZE',
];

let database: OwnDatabase;
let readers: Pool;
beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'lists');
  for (const statement of FILLED) await database.pool.query(statement);
  readers = createPool({ databaseUrl: database.url, max: 1, role: READER_ROLE });
  // tables of this size are read as quickly without an index; larger ones are not
  await readers.query('SET enable_seqscan = off');
});
afterAll(async () => {
  await readers.end();
  await database.drop();
});

/** Of whoever may all in the unit; `wasted`: statements that looked at many rows for nothing. */
function reader(unitId: string) {
  const pool = scopedPool(readers, { unitId, onBehalfOf: null });
  const wasted: string[] = [];
  const query = async (
    asked: string | { readonly text: string; readonly values?: unknown[] },
    values?: unknown[],
  ) => {
    const statement = typeof asked === 'string' ? { text: asked, values: values ?? [] } : asked;
    const plan = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`, statement.values);
    const removed = JSON.stringify(plan.rows).matchAll(/"Rows Removed by [A-Za-z ]+":(\d+)/g);
    const rows = [...removed].reduce((sum, [, count]) => sum + Number(count), 0);
    if (rows > MANY) wasted.push(`${rows}: ${statement.text}`);
    return pool.query(statement.text, statement.values);
  };
  const principal: Principal = { ...operator, unitId };
  const explaining: ConnectionPool = {
    connect: () => pool.connect(),
    // the two forms of Queryable, handed on as they came
    query: query as ConnectionPool['query'],
    totalCount: 1,
  };
  return { ctx: { pool: explaining, principal }, wasted };
}
/** Fewer than any of the tables but that of units holds. */
const MANY = 5000;

it.each(['u0', 'u7'])(
  'pages, filters and searches in %s look at few rows besides those they show',
  async (unitId) => {
    const { ctx, wasted } = reader(unitId);
    const whole = unitId === 'u0';
    const people = valueOf(await listOfficials(ctx, {}));
    expect(people.items.length).toBe(whole ? 50 : 4);
    if (people.nextCursor !== null) valueOf(await listOfficials(ctx, { cursor: people.nextCursor }));
    const found = valueOf(await listOfficials(ctx, { q: 'can bo thu 3008' })).items;
    expect(found.map(({ name }) => name)).toEqual(['Cán bộ thử 3008']);
    expect(valueOf(await listOfficials(ctx, { unitId: 'u7' })).items.length).toBe(4);
    expect(
      valueOf(await listPosts(reader(unitId).ctx, { q: 'can bo thu 3008' })).items.map(
        ({ unitId: of }) => of,
      ),
    ).toEqual(['u7']);

    for (const filter of [
      {},
      { act: 'act.7' },
      { actor: 'person:p8' },
      { person: 'can bo thu 3008' },
      { person: 'can bo thu 3008', act: 'act.7' },
      { unitId: 'u7' },
      { cursor: 20_000 },
      { from: '2020-01-01', to: '2020-01-02' },
    ])
      valueOf(await listAudit(ctx, filter));
    const own = valueOf(await listAudit(ctx, { person: 'can bo thu 3008' })).items;
    expect(new Set(own.flatMap((row) => [row.actor, row.onBehalfOf]))).toContain('person:p3008');

    const { letters } = valueOf(await searchAll(ctx, '3006/UBND-KT'));
    expect(letters.map(({ documentCode }) => documentCode)).toEqual(['3006/UBND-KT']);
    expect(valueOf(await searchAll(ctx, 'don doc')).letters.length).toBe(whole ? 10 : 4);
    valueOf(await listNotices(ctx, { kind: 'revision' }));
    valueOf(await listTasks(ctx, {}));
    expect(wasted).toEqual([]);
  },
);

it('the board of three thousand units asks about the units that are named, not about all below', async () => {
  const { ctx } = reader('u0');
  await readers.query(`SET statement_timeout = '15s'`);
  const board = valueOf(await campaignBoard(ctx, { campaignId: CAMPAIGN, periodKey: 'once' }));
  expect(board.periods[0]?.unopened).toBe(3000);
  const one = valueOf(await campaignBoard(reader('u7').ctx, { campaignId: CAMPAIGN, periodKey: 'once' }));
  expect(one.periods[0]?.unopened).toBe(1);
});

/** md5('c') */
const CAMPAIGN = '4a8a08f0-9d37-b737-9564-9038408b5f33';
