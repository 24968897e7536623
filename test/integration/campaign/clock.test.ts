import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCampaign, moveClock, startCampaign, stepClocks } from '#acts';
import { bacKan, CITY, START } from '../../harness/campaign-scene.ts';
import { publishDrawing } from '../../harness/drawing.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await seededDatabase('clock');
});
afterAll(() => database.drop());

describe('the rehearsal clock', () => {
  it('goes from due instant to due instant and says what happened at each', async () => {
    const { campaignId, driver, ctx } = await bacKan(database.pool);
    const now = async (): Promise<string> => valueOf(await getCampaign(ctx, campaignId)).now;
    await driver.advance(campaignId, { events: 1 });
    expect(await now()).toBe('2024-12-05T01:00:00.000Z');
    await driver.advance(campaignId, { events: 2 });
    expect(await now()).toBe('2024-12-09T01:00:00.000Z');
    const told = await database.pool.query<{ kind: string; at: string; n: number }>(
      `SELECT kind, at, count(*)::int AS n FROM notice WHERE campaign_id = $1 AND kind IN ('reminder', 'overdue') GROUP BY 1, 2 ORDER BY 2`,
      [campaignId],
    );
    expect(told.rows).toEqual([
      { kind: 'reminder', at: '2024-12-05T01:00:00.000Z', n: 14 },
      { kind: 'overdue', at: '2024-12-07T17:00:00.000Z', n: 14 },
    ]);
    // Then only the end of the window of the tasks is left.
    await driver.advance(campaignId, { toEnd: true });
    expect(await now()).toBe('2024-12-31T17:00:00.000Z');
  });

  it('never goes back, and asks for one target', async () => {
    const { campaignId, ctx } = await bacKan(database.pool);
    expect(codesOf(await moveClock(ctx, { campaignId, to: '2024-11-19T00:00:00.000Z' }))).toEqual([
      'clock.backwards',
    ]);
    expect(codesOf(await moveClock(ctx, { campaignId }))).toEqual(['clock.oneTarget']);
    expect(codesOf(await moveClock(ctx, { campaignId, events: 1, toEnd: true }))).toEqual([
      'clock.oneTarget',
    ]);
    expect(codesOf(await moveClock(ctx, { campaignId, to: 'mai' }))).toEqual(['clock.impossible']);
  });

  it('waits while anything is under way', async () => {
    const { campaignId, ctx } = await bacKan(database.pool);
    await database.pool.query(
      `UPDATE campaign_node SET rests = false WHERE campaign_id = $1 AND unit_id = $2`,
      [campaignId, CITY],
    );
    valueOf(await moveClock(ctx, { campaignId, toEnd: true }));
    expect(await stepClocks(database.pool)).toBe(0);
    await database.pool.query(`UPDATE campaign_node SET rests = true WHERE campaign_id = $1`, [campaignId]);
    expect(await stepClocks(database.pool)).toBe(1);
    expect(await stepClocks(database.pool)).toBe(0);
  });

  it('of a live campaign cannot be moved, not even in the table', async () => {
    const ctx = { pool: database.pool, principal: operator };
    // A live start is now, whenever the test runs: so without any date that could have passed.
    const definitionId = await publishDrawing(database.pool, {
      key: 'khong-han',
      title: 'Không có hạn',
      nodes: [
        { id: 'tinh', name: 'Tỉnh', parent: null, select: { kind: 'root' } },
        {
          id: 'xa',
          name: 'Xã',
          parent: 'tinh',
          select: { kind: 'ofKind', unitKinds: ['commune'] },
          tasks: [{ id: 'biet', text: 'Quán triệt' }],
        },
      ],
    });
    const input = { definitionId, mode: 'live', rootUnitId: '2025-province-01' } as const;
    expect(codesOf(await startCampaign(ctx, { ...input, startAt: START }))).toEqual([
      'campaign.liveStartsNow',
    ]);
    const live = await startCampaign(ctx, input);
    if (!live.ok) throw new Error(JSON.stringify(live.problems));
    expect(codesOf(await moveClock(ctx, { campaignId: live.value.id, toEnd: true }))).toEqual(['clock.live']);
    const byHand = database.pool.query('UPDATE campaign SET clock_target = now() WHERE id = $1', [
      live.value.id,
    ]);
    await expect(byHand).rejects.toThrow('campaign');
  });
});
