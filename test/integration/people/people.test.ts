import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateOf } from '#engine';
import { bacKan, type CampaignScene } from '../../harness/campaign-scene.ts';
import type { Colleague } from '../../harness/colleague.ts';
import { openOffice, type PeopleOffice } from './office.ts';

const CITY = '2024-district-058';
const WARD = '2024-commune-01840';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly revision: number;
  readonly disabledAt: string | null;
  readonly posts: readonly { readonly id: string; readonly unitId: string }[];
}
interface Post {
  readonly id: string;
  readonly unitId: string;
  readonly revision: number;
  readonly holder: { readonly id: string } | null;
  readonly holders?: readonly { readonly personId: string; readonly toAt: string | null }[];
}
interface List<T> {
  readonly items: readonly T[];
}

let office: PeopleOffice;
let scene: CampaignScene;
let administrator: Colleague;
beforeAll(async () => {
  office = await openOffice('people');
  scene = await bacKan(office.pool);
  administrator = await office.colleague(/value="vd-thiet-ke-bk"/);
});
afterAll(() => office.close());

const postsOf = async (unitId: string) =>
  (await administrator.get<List<Post>>(`/api/posts?unit=${unitId}&limit=200`)).body.items;
const newcomer = (name: string, post: object = { unitId: WARD, title: 'Công chức', roles: ['officer'] }) => ({
  subject: null,
  name: `Ví dụ: ${name}`,
  email: `${randomUUID()}@duc-xuan.example`,
  post,
});
const add = async (name: string, post?: object): Promise<Person> => {
  const added = await administrator.post<Person>('/api/people', newcomer(name, post));
  expect(added.status).toBe(201);
  return added.body;
};
const assign = (subject: string, unitId: string, personId: string) =>
  office.pool.query(
    `INSERT INTO task_work (subject, unit_id, person_id, assigned_by) VALUES ($1, $2, $3, 'engine')
     ON CONFLICT (subject, unit_id) DO UPDATE SET person_id = excluded.person_id`,
    [subject, unitId, personId],
  );
const workOf = async (personId: string) =>
  (
    await office.pool.query('SELECT subject FROM task_work WHERE person_id = $1 ORDER BY subject', [personId])
  ).rows.map(({ subject }) => subject as string);

