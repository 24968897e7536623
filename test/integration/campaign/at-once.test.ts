import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptReport,
  consolidateNode,
  disseminateNode,
  listObligations,
  observeNode,
  openPeriod,
  settle,
  startCampaign,
  submitReport,
  takeTouched,
  touchRestless,
  worthWaking,
} from '#acts';
import {
  bacKan,
  CITY,
  CONSOLIDATOR,
  definitionNamed,
  officialOf,
  PERIOD,
  reportInput,
  START,
} from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await seededDatabase('at_once');
});
afterAll(() => database.drop());

const together = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));
const count = async (table: string, campaignId: string): Promise<number> => {
  const found = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE campaign_id = $1`,
    [campaignId],
  );
  return found.rows[0]?.n ?? -1;
};

describe('many at once', () => {
  it('starts one campaign from twenty identical calls', async () => {
    const ctx = { pool: database.pool, principal: operator };
    const definitionId = await definitionNamed(database.pool, 'bac-kan-2024');
    const input = {
      definitionId,
      mode: 'rehearsal',
      rootUnitId: CITY,
      startAt: START,
      idempotencyKey: 'twenty',
    } as const;
    const started = await together(20, () => startCampaign(ctx, input));
    expect(new Set(started.map((each) => valueOf(each).id)).size).toBe(1);
  });

  it('does each step of the engine once, however often it is asked for', async () => {
    const { campaignId } = await bacKan(database.pool);
    const root = { campaignId, periodKey: PERIOD, unitId: CITY };
    const before = [
      await count('obligation', campaignId),
      await count('notice', campaignId),
      await count('campaign_node', campaignId),
    ];
    await together(20, async () => {
      await openPeriod(database.pool, { campaignId, periodKey: PERIOD });
      await disseminateNode(database.pool, root);
      await observeNode(database.pool, root);
      await consolidateNode(database.pool, { ...root, unitId: CONSOLIDATOR });
    });
    const after = [
      await count('obligation', campaignId),
      await count('notice', campaignId),
      await count('campaign_node', campaignId),
    ];
    expect(after).toEqual(before);
    expect(await count('consolidation', campaignId)).toBe(0);
  });

  it('loses none of the reports that arrive while the node applies its deadline', async () => {
    const { campaignId, driver, reporters, owed, ctx } = await bacKan(database.pool);
    const units = await reporters();
    const ids = await Promise.all(units.map(async (unitId) => (await owed(unitId)).id));
    await driver.advance(campaignId, { to: '2024-12-07T16:59:59.000Z' });
    await database.pool.query(`UPDATE campaign SET clock_at = '2024-12-07T17:00:00Z' WHERE id = $1`, [
      campaignId,
    ]);
    const node = { campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    const [submitted] = await Promise.all([
      Promise.all(ids.map((obligationId) => submitReport(ctx, { obligationId, input: reportInput() }))),
      together(10, () => observeNode(database.pool, node)),
    ]);
    expect(submitted.map(codesOf)).toEqual(ids.map(() => []));
    await driver.settleAll();
    const { items } = valueOf(await listObligations(ctx, { campaignId, collectorUnitId: CONSOLIDATOR }));
    expect(items.map(({ status, version }) => `${status} ${version}`)).toEqual(ids.map(() => 'submitted 1'));
    const overdue = await database.pool.query(
      `SELECT obligation_id FROM notice WHERE campaign_id = $1 AND kind = 'overdue'`,
      [campaignId],
    );
    expect(new Set(overdue.rows.map((row) => row['obligation_id'])).size).toBe(overdue.rows.length);
  });

  it('lets one of two officials decide; the other is told of the conflict', async () => {
    const { reporters, report, owed } = await bacKan(database.pool);
    const [unitId = ''] = await reporters();
    await report(unitId);
    const { id, version: no, revision: expectedRevision } = await owed(unitId);
    const ctx = { pool: database.pool, principal: officialOf(CONSOLIDATOR) };
    const decided = await together(2, () => acceptReport(ctx, { obligationId: id, no, expectedRevision }));
    expect(decided.map((each) => codesOf(each).join()).sort()).toEqual(['', 'obligation.conflict']);
  });
});

describe('the relay', () => {
  it('wakes a node for the report that completes it, not for those before', async () => {
    const { campaignId, driver, reporters, report, accept } = await bacKan(database.pool);
    const units = await reporters();
    const last = units.at(-1) ?? '';
    for (const unitId of units) if (unitId !== last) await report(unitId);
    for (const unitId of units) if (unitId !== last) await accept(unitId);
    const [touched, ...rest] = (await takeTouched(database.pool, 500)).filter(
      (each) => each.campaignId === campaignId,
    );
    expect(rest).toEqual([]);
    expect(touched?.unitId).toBe(CONSOLIDATOR);
    if (touched === undefined) return;
    expect(await worthWaking(database.pool, touched)).toBeNull();
    await settle(database.pool, touched);
    await report(last);
    await accept(last);
    const [again] = (await takeTouched(database.pool, 500)).filter((each) => each.campaignId === campaignId);
    expect(again && (await worthWaking(database.pool, again))).toMatchObject({
      kind: 'node',
      node: { unitId: CONSOLIDATOR },
    });
    if (again) await settle(database.pool, again);
    await touchRestless(database.pool, 0);
    await driver.settleAll();
    expect(await count('consolidation', campaignId)).toBe(1);
  });

  it('gives a claimed row to one relay only, and again when that one has died', async () => {
    const { campaignId, reporters, report } = await bacKan(database.pool);
    const [unitId = ''] = await reporters();
    await report(unitId);
    const mine = (each: { campaignId: string }): boolean => each.campaignId === campaignId;
    const claims = await together(5, () => takeTouched(database.pool, 500));
    expect(claims.flat().filter(mine)).toHaveLength(1);
    expect((await takeTouched(database.pool, 500)).filter(mine)).toEqual([]);
    await database.pool.query(
      `UPDATE outbox SET taken_at = taken_at - interval '16 seconds' WHERE campaign_id = $1`,
      [campaignId],
    );
    expect((await takeTouched(database.pool, 500)).filter(mine)).toHaveLength(1);
  });
});
