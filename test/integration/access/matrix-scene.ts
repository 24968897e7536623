import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createDefinition, createServiceKey, publishDefinition, seed } from '#acts';
import { readApiSettings, startApi } from '#api';
import { audit, inTransaction } from '#db';
import { type Role, SCOPES, type Scope } from '#model';
import { TEMPLATES } from '#templates';
import { bacKan, CITY, CONSOLIDATOR, type CampaignScene, reportInput } from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { ownDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import type { Expected, Relation } from './expected.ts';

const WARD = '2024-commune-01840';
const SIBLING = '2024-commune-01843';
const units = { ward: WARD, office: CONSOLIDATOR, city: CITY };
const made = {
  belowWard: 'x-below-ward',
  belowOffice: 'x-below-office',
  mttq: 'x-mttq-city',
  mttqTop: 'x-mttq-top',
};
const PROVINCE = '2024-province-06';
const ELSEWHERE = '2024-province-01';

/** Which unit stands where, seen from the object's: `child` is the caller whose child the object's unit is. */
export const CALLERS: Readonly<Record<NonNullable<Expected['of']>, Readonly<Record<Relation, string>>>> = {
  ward: {
    own: WARD,
    child: CITY,
    parent: made.belowWard,
    sibling: SIBLING,
    collected: CONSOLIDATOR,
    otherProvince: ELSEWHERE,
    otherChain: made.mttq,
  },
  office: {
    own: CONSOLIDATOR,
    child: CITY,
    parent: made.belowOffice,
    sibling: WARD,
    collected: PROVINCE,
    otherProvince: ELSEWHERE,
    otherChain: made.mttq,
  },
  city: {
    own: CITY,
    child: PROVINCE,
    parent: WARD,
    sibling: '2024-district-060',
    collected: CONSOLIDATOR,
    otherProvince: ELSEWHERE,
    otherChain: made.mttq,
  },
};

export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  /** A person's own post; of others one that nobody has. */
  readonly post: string;
}

export interface Scene {
  readonly apiUrl: string;
  readonly pool: Pool;
  readonly units: typeof units;
  readonly campaign: string;
  readonly title: string;
  readonly report: string;
  readonly section: string;
  readonly obligation: string;
  readonly taskSubject: string;
  readonly attachment: string;
  readonly extension: string;
  readonly actorTask: string;
  readonly definition: string;
  readonly person: string;
  readonly post: string;
  /** Of whoever is calling. */
  readonly ownPost: string;
  readonly delegation: string;
  readonly mail: string;
  readonly filter: string;
  readonly key: string;
  readonly auditMark: string;
  readonly calendarChange: unknown;
  readonly reportBody: unknown;
  upload(): FormData;
  drawing(): unknown;
  startBody(): object;
  unique(): string;
  person_(unitId: string, role: Role): Promise<Caller>;
  system(unitId: string | null, scopes: readonly Scope[]): Promise<Caller>;
  close(): Promise<void>;
}

const SECRET = randomBytes(32).toString('hex');

/** One campaign over Bắc Kạn with a province above it, a chain beside it and another province, behind an API of its own. */
export async function openScene(): Promise<Scene> {
  const { databaseUrl, dataDir, temporalAddress } = inject('stack');
  const database = await ownDatabase(databaseUrl, 'matrix');
  const { pool, url } = database;
  await seed({ pool, dataDir: null, log: () => {} });
  await addUnits(pool);
  const life = await bacKan(pool);
  for (const unitId of await life.reporters()) await life.report(unitId);
  for (const unitId of (await life.reporters()).filter((id) => id !== WARD)) await life.accept(unitId);
  await life.driver.settleAll();
  await takePart(pool, life.campaignId);
  const api = await startApi(
    readApiSettings({
      DATABASE_URL: url,
      CASCADE_DATA: dataDir,
      TEMPORAL_ADDRESS: temporalAddress,
      CASCADE_SESSION_SECRET: SECRET,
      CASCADE_CHECK_RESPONSES: '1',
      CASCADE_RATE_FACTOR: '1000',
      PORT: '0',
    }),
    pino({ level: 'error' }, pino.destination(2)),
  );
  const known = new Map<string, Promise<Caller>>();
  const once = (name: string, make: () => Promise<Caller>): Promise<Caller> => {
    const before = known.get(name) ?? make();
    known.set(name, before);
    return before;
  };
  const scene = await objects(pool, life);
  return {
    ...scene,
    apiUrl: api.url,
    pool,
    units,
    ownPost: '',
    person_: (unitId, role) => once(`${unitId}/${role}`, () => signedIn(pool, api.url, { unitId, role })),
    system: (unitId, scopes) =>
      once(`${unitId ?? '*'}/${scopes.join()}`, async () => ({
        headers: { authorization: `Bearer ${await secretFor(pool, unitId, scopes)}` },
        post: randomUUID(),
      })),
    close: async () => {
      await api.close();
      await database.drop();
    },
  };
}

