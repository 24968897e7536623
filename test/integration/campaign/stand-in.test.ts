import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignLevels, getCampaign, listAudit, standIn, type StoodIn } from '#acts';
import { bacKan, CITY, CONSOLIDATOR, officialOf, PERIOD } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await seededDatabase('stand_in');
});
afterAll(() => database.drop());

type Scene = Awaited<ReturnType<typeof bacKan>>;

/** Until nobody of those who answer by then has anything left to do. */
async function allOf({ ctx, campaignId, driver }: Scene, by: string, share = 100): Promise<StoodIn[]> {
  const rounds: StoodIn[] = [];
  for (;;) {
    const done = valueOf(await standIn(ctx, { campaignId, share, by }));
    await driver.settleAll();
    rounds.push(done);
    const { disseminated, acknowledged, reported, accepted, signed } = done;
    if (disseminated + acknowledged + reported + accepted + signed === 0) return rounds;
  }
}

describe('standing in for the units of a rehearsal', () => {
  it('plays document 001 to its end: passed on, reported, accepted and signed up to the city', async () => {
    const scene = await bacKan(database.pool);
    await allOf(scene, '2024-12-08T00:00:00.000Z');
    const levels = valueOf(await campaignLevels(scene.ctx, scene.campaignId, PERIOD));
    expect(levels.filter(({ waiting, late }) => waiting > 0 || late > 0)).toEqual([]);
    const { counts } = valueOf(await getCampaign(scene.ctx, scene.campaignId));
    expect(counts.done).toBe(counts.opened);
    const { items } = valueOf(await listAudit(scene.ctx, { campaignId: scene.campaignId, limit: 100 }));
    expect(items.map(({ act }) => act)).toContain('rehearsal.stoodIn');
  });

  it('leaves the others silent, so that their deadlines are seen to pass', async () => {
    const scene = await bacKan(database.pool);
    await allOf(scene, '2024-12-08T00:00:00.000Z', 50);
    await scene.driver.advance(scene.campaignId, { to: '2024-12-08T02:00:00.000Z' });
    const { counts } = valueOf(await getCampaign(scene.ctx, scene.campaignId));
    expect(counts.overdue).toBeGreaterThan(2);
    expect(counts.done).toBeGreaterThan(2);
  });

  it('is for whoever may move the clock: the unit that started it, and nobody below', async () => {
    const { campaignId } = await bacKan(database.pool);
    const act = { campaignId, share: 100, by: '2024-12-08T00:00:00.000Z' };
    const as = (unitId: string, roles: Parameters<typeof officialOf>[1]) =>
      standIn({ pool: database.pool, principal: officialOf(unitId, roles) }, act);
    expect(codesOf(await as(CONSOLIDATOR, ['leader']))).toEqual(['api.forbidden']);
    expect(codesOf(await as(CITY, ['clerk']))).toEqual(['api.forbidden']);
    expect((await as(CITY, ['designer'])).ok).toBe(true);
  });

  it('is refused in a live campaign, whoever asks', async () => {
    const { campaignId, ctx } = await bacKan(database.pool);
    await database.pool.query(
      `UPDATE campaign SET mode = 'live', clock_at = NULL, clock_target = NULL WHERE id = $1`,
      [campaignId],
    );
    const refused = await standIn(ctx, { campaignId, share: 100, by: '2024-12-08T00:00:00.000Z' });
    expect(codesOf(refused)).toEqual(['rehearsal.live']);
  });
});