describe('an administrator', () => {
  it('sees the people of his subtree and nobody else', async () => {
    const { body } = await administrator.get<List<Person>>('/api/people?limit=200');
    const units = new Set(body.items.flatMap(({ posts }) => posts.map(({ unitId }) => unitId)));
    expect(body.items).toHaveLength(8);
    expect([...units].sort()).toEqual([WARD, CITY, 'bk-phong-kinh-te']);
    const found = await administrator.get<List<Person>>('/api/people?q=pho%20chu%20tich');
    expect(found.body.items.map(({ id }) => id)).toEqual(['vd-pho-chu-tich-bk']);
  });

  it('adds a person, who signs in and works with the roles of the post', async () => {
    const { id } = await add('người mới');
    const fresh = await office.colleague(new RegExp(`value="${id}"`));
    const { body } = await fresh.get<{ roles: string[]; unit: { id: string } }>('/api/me');
    expect([body.roles, body.unit.id]).toEqual([['officer'], WARD]);
    expect((await fresh.get('/api/people')).status).toBe(403);
    const again = await administrator.post('/api/people', { ...newcomer('hai lần'), subject: id });
    expect([again.status, again.body.code]).toEqual([409, 'people.accountTaken']);
  });

  it('reaches nobody and gives nothing outside his subtree', async () => {
    const { rows } = await office.pool.query(
      `SELECT o.id FROM post o WHERE o.unit_id = 'vn-bct' ORDER BY o.id LIMIT 1`,
    );
    const foreign = String(rows[0].id);
    const roles = ['leader'];
    const change = { name: 'x', email: null, disabled: true, expectedRevision: 1 };
    const before = await office.pool.query('SELECT count(*) FROM audit');
    const answers = await Promise.all([
      administrator.put('/api/people/vd-lanh-dao-bct', change),
      administrator.post('/api/people', newcomer('lạ', { unitId: '2024-province-01', title: '', roles })),
      administrator.post('/api/people', newcomer('lạ', { postId: foreign, expectedRevision: 1 })),
      administrator.post('/api/posts', { unitId: 'vn-bct', title: '', roles }),
      administrator.get(`/api/posts/${foreign}`),
      administrator.put(`/api/posts/${foreign}`, { title: '', roles, closed: false, expectedRevision: 1 }),
      administrator.post(`/api/posts/${foreign}/handover`, {
        toPersonId: 'vd-thiet-ke-bk',
        reason: '',
        expectedRevision: 1,
      }),
      administrator.get(`/api/posts/${foreign}/substitutes`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404));
    expect((await office.pool.query('SELECT count(*) FROM audit')).rows).toEqual(before.rows);
    const [first] = await postsOf(WARD);
    const stranger = await administrator.post(`/api/posts/${first?.id ?? ''}/handover`, {
      toPersonId: 'vd-lanh-dao-bct',
      reason: '',
      expectedRevision: first?.revision ?? 0,
    });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'people.notFound']);
  });

  it('cannot shut himself out', async () => {
    const { body } = await administrator.get<List<Person>>('/api/people?q=thiet%20ke');
    const [me] = body.items;
    const own = await administrator.put(`/api/people/${me?.id ?? ''}`, {
      name: me?.name,
      email: me?.email,
      disabled: true,
      expectedRevision: me?.revision,
    });
    expect([own.status, own.body.code]).toEqual([422, 'people.notYourself']);
    const post = (await postsOf(CITY)).find(({ holder }) => holder?.id === me?.id);
    const closing = { title: '', roles: ['administrator'], closed: true, expectedRevision: post?.revision };
    const closed = await administrator.put(`/api/posts/${post?.id ?? ''}`, closing);
    expect([closed.status, closed.body.code]).toEqual([422, 'post.actedIn']);
  });

  it('is never the last one to go: not by his own hand, nor by his substitute’s, nor two at once', async () => {
    const refused = [422, 'people.lastAdministrator'];
    const of = async (id: string) => {
      const { body } = await administrator.get<List<Person>>('/api/people?limit=200');
      const { name, email, revision } = body.items.find((each) => each.id === id) ?? {};
      return { name, email, disabled: true, expectedRevision: revision };
    };
    const post = (await postsOf(CITY)).find(({ holder }) => holder?.id === 'vd-thiet-ke-bk');
    const vacant = { toPersonId: null, reason: '', expectedRevision: post?.revision };
    const left = await administrator.post(`/api/posts/${post?.id ?? ''}/handover`, vacant);
    expect([left.status, left.body.code]).toEqual(refused);
    const day = civilDateOf(new Date().toISOString());
    const lent = { kind: 'absence', toPersonId: 'vd-lanh-dao-bk', fromDate: day, toDate: day, scopes: null };
    const { body: given } = await administrator.post<{ id: string }>('/api/delegations', {
      ...{ ...lent, postId: post?.id, reason: 'Ví dụ' },
    });
    const leader = await office.colleague(/value="vd-lanh-dao-bk"/);
    await leader.post('/api/me/capacity', { capacityId: given.id });
    const ousted = await leader.put('/api/people/vd-thiet-ke-bk', await of('vd-thiet-ke-bk'));
    expect([ousted.status, ousted.body.code]).toEqual(refused);
    expect((await administrator.get('/api/me')).status).toBe(200);
    await administrator.post(`/api/delegations/${given.id}/end`);

    const other = await add('quản trị thứ hai', {
      unitId: CITY,
      title: 'Quản trị',
      roles: ['administrator'],
    });
    const second = await office.colleague(new RegExp(`value="${other.id}"`));
    const both = [
      [administrator, other.id, await of(other.id)],
      [second, 'vd-thiet-ke-bk', await of('vd-thiet-ke-bk')],
    ] as const;
    const done = await Promise.all(both.map(([who, id, change]) => who.put(`/api/people/${id}`, change)));
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rowCount } = await office.pool.query(
      `UPDATE person SET disabled_at = CASE id WHEN 'vd-thiet-ke-bk' THEN NULL ELSE now() END
        WHERE id IN ('vd-thiet-ke-bk', $1)`,
      [other.id],
    );
    expect(rowCount).toBe(2);
    administrator = await office.colleague(/value="vd-thiet-ke-bk"/);
  });
});

