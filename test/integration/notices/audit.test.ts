import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFits, listAudit, verifyAudit } from '#acts';
import { audit, inTransaction } from '#db';
import { bacKan, type CampaignScene, officialOf } from '../../harness/campaign-scene.ts';
import { Colleague } from '../../harness/colleague.ts';
import { ownApi } from '../../harness/own-api.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

const CITY = '2024-district-058';
const WARD = '2024-commune-01840';

let database: OwnDatabase;
let its: CampaignScene;
beforeAll(async () => {
  database = await seededDatabase('reader');
  its = await bacKan(database.pool);
  await its.report(WARD);
  // the ward's officer, away, is stood in for by the city's clerk
  await inTransaction(database.pool, async (tx) => {
    await tx.query(`SELECT set_config('cascade.on_behalf_of', 'person:vd-can-bo-duc-xuan', true)`);
    await audit(tx, {
      actor: 'person:vd-van-thu-bk',
      actorUnitId: WARD,
      act: 'obligation.acknowledged',
      campaignId: its.campaignId,
      unitId: WARD,
      subject: (await its.owed(WARD)).id,
      before: { status: 'open' },
      after: { status: 'acknowledged' },
    });
  });
});
afterAll(() => database.drop());

const auditor = () => ({ ...its.ctx, principal: officialOf(CITY, ['auditor']) });
const entries = async (query: Parameters<typeof listAudit>[1], ctx = auditor()) =>
  valueOf(await listAudit(ctx, query)).items;

describe('the reader of the trail', () => {
  it('names who acted and for whom, and the obligation whose deadline can be asked about', async () => {
    const [entry] = await entries({ act: 'obligation.acknowledged' });
    expect(entry).toMatchObject({
      actorName: 'Ví dụ: văn thư UBND thành phố Bắc Kạn',
      onBehalfOfName: 'Ví dụ: cán bộ UBND phường Đức Xuân',
      unitName: 'Phường Đức Xuân',
      obligationId: (await its.owed(WARD)).id,
    });
  });

  it('finds a person by part of the name without accents, in either place', async () => {
    for (const person of ['van thu', 'can bo UBND phuong duc xuan'])
      expect((await entries({ person })).map(({ act }) => act)).toEqual(['obligation.acknowledged']);
    expect(await entries({ person: '%' })).toEqual([]);
  });

  it('narrows by unit with those below it, by campaign, by act and by day', async () => {
    const own = await entries({ unitId: CITY });
    const below = await entries({ unitId: CITY, below: true, limit: 500 });
    expect(below.length).toBeGreaterThan(own.length);
    expect(new Set(below.map(({ unitId }) => unitId))).toContain(WARD);
    expect(await entries({ campaignId: '00000000-0000-4000-8000-000000000000' })).toEqual([]);
    expect((await entries({ act: 'report.submitted' })).map(({ unitId }) => unitId)).toEqual([WARD]);
    const today = below[0]?.at ?? '';
    const civil = (days: number) =>
      new Date(Date.parse(today) + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    expect((await entries({ from: civil(0), to: civil(0), limit: 500 })).length).toBe(
      (await entries({ limit: 500 })).length,
    );
    expect(await entries({ from: civil(1) })).toEqual([]);
    expect(await entries({ to: civil(-1) })).toEqual([]);
    expect(codesOf(await listAudit(auditor(), { from: '2024-02-30' }))).toEqual(['schedule.impossibleDate']);
  });

  it('shows a unit only what concerns its subtree, and nothing without the right to read it', async () => {
    const ward = { ...its.ctx, principal: officialOf(WARD, ['auditor']) };
    const seen = await entries({ limit: 500 }, ward);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ unitId, actorUnitId }) => [unitId, actorUnitId].includes(WARD))).toBe(true);
    expect(codesOf(await listAudit({ ...its.ctx, principal: officialOf(WARD) }))).toEqual(['api.forbidden']);
  });

  it('exports what the filter lets through, and says so when that is too much', async () => {
    const api = await ownApi({ DATABASE_URL: database.url });
    try {
      const auditorOfTheCity = await new Colleague(api.url).signIn(/value="vd-kiem-tra-bk"/);
      const { bytes } = await auditorOfTheCity.file(`/api/audit/export?campaign=${its.campaignId}`);
      const ids = [...bytes.toString().matchAll(/^(\d+),/gm)].map(([, id]) => Number(id));
      const shown = await entries({ campaignId: its.campaignId, limit: 500 });
      expect(ids).toEqual(shown.map(({ id }) => id));
    } finally {
      await api.close();
    }
    expect(codesOf(await auditFits(auditor(), {}, 2))).toEqual(['audit.tooMany']);
    expect(codesOf(await auditFits(auditor(), { to: '2024-02-30' }, 2))).toEqual(['schedule.impossibleDate']);
  });
});

describe('the verifier', () => {
  it('finds a second name that was altered, taken away or put in', async () => {
    const verify = async () => valueOf(await verifyAudit(auditor()));
    expect((await verify()).intact).toBe(true);
    const [entry] = await entries({ act: 'obligation.acknowledged' });
    const other = await entries({ act: 'report.submitted' });
    for (const [id, name] of [
      [entry?.id, `'person:vd-lanh-dao-bk'`],
      [entry?.id, 'NULL'],
      [other[0]?.id, `'person:vd-lanh-dao-bk'`],
    ]) {
      const client = await database.pool.connect();
      try {
        // as somebody with the rights of the database's owner would, and back again
        await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
        await client.query(`UPDATE audit SET on_behalf_of = ${name} WHERE id = $1`, [id]);
        await client.query('COMMIT');
        expect((await verify()).firstBroken).toMatchObject({ id, reason: 'altered' });
        await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
        await client.query(
          `UPDATE audit SET on_behalf_of = CASE WHEN id = $1 THEN 'person:vd-can-bo-duc-xuan' END WHERE id = ANY($2)`,
          [entry?.id, [id]],
        );
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    }
    expect((await verify()).intact).toBe(true);
  });

  it('runs once at a time', async () => {
    const client = await database.pool.connect();
    try {
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('audit verification'))`);
      expect(codesOf(await verifyAudit(auditor()))).toEqual(['audit.verificationInProgress']);
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    expect(valueOf(await verifyAudit(auditor())).intact).toBe(true);
  });
});
