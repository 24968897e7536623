import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { signInAt, Visitor } from '../../harness/visitor.ts';
import { definitionIdOf, listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { Campaign, Notice, Obligation, Page, ProblemDocument } from './shapes.ts';

const CITY = '2024-district-058';
const COLLECTOR = 'bk-phong-kinh-te';
const WARD = '2024-commune-01840';
const OTHER_WARD = '2024-commune-01843';

let its: Rehearsal;
/** Obligation of each unit of the campaign. */
let owed: ReadonlyMap<string, string>;

/** A person before the web page: cookies, no key. */
class Official {
  readonly #visitor = new Visitor();

  async signIn(who: RegExp): Promise<this> {
    await signInAt(inject('stack').apiUrl, this.#visitor, who);
    return this;
  }

  async get<T = ProblemDocument>(path: string): Promise<{ status: number; body: T }> {
    const response = await this.#visitor.go(`${inject('stack').apiUrl}${path}`);
    // The caller says what it is about to assert.
    return { status: response.status, body: (await response.json()) as T };
  }

  async post(path: string, body: object = {}): Promise<{ status: number; body: ProblemDocument }> {
    const { apiUrl } = inject('stack');
    const response = await this.#visitor.go(`${apiUrl}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        origin: apiUrl,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
    });
    // A problem document where it is refused; its fields are asserted.
    return { status: response.status, body: (await response.json()) as ProblemDocument };
  }

  async units(): Promise<readonly string[]> {
    const found = await this.get<Page<Obligation>>(`/api/obligations?campaign=${its.id}&limit=200`);
    return found.body.items.map(({ unitId }) => unitId);
  }
}

beforeAll(async () => {
  const definitionId = await definitionIdOf('bac-kan-2024');
  its = await startRehearsal({ definitionId, rootUnitId: CITY, startAt: '2024-11-20T01:00:00.000Z' });
  const all = await listAll<Obligation>(`/api/obligations?campaign=${its.id}`);
  owed = new Map(all.map(({ unitId, id }) => [unitId, id]));
});

const of = (unit: string): string => `/api/obligations/${owed.get(unit) ?? ''}`;
const figures = {
  values: { 'so-bang-ron': 1, 'so-tin-bai': 1, 'so-co-so': 1, 'kinh-phi': 1 },
};

describe('an official of one ward, signed in', () => {
  let official: Official;
  beforeAll(async () => {
    official = await new Official().signIn(/Đức Xuân/);
  });

  it('sees the tasks of that ward and of nobody else', async () => {
    expect(await official.units()).toEqual([WARD]);
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
    const officer = await new Official().signIn(/phòng Kinh tế/);
    const units = await officer.units();
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
    const leader = await new Official().signIn(/lãnh đạo UBND thành phố/);
    expect(await leader.units()).toHaveLength(15); // the Front has not passed it on yet
    expect((await leader.get(`/api/campaigns/${its.id}/state`)).status).toBe(200);
    const instead = await leader.post(`${of(OTHER_WARD)}/acknowledgement`);
    expect([instead.status, instead.body.code]).toEqual([403, 'api.forbidden']);
    expect(
      (await leader.post(`/api/campaigns/${its.id}/clock`, { to: '2024-11-21T01:00:00.000Z' })).status,
    ).toBe(202);
  });
});