async function addUnits(pool: Pool): Promise<void> {
  for (const [id, parent, chain] of [
    [made.belowWard, WARD, 'state'],
    [made.belowOffice, CONSOLIDATOR, 'state'],
    [made.mttqTop, null, 'mttq'],
    [made.mttq, made.mttqTop, 'mttq'],
  ])
    await pool.query(
      `INSERT INTO unit (id, code, name, kind, chain, parent_id, path) SELECT $1, $1, 'Ví dụ: ' || $1, 'office', $3, $2,
         COALESCE((SELECT path FROM unit WHERE id = $2) || text2ltree($1), text2ltree($1))`,
      [id, parent, chain],
    );
}

/** The Front of the city takes part too, reporting in its own chain. */
async function takePart(pool: Pool, campaignId: string): Promise<void> {
  for (const table of ['campaign_assignment', 'obligation'])
    await pool.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('unit_id', $2::text, 'unit_name', $2::text, 'chain', 'mttq',
         'collector_unit_id', $3::text, 'seq', 900) || CASE WHEN '${table}' = 'obligation' THEN jsonb_build_object('id', gen_random_uuid()) ELSE '{}' END)).*
       FROM ${table} t WHERE campaign_id = $1 AND unit_id = $4 LIMIT 1`,
      [campaignId, made.mttq, made.mttqTop, WARD],
    );
}

async function signedIn(pool: Pool, apiUrl: string, who: { unitId: string; role: Role }): Promise<Caller> {
  const id = `m-${who.unitId}-${who.role}`;
  const post = await addPerson(pool, { id, unitId: who.unitId, role: who.role });
  const sid = randomUUID();
  const lasts = 3_600_000;
  const cookie = {
    originalMaxAge: lasts,
    expires: new Date(Date.now() + lasts),
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
  };
  await pool.query(`INSERT INTO session (sid, sess, expire) VALUES ($1, $2, now() + interval '1 hour')`, [
    sid,
    JSON.stringify({ cookie, subject: id }),
  ]);
  const signature = createHmac('sha256', SECRET).update(sid).digest('base64').replace(/=+$/, '');
  return {
    headers: {
      cookie: `cascade=${encodeURIComponent(`s:${sid}.${signature}`)}`,
      origin: apiUrl,
      'sec-fetch-site': 'same-origin',
    },
    post,
  };
}

async function addPerson(
  pool: Pool,
  { id, unitId, role }: { id: string; unitId: string; role: Role },
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH one AS (INSERT INTO person (id, subject, name) VALUES ($1, $1, 'Ví dụ: ' || $1) RETURNING id),
     place AS (INSERT INTO post (unit_id, roles) VALUES ($2, ARRAY[$3]) RETURNING id),
     held AS (INSERT INTO post_holder (post_id, person_id) SELECT place.id, one.id FROM place, one)
     SELECT id FROM place`,
    [id, unitId, role],
  );
  return rows[0]?.id ?? '';
}

async function secretFor(pool: Pool, unitId: string | null, scopes: readonly Scope[]): Promise<string> {
  return valueOf(await createServiceKey({ pool, principal: operator }, { name: 'matrix', unitId, scopes }))
    .secret;
}

async function one(pool: Pool, text: string, values: unknown[]): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(text, values);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`nothing found: ${text}`);
  return String(id);
}

