import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateOf } from '#engine';
import { databaseNow, verifyAuditTrail } from '#db';
import { bacKan, type CampaignScene, reportInput } from '../../harness/campaign-scene.ts';
import type { Colleague } from '../../harness/colleague.ts';
import { openOffice, type PeopleOffice } from './office.ts';

const WARD = '2024-commune-01840';
const HEAD = 'vd-can-bo-duc-xuan';
const CLERK = 'vd-cong-chuc-duc-xuan';

interface Capacity {
  readonly id: string;
  readonly postId: string;
  readonly actingFor: string | null;
  readonly current: boolean;
}
interface Me {
  readonly scopes: readonly string[];
  readonly actingFor: { readonly personId: string } | null;
  readonly capacities: readonly Capacity[];
}

let office: PeopleOffice;
let scene: CampaignScene;
let head: Colleague;
let clerk: Colleague;
beforeAll(async () => {
  office = await openOffice('delegation');
  scene = await bacKan(office.pool);
  head = await office.colleague(/value="vd-can-bo-duc-xuan"/);
  clerk = await office.colleague(/value="vd-cong-chuc-duc-xuan"/);
});
afterAll(() => office.close());

const me = async (who: Colleague): Promise<Me> => (await who.get<Me>('/api/me')).body;
const ownPost = async (who: Colleague): Promise<string> =>
  (await me(who)).capacities.find(({ actingFor }) => actingFor === null)?.postId ?? '';
/** As the database has it, asked each time: a day may end while these tests run. */
const today = async (): Promise<string> => civilDateOf(await databaseNow(office.pool));
const absence = async (who: Colleague, change: object = {}) => {
  const day = await today();
  return {
    kind: 'absence',
    postId: await ownPost(who),
    toPersonId: CLERK,
    fromDate: day,
    toDate: day,
    scopes: null,
    reason: 'Ví dụ: đi công tác',
    ...change,
  };
};
const actFor = async (who: Colleague): Promise<Me> => {
  const other = (await me(who)).capacities.find(({ actingFor }) => actingFor !== null);
  const chosen = await who.post('/api/me/capacity', { capacityId: other?.id ?? '' });
  expect(chosen.status).toBe(200);
  return me(who);
};
const endAll = () => office.pool.query('UPDATE delegation SET ended_at = now() WHERE ended_at IS NULL');