describe('disabling a person', () => {
  it('ends his sessions, delegations and open work at once; enabling revives none of them', async () => {
    const { id, name, email, revision } = await add('sắp nghỉ');
    const leaving = await office.colleague(new RegExp(`value="${id}"`));
    const second = await office.colleague(new RegExp(`value="${id}"`));
    const sessions = async () =>
      (await office.pool.query(`SELECT FROM session WHERE sess->>'subject' = $1`, [id])).rowCount;
    expect(await sessions()).toBe(2);
    const { id: obligation } = await scene.owed(WARD);
    await assign(`obligation:${obligation}`, WARD, id);
    const ward = await office.colleague(/value="vd-can-bo-duc-xuan"/);
    const { body: mine } = await ward.get<{ capacities: { postId: string }[] }>('/api/me');
    const given = await ward.post('/api/delegations', {
      kind: 'absence',
      postId: mine.capacities[0]?.postId,
      toPersonId: id,
      fromDate: '2099-01-01',
      toDate: '2099-01-02',
      scopes: null,
      reason: 'Ví dụ',
    });
    expect(given.status).toBe(201);

    const change = { name, email, disabled: true, expectedRevision: revision };
    const disabled = await administrator.put<Person>(`/api/people/${id}`, change);
    expect(disabled.body.disabledAt).not.toBeNull();
    expect(await sessions()).toBe(0);
    expect([(await leaving.get('/api/me')).status, (await second.get('/api/me')).status]).toEqual([401, 401]);
    expect(await workOf(id)).toEqual([]);
    const open = await office.pool.query(
      'SELECT FROM delegation WHERE ended_at IS NULL AND to_person_id = $1',
      [id],
    );
    expect(open.rowCount).toBe(0);
    await expect(office.colleague(new RegExp(`value="${id}"`))).rejects.toThrow(/nobody like/);
    const stale = await administrator.put(`/api/people/${id}`, { ...change, disabled: false });
    expect([stale.status, stale.body.code]).toEqual([409, 'people.conflict']);

    const again = { ...change, disabled: false, expectedRevision: disabled.body.revision };
    expect((await administrator.put(`/api/people/${id}`, again)).status).toBe(200);
    expect((await leaving.get('/api/me')).status).toBe(401);
    const { rows } = await office.pool.query(
      `SELECT act, after->'sessions' AS sessions FROM audit WHERE subject = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { act: 'person.created', sessions: null },
      { act: 'person.disabled', sessions: 2 },
      { act: 'person.enabled', sessions: null },
    ]);
  });

  it('is refused where he holds a post elsewhere as well', async () => {
    const { id, name, email, revision } = await add('kiêm nhiệm');
    await office.pool.query(
      `WITH o AS (INSERT INTO post (unit_id, roles) VALUES ('vn-bct', '{officer}') RETURNING id)
       INSERT INTO post_holder (post_id, person_id) SELECT id, $1 FROM o`,
      [id],
    );
    const refused = await administrator.put(`/api/people/${id}`, {
      name,
      email,
      disabled: true,
      expectedRevision: revision,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'people.heldElsewhere']);
  });
});

describe('handing over a post', () => {
  it('moves it with its open work at once, ends its delegations, and keeps who held it', async () => {
    const old = await add('người cũ', { unitId: WARD, title: 'Văn phòng', roles: ['officer'] });
    const next = await add('người mới nhận');
    const postId = old.posts[0]?.id ?? '';
    const { id: obligation } = await scene.owed(WARD);
    const places = [`decide:${scene.campaignId}/once/${WARD}`, `obligation:${obligation}`];
    for (const subject of places) await assign(subject, WARD, old.id);
    const { rows: done } = await office.pool.query(
      `UPDATE obligation SET status = 'accepted' WHERE id = (
         SELECT id FROM obligation WHERE campaign_id = $1 AND unit_id <> $2 AND status = 'open' LIMIT 1) RETURNING id`,
      [scene.campaignId, WARD],
    );
    await assign(`obligation:${String(done[0].id)}`, WARD, old.id);

    const [post] = (await postsOf(WARD)).filter(({ id }) => id === postId);
    const asked = { toPersonId: next.id, reason: 'QĐ 12/QĐ-UBND', expectedRevision: post?.revision ?? 0 };
    const both = await Promise.all(
      [1, 2].map(() =>
        administrator.post<{ moved: string[]; code?: string }>(`/api/posts/${postId}/handover`, asked),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)?.body.moved).toEqual(places);
    expect(await workOf(next.id)).toEqual(places);
    expect(await workOf(old.id)).toEqual([`obligation:${String(done[0].id)}`]);
    const { body } = await administrator.get<Post>(`/api/posts/${postId}`);
    expect(body.holders?.map(({ personId, toAt }) => [personId, toAt === null])).toEqual([
      [next.id, true],
      [old.id, false],
    ]);
    const { rows } = await office.pool.query(
      `SELECT before->>'personId' AS "from", after->>'personId' AS "to", after->>'reason' AS reason
         FROM audit WHERE subject = $1 AND act = 'post.handedOver' ORDER BY id DESC LIMIT 1`,
      [postId],
    );
    expect(rows).toEqual([{ from: old.id, to: next.id, reason: 'QĐ 12/QĐ-UBND' }]);
    const { rows: told } = await office.pool.query(
      `SELECT body FROM notice WHERE person_id = $1 AND kind = 'postHandedOver' ORDER BY id DESC LIMIT 1`,
      [next.id],
    );
    expect(told).toEqual([{ body: { post: 'Văn phòng, Phường Đức Xuân', giver: old.name, work: 2 } }]);
  });

  it('lets a new person take over a post in one step, and an abolished post gives its work back', async () => {
    const old = await add('người đi', { unitId: WARD, title: 'Địa chính', roles: ['officer'] });
    const postId = old.posts[0]?.id ?? '';
    const subject = `decide:${scene.campaignId}/once/${CITY}`;
    await assign(subject, WARD, old.id);
    const [post] = (await postsOf(WARD)).filter(({ id }) => id === postId);
    const next = await add('người đến', { postId, expectedRevision: post?.revision });
    expect(next.posts.map(({ id }) => id)).toEqual([postId]);
    expect(await workOf(next.id)).toEqual([subject]);
    const { body: found } = await administrator.get<List<Person>>(
      `/api/people?q=ng%C6%B0%E1%BB%9Di%20%C4%91i`,
    );
    expect(found.items).toMatchObject([{ id: old.id, posts: [] }]);

    const { body } = await administrator.get<Post>(`/api/posts/${postId}`);
    const closing = { title: 'Địa chính', roles: ['officer'], closed: true, expectedRevision: body.revision };
    expect((await administrator.put(`/api/posts/${postId}`, closing)).status).toBe(200);
    expect(await workOf(next.id)).toEqual([]);
    expect((await postsOf(WARD)).map(({ id }) => id)).not.toContain(postId);
  });
});

interface Key {
  readonly id: string;
  readonly secret: string | null;
  readonly lastUsedAt: string | null;
}

describe('service keys', () => {
  const wanted = { name: 'Ví dụ: phần mềm văn thư', unitId: WARD, scopes: ['read', 'audit:read'] };
  const use = (secret: string | null) =>
    fetch(`${office.url}/api/units?limit=1`, { headers: { authorization: `Bearer ${secret ?? ''}` } });

  it('show their secret once, keep it nowhere, and note their use to the minute', async () => {
    const key = randomUUID();
    const made = await administrator.post<Key>('/api/keys', wanted, key);
    const { id, secret } = made.body;
    expect([made.status, secret]).toEqual([201, expect.stringMatching(/^csk_/)]);
    const repeated = await administrator.post<Key>('/api/keys', wanted, key);
    expect(repeated.body).toEqual({ ...made.body, secret: null });
    const { rows: kept } = await office.pool.query('SELECT response::text FROM idempotency WHERE key = $1', [
      key,
    ]);
    expect(kept.map(({ response }) => String(response).includes(String(secret)))).toEqual([false]);

    const used = async () =>
      (await administrator.get<List<Key>>('/api/keys')).body.items.find((one) => one.id === id)?.lastUsedAt;
    expect(await used()).toBeNull();
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await use(secret)).status));
    expect(statuses).toEqual(Array(8).fill(200));
    const first = await used();
    expect(first).toEqual(expect.any(String));
    await use(secret);
    expect(await used()).toBe(first);
    await office.pool.query(
      `UPDATE service_key SET last_used_at = last_used_at - interval '2 minutes' WHERE id = $1`,
      [id],
    );
    await use(secret);
    expect(await used()).not.toBe(first);

    expect((await administrator.post(`/api/keys/${id}/revocation`)).status).toBe(200);
    expect((await use(secret)).status).toBe(401);
    const twice = await administrator.post(`/api/keys/${id}/revocation`);
    expect([twice.status, twice.body.code]).toEqual([422, 'serviceKey.alreadyRevoked']);
  });

  it('are never wider than their maker, nor seen or revoked from outside', async () => {
    for (const [change, status, code] of [
      [{ scopes: ['reports:write'] }, 403, 'api.forbidden'],
      [{ unitId: 'vn-bct' }, 404, 'organisation.notFound'],
      [{ unitId: null }, 404, 'organisation.notFound'],
    ] as const) {
      const refused = await administrator.post('/api/keys', { ...wanted, ...change });
      expect([refused.status, refused.body.code]).toEqual([status, code]);
    }
    const { rows } = await office.pool.query(
      `INSERT INTO service_key (name, hash, unit_id, scopes) VALUES ('x', '\\x01', 'vn-bct', '{read}'),
         ('y', '\\x02', NULL, '{read}') RETURNING id`,
    );
    const foreign = rows.map(({ id }) => String(id));
    const listed = (await administrator.get<List<Key>>('/api/keys?limit=200')).body.items.map(({ id }) => id);
    expect(listed.filter((id) => foreign.includes(id))).toEqual([]);
    for (const id of foreign)
      expect((await administrator.post(`/api/keys/${id}/revocation`)).status).toBe(404);
    const leader = await office.colleague(/value="vd-lanh-dao-bk"/);
    expect((await leader.post('/api/keys', wanted)).status).toBe(403);
  });
});