async function objects(pool: Pool, life: CampaignScene) {
  const { campaignId } = life;
  const [template] = TEMPLATES.filter(({ key }) => key === 'bac-kan-2024');
  if (template === undefined) throw new Error('no template');
  const form = template.definition.reports[0];
  const obligation = (await life.owed(WARD)).id;
  const ctx = { pool, principal: operator };
  let drawn = 0;
  const drawing = () => {
    drawn += 1;
    return { ...structuredClone(template.definition), key: `ve-${drawn}`, title: `Ví dụ: bản vẽ ${drawn}` };
  };
  const stored = valueOf(await createDefinition(ctx, { definition: drawing(), ownerUnitId: CITY } as never));
  valueOf(await publishDefinition(ctx, { id: stored.id, expectedRevision: stored.draftRevision } as never));
  const person = 'm-of-the-ward';
  const post = await addPerson(pool, { id: person, unitId: WARD, role: 'clerk' });
  const auditMark = randomUUID();
  await inTransaction(pool, (tx) =>
    audit(tx, { actor: 'engine', act: 'test.done', unitId: WARD, subject: auditMark }),
  );
  const sha256 = createHash('sha256').update('x').digest('hex');
  const calendar = await pool.query<{ body: { version: number; days: unknown[] } }>(
    `SELECT body FROM calendar WHERE id = 'vn' ORDER BY version DESC LIMIT 1`,
  );
  const days = calendar.rows[0]?.body;
  const definitionId = await one(pool, 'SELECT definition_id AS id FROM campaign WHERE id = $1', [
    campaignId,
  ]);
  return {
    campaign: campaignId,
    title: await one(pool, 'SELECT title AS id FROM campaign WHERE id = $1', [campaignId]),
    report: form?.id ?? '',
    section: form?.sections[0]?.id ?? '',
    obligation,
    taskSubject: `obligation:${obligation}`,
    attachment: await one(
      pool,
      `INSERT INTO attachment (obligation_id, kind, file_name, extension, media_type, bytes, sha256, uploaded_by)
       VALUES ($1, 'scan', 'a.pdf', 'pdf', 'application/pdf', 1, $2, 'engine') RETURNING id`,
      [obligation, sha256],
    ),
    extension: await one(
      pool,
      `INSERT INTO extension (obligation_id, old_due_at, asked_due_at, asked_date, reason, asked_at, asked_by)
       VALUES ($1, now(), now(), '2024-12-20', 'x', now(), 'engine') RETURNING id`,
      [obligation],
    ),
    actorTask: await one(
      pool,
      `INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
       SELECT $1, 'once', $2, 'x', $3, (SELECT min(k) FROM jsonb_object_keys(plan->'tasks') k), now() FROM campaign WHERE id = $1 RETURNING id`,
      [campaignId, WARD, CITY],
    ),
    definition: stored.id,
    person,
    post,
    delegation: await one(
      pool,
      `INSERT INTO delegation (kind, post_id, from_person_id, to_person_id, from_at, to_at, reason, created_by)
       VALUES ('absence', $1, $2, 'vd-can-bo-duc-xuan', now(), now() + interval '9 days', 'nghỉ', 'engine') RETURNING id`,
      [post, person],
    ),
    mail: await one(
      pool,
      `INSERT INTO mail (person_id, day, address, notice_ids) VALUES ($1, '2024-11-20', 'a@b.example', '{}') RETURNING id`,
      [person],
    ),
    filter: await one(
      pool,
      `INSERT INTO saved_filter (person_id, name, query) VALUES ($1, 'x', '{}') RETURNING id`,
      [person],
    ),
    key: valueOf(await createServiceKey(ctx, { name: 'of the ward', unitId: WARD, scopes: ['read'] })).id,
    auditMark,
    calendarChange: {
      expectedVersion: days?.version ?? 0,
      reason: 'x',
      calendar: { ...days, days: days?.days.slice(1) },
    },
    reportBody: reportInput(),
    upload: () => {
      const form = new FormData();
      form.append('kind', 'scan');
      form.append('file', new Blob(['%PDF-1.4\nnot really']), 'a.pdf');
      return form;
    },
    drawing,
    startBody: () => ({ definitionId, rootUnitId: CITY, startAt: '2024-11-20T01:00:00.000Z' }),
    unique: () => randomUUID(),
  };
}

export const EVERY_SCOPE = [...SCOPES];