describe('a substitute', () => {
  it('acts in the absent person’s post, and both names stand on what he does', async () => {
    const given = await head.post<{ id: string; state: string }>('/api/delegations', await absence(head));
    expect([given.status, given.body.state]).toEqual([201, 'current']);
    expect((await me(clerk)).scopes).not.toContain('letters:approve');
    const acting = await actFor(clerk);
    expect(acting.actingFor).toMatchObject({ personId: HEAD });
    expect(acting.scopes).toContain('letters:approve');

    // whoever is about to name the absent one learns of his days off
    const offered = await clerk.get<{ items: { id: string; absences: object[] }[] }>(
      `/api/posts/${await ownPost(clerk)}/substitutes`,
    );
    expect(offered.body.items.find(({ id }) => id === HEAD)?.absences).toMatchObject([
      { substituteName: 'Ví dụ: công chức văn phòng UBND phường Đức Xuân' },
    ]);

    const { id } = await scene.owed(WARD);
    const both = {
      by: 'Ví dụ: công chức văn phòng UBND phường Đức Xuân',
      for: 'Ví dụ: cán bộ UBND phường Đức Xuân',
    };
    expect((await clerk.post(`/api/obligations/${id}/acknowledgement`)).status).toBe(200);
    const around = await clerk.get<Record<string, unknown>>(`/api/obligations/${id}/surroundings`);
    expect(around.body).toMatchObject({ acknowledgedByName: both.by, acknowledgedForName: both.for });
    const task = `/api/tasks/obligation:${id}/work`;
    const assigned = await clerk.put<object>(task, {
      act: 'assign',
      personId: CLERK,
      expectedRevision: null,
    });
    expect(assigned.body).toMatchObject({ assignedBy: both.by, assignedForName: both.for });
    const sent = await clerk.post(`/api/obligations/${id}/reports`, reportInput());
    expect(sent.status).toBe(201);
    const { rows: versions } = await office.pool.query(
      `SELECT submitted_by, on_behalf_of FROM report_version WHERE obligation_id = $1`,
      [id],
    );
    expect(versions).toEqual([{ submitted_by: `person:${CLERK}`, on_behalf_of: `person:${HEAD}` }]);
    const { rows: trail } = await office.pool.query(
      `SELECT act, actor FROM audit WHERE on_behalf_of = $1 ORDER BY id`,
      [`person:${HEAD}`],
    );
    expect(trail).toEqual(
      ['obligation.acknowledged', 'task.assigned', 'report.submitted'].map((act) => ({
        ...{ act, actor: `person:${CLERK}` },
      })),
    );
    expect((await verifyAuditTrail(office.pool)).intact).toBe(true);
  });

  it('gives nothing on', async () => {
    const again = await clerk.post('/api/delegations', await absence(head, { toPersonId: 'vd-van-thu-bk' }));
    expect([again.status, again.body.code]).toEqual([422, 'people.notPassedOn']);
  });

  it('does nothing more once it has ended, not even in his own name by mistake', async () => {
    const { rowCount } = await endAll();
    expect(rowCount).toBe(1);
    const { rows: before } = await office.pool.query('SELECT count(*) FROM audit');
    const { id } = await scene.owed(WARD);
    const late = await clerk.post(`/api/obligations/${id}/reports`, reportInput());
    expect([late.status, late.body.code]).toEqual([403, 'capacity.over']);
    expect((await office.pool.query('SELECT count(*) FROM audit')).rows).toEqual(before);
    expect((await me(clerk)).actingFor).toBeNull();
    const own = await clerk.post(`/api/obligations/${id}/reports`, reportInput());
    expect(own.status).toBe(201);
    const { rows } = await office.pool.query(
      'SELECT on_behalf_of FROM report_version WHERE obligation_id = $1 ORDER BY no',
      [id],
    );
    expect(rows.map(({ on_behalf_of }) => on_behalf_of)).toEqual([`person:${HEAD}`, null]);
  });

  it('begins on the first day and ends by itself after the last', async () => {
    const { body } = await head.post<{ id: string }>('/api/delegations', await absence(head));
    const own = (await me(clerk)).capacities.length;
    const shift = (days: number) =>
      office.pool.query(
        `UPDATE delegation SET from_at = from_at + $2 * interval '1 day', to_at = to_at + $2 * interval '1 day' WHERE id = $1`,
        [body.id, days],
      );
    await shift(1);
    expect((await me(clerk)).capacities).toHaveLength(own - 1);
    await shift(-2);
    expect((await me(clerk)).capacities).toHaveLength(own - 1);
    await shift(1);
    expect((await me(clerk)).capacities).toHaveLength(own);
    await endAll();
  });
});

describe('part of the work', () => {
  it('is what was chosen and no more, and the giver ends it early', async () => {
    const part = await absence(head, { kind: 'delegation', scopes: ['letters:issue'] });
    const { body } = await head.post<{ id: string }>('/api/delegations', part);
    expect([...(await actFor(clerk)).scopes].sort()).toEqual(['letters:issue', 'read']);
    const stranger = await office.colleague(/value="vd-lanh-dao-bct"/);
    expect((await stranger.post(`/api/delegations/${body.id}/end`)).status).toBe(404);
    expect((await head.post(`/api/delegations/${body.id}/end`)).status).toBe(200);
    expect((await me(clerk)).capacities).toHaveLength(1);
    const twice = await head.post(`/api/delegations/${body.id}/end`);
    expect([twice.status, twice.body.code]).toEqual([422, 'delegation.over']);
  });

  it.each([
    ['more than the post may', { kind: 'delegation', scopes: ['people:write'] }, 'delegation.wider'],
    ['nothing', { kind: 'delegation', scopes: null }, 'delegation.scopesNeeded'],
    ['rights picked out of an absence', { scopes: ['read'] }, 'delegation.wholePost'],
    ['to himself', { toPersonId: HEAD }, 'delegation.receiverNotFound'],
    ['to somebody above', { toPersonId: 'vd-lanh-dao-bk' }, 'delegation.receiverNotFound'],
    ['to nobody', { toPersonId: 'khong-co-ai' }, 'delegation.receiverNotFound'],
    ['from the past', { fromDate: '2024-01-01' }, 'delegation.pastDate'],
    ['backwards', { toDate: '2024-01-01' }, 'delegation.periodReversed'],
    ['without a reason', { reason: '  ' }, 'api.tooShort'],
  ])('is not given: %s', async (_, change, code) => {
    const refused = await head.post('/api/delegations', await absence(head, change));
    expect(refused.body.code).toBe(code);
  });

  it('is not taken from another’s post, and one post has one substitute at a time', async () => {
    const postId = await ownPost(head);
    const taken = await clerk.post('/api/delegations', await absence(clerk, { postId, toPersonId: HEAD }));
    expect([taken.status, taken.body.code]).toEqual([404, 'post.notFound']);
    const both = await Promise.all(
      [1, 2].map(async () => head.post('/api/delegations', await absence(head))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 422)?.body.code).toBe('delegation.overlaps');
    await endAll();
  });
});

