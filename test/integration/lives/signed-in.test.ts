import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Colleague } from '../../harness/colleague.ts';
import { listAll, type Rehearsal, startDocument001 } from './rehearsal.ts';
import type { Campaign, Notice, Obligation, Page } from './shapes.ts';

const COLLECTOR = 'bk-phong-kinh-te';
const WARD = '2024-commune-01840';
const OTHER_WARD = '2024-commune-01843';

let its: Rehearsal;
/** Obligation of each unit of the campaign. */
let owed: ReadonlyMap<string, string>;

const signedIn = (who: RegExp) => new Colleague(inject('stack').apiUrl).signIn(who);

async function unitsSeenBy(official: Colleague): Promise<readonly string[]> {
  const found = await official.get<Page<Obligation>>(`/api/obligations?campaign=${its.id}&limit=200`);
  return found.body.items.map(({ unitId }) => unitId);
}

beforeAll(async () => {
  its = await startDocument001();
  const all = await listAll<Obligation>(`/api/obligations?campaign=${its.id}`);
  owed = new Map(all.map(({ unitId, id }) => [unitId, id]));
});

const of = (unit: string): string => `/api/obligations/${owed.get(unit) ?? ''}`;
const figures = {
  values: { 'so-bang-ron': 1, 'so-tin-bai': 1, 'so-co-so': 1, 'kinh-phi': 1 },
};

describe('an official of one ward, signed in', () => {
  let official: Colleague;
  beforeAll(async () => {
    official = await signedIn(/Đức Xuân/);
  });

  it('sees the tasks of that ward and of nobody else', async () => {
    expect(await unitsSeenBy(official)).toEqual([WARD]);
    expect((await official.get(of(WARD))).status).toBe(200);
    expect((await official.get(of(OTHER_WARD))).status).toBe(404);
    const notices = await official.get<Page<Notice>>(`/api/notices?campaign=${its.id}&limit=200`);
    expect(new Set(notices.body.items.map(({ unitId }) => unitId))).toEqual(new Set([WARD]));
    const campaigns = await official.get<Page<Campaign>>('/api/campaigns?limit=200');
    expect(campaigns.body.items.map(({ id }) => id)).toContain(its.id);
  });

  it('does not learn the figures of the others, nor of the whole', async () => {
    for (const path of [
      'state',
      `periods/once/units/${COLLECTOR}/provisional`,
      `periods/once/units/${COLLECTOR}/consolidations`,
    ]) {
      expect((await official.get(`/api/campaigns/${its.id}/${path}`)).status).toBe(404);
    }
    const { body } = await official.get<{ counts: Record<string, number> }>(`/api/campaigns/${its.id}`);
    expect(body.counts).toMatchObject({ units: 1, planned: 1, opened: 1 });
    const levels = await official.get<{ items: { units: number }[] }>(
      `/api/campaigns/${its.id}/levels?period=once`,
    );
    expect(levels.body.items.map(({ units }) => units)).toEqual([1]);
    const tree = await official.get<{ units: { unitId: string }[] }>(
      `/api/campaigns/${its.id}/tree?period=once`,
    );
    expect(tree.body.units.map(({ unitId }) => unitId)).not.toContain(OTHER_WARD);
  });

  it('acknowledges for the own ward, not for another, and decides nothing on own reports', async () => {
    expect((await official.post(`${of(WARD)}/acknowledgement`)).status).toBe(200);
    const foreign = await official.post(`${of(OTHER_WARD)}/acknowledgement`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'obligation.notFound']);
    expect((await official.post(`/api/campaigns/${its.id}/close`)).status).toBe(403);
    expect((await its.owed(OTHER_WARD)).status).toBe('open');
  });
});

describe('an officer of the consolidating office, signed in', () => {
  it('sees what is collected there, and may decide on it but not hand it in', async () => {
    const officer = await signedIn(/phòng Kinh tế/);
    const units = await unitsSeenBy(officer);
    expect(units).toEqual(expect.arrayContaining([COLLECTOR, WARD, OTHER_WARD]));
    // Of 15 units addressed, all report here: 14 others, and its own report upwards.
    expect(units).toHaveLength(15);
    const { version, revision: expectedRevision } = await its.owed(WARD);
    const nothing = await officer.post(`${of(WARD)}/reports/${version + 1}/acceptance`, { expectedRevision });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'obligation.nothingSubmitted']);
    const instead = await officer.post(`${of(WARD)}/reports`, figures);
    expect([instead.status, instead.body.code]).toEqual([403, 'api.forbidden']);
  });
});

describe('the leader of the city, signed in', () => {
  it('sees the whole cascade; to see is not to act for another unit', async () => {
    const leader = await signedIn(/lãnh đạo UBND thành phố/);
    expect(await unitsSeenBy(leader)).toHaveLength(15); // the Front has not passed it on yet
    expect((await leader.get(`/api/campaigns/${its.id}/state`)).status).toBe(200);
    const instead = await leader.post(`${of(OTHER_WARD)}/acknowledgement`);
    expect([instead.status, instead.body.code]).toEqual([403, 'api.forbidden']);
    expect(
      (await leader.post(`/api/campaigns/${its.id}/clock`, { to: '2024-11-21T01:00:00.000Z' })).status,
    ).toBe(202);
  });
});