describe('whoever is given something', () => {
  const told = async (who: Colleague) => {
    const { body } = await who.get<{
      items: { kind: string; vi: string; en: string; path: string; fresh: boolean }[];
    }>('/api/notices');
    return body.items.filter(({ kind }) => /^(delegat|postHandedOver)/.test(kind));
  };

  it('is told so in person, and when it ends before its time', async () => {
    await office.pool.query('DELETE FROM notice WHERE person_id IS NOT NULL');
    const { body } = await head.post<{ id: string }>('/api/delegations', await absence(head));
    await clerk.post(`/api/delegations/${body.id}/end`);
    const part = await absence(head, { kind: 'delegation', scopes: ['letters:issue'] });
    const { body: second } = await head.post<{ id: string }>('/api/delegations', part);
    await head.post(`/api/delegations/${second.id}/end`);
    const day = (await today()).split('-').reverse().join('/');
    const giver = 'Ví dụ: cán bộ UBND phường Đức Xuân (Phường Đức Xuân)';
    const receiver = 'Ví dụ: công chức văn phòng UBND phường Đức Xuân';
    expect((await told(clerk)).map(({ vi, path, fresh }) => [vi, path, fresh])).toEqual([
      [
        `Ủy quyền của ${giver} cho ${receiver} đã chấm dứt trước hạn; người kết thúc: Ví dụ: cán bộ UBND phường Đức Xuân.`,
        '/absence',
        true,
      ],
      [`Được ${giver} ủy quyền một phần việc ngày ${day}: Ví dụ: đi công tác.`, '/absence', true],
      [`Được cử làm thay ${giver} ngày ${day}: Ví dụ: đi công tác.`, '/absence', true],
    ]);
    // whatever a statement forgets to ask: the database itself keeps what is told to the other from a colleague
    const { rows: own } = await office.pool.query<{ id: number }>(
      'SELECT id FROM notice WHERE person_id = $1',
      [CLERK],
    );
    const seenBy = async (personId: string | null) => {
      const tx = await office.pool.connect();
      try {
        await tx.query('BEGIN; SET LOCAL ROLE cascade_reader');
        await tx.query(
          `SELECT set_config('cascade.scope', $1, true), set_config('cascade.person', $2, true)`,
          [WARD, personId ?? ''],
        );
        return (await tx.query('SELECT FROM notice WHERE id = ANY($1)', [own.map(({ id }) => id)])).rowCount;
      } finally {
        await tx.query('ROLLBACK');
        tx.release();
      }
    };
    expect([await seenBy(CLERK), await seenBy(HEAD), await seenBy(null)]).toEqual([3, 0, 0]);
    // given back by the receiver: the giver is told, who shares the unit and sees nothing of what was told to the other
    expect((await told(head)).map(({ vi }) => vi)).toEqual([
      `${receiver} thôi làm thay ${giver} trước hạn; người kết thúc: ${receiver}.`,
    ]);
  });
});

describe('an administrator who stands aside', () => {
  it('lends his office, but not the giving of rights, posts, people or keys', async () => {
    const administrator = await office.colleague(/value="vd-thiet-ke-bk"/);
    const leader = await office.colleague(/value="vd-lanh-dao-bk"/);
    const terms = await absence(administrator, { toPersonId: 'vd-lanh-dao-bk' });
    expect((await administrator.post('/api/delegations', terms)).status).toBe(201);
    expect((await actFor(leader)).scopes).toContain('people:write');
    expect((await leader.get('/api/people')).status).toBe(200);
    const post = { unitId: WARD, title: 'Ví dụ', roles: ['leader'] };
    for (const [path, body] of [
      ['/api/posts', post],
      ['/api/people', { subject: null, name: 'Ví dụ: người lạ', email: null, post }],
      ['/api/keys', { name: 'ví dụ', unitId: WARD, scopes: ['read'] }],
      [`/api/posts/${terms.postId}/handover`, { toPersonId: CLERK, reason: '', expectedRevision: 1 }],
      ['/api/delegations', await absence(administrator)],
    ] as const) {
      const refused = await leader.post(path, body);
      expect([path, refused.status, refused.body.code]).toEqual([path, 422, 'people.notPassedOn']);
    }
  });
});
