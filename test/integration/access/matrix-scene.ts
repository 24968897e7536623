import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Pool } from 'pg';
import { inject } from 'vitest';
import { createDefinition, createServiceKey, publishDefinition } from '#acts';
import { audit, inTransaction } from '#db';
import { letterDocx } from '#documents';
import { type Role, SCOPES, type Scope } from '#model';
import { TEMPLATES } from '#templates';
import { FileStore } from '../../../api/files/file-store.ts';
import { bacKan, CITY, CONSOLIDATOR, type CampaignScene, reportInput } from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { ownApi } from '../../harness/own-api.ts';
import { seededDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import type { Relation, Whose } from './relations.ts';

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
export const CALLERS: Readonly<Record<Whose, Readonly<Partial<Record<Relation, string>>>>> = {
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
  readonly letter: string;
  readonly incoming: string;
  readonly directive: unknown;
  readonly office: unknown;
  /** As it is at this moment. */
  revision(of: 'obligation' | 'definition'): Promise<number>;
  uploadTemplate(): FormData;
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

const PDF = '%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n';
const SECRET = randomBytes(32).toString('hex');

/** One campaign over Bắc Kạn with a province above it, a chain beside it and another province, behind an API of its own. */
export async function openScene(): Promise<Scene> {
  const { dataDir } = inject('stack');
  const database = await seededDatabase('matrix');
  const { pool, url } = database;
  await addUnits(pool);
  const life = await bacKan(pool);
  for (const unitId of await life.reporters()) await life.report(unitId);
  for (const unitId of await life.reporters()) await life.accept(unitId);
  await life.driver.settleAll();
  await takePart(pool, life.campaignId);
  const api = await ownApi({
    DATABASE_URL: url,
    CASCADE_EMBEDDED: '',
    CASCADE_SESSION_SECRET: SECRET,
    CASCADE_RATE_FACTOR: '1000',
  });
  const known = new Map<string, Promise<Caller>>();
  const once = (name: string, make: () => Promise<Caller>): Promise<Caller> => {
    const before = known.get(name) ?? make();
    known.set(name, before);
    return before;
  };
  const scene = await objects(pool, life);
  const clerk = await signedIn(pool, api.url, { unitId: WARD, role: 'leader', as: 'first' });
  const answer = await fetch(`${api.url}/api/office`, { headers: clerk.headers });
  const view: unknown = await answer.json();
  const office = typeof view === 'object' && view !== null && 'office' in view ? view.office : null;
  return {
    ...scene,
    attachment: await storedFile(pool, dataDir, scene.obligation),
    office,
    revision: async (of) =>
      Number(
        of === 'definition'
          ? await one(pool, 'SELECT draft_revision AS id FROM definition WHERE id = $1', [scene.definition])
          : await one(pool, 'SELECT revision AS id FROM obligation WHERE id = $1', [scene.obligation]),
      ),
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

async function signedIn(
  pool: Pool,
  apiUrl: string,
  who: { unitId: string; role: Role; as?: string },
): Promise<Caller> {
  const id = `m-${who.unitId}-${who.role}${who.as ?? ''}`;
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

async function storedFile(pool: Pool, dataDir: string, obligation: string): Promise<string> {
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  const path = new FileStore(dataDir).path(sha256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, PDF);
  return one(
    pool,
    `INSERT INTO attachment (obligation_id, kind, file_name, extension, media_type, bytes, sha256, uploaded_by)
     VALUES ($1, 'scan', 'a.pdf', 'pdf', 'application/pdf', $3, $2, 'engine') RETURNING id`,
    [obligation, sha256, PDF.length],
  );
}

async function objects(pool: Pool, life: CampaignScene) {
  const { campaignId } = life;
  const [template] = TEMPLATES.filter(({ key }) => key === 'bac-kan-2024');
  if (template === undefined) throw new Error('no template');
  const form = template.definition.reports[0];
  const obligation = (await life.owed(WARD)).id;
  const ctx = { pool, principal: operator };
  const actorTask = (which: 'min' | 'max') =>
    one(
      pool,
      `INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
       SELECT $1, 'once', $2, 'x', $3, (SELECT ${which}(k) FROM jsonb_object_keys(plan->'tasks') k), now() FROM campaign WHERE id = $1 RETURNING id`,
      [campaignId, WARD, CITY],
    );
  let drawn = 0;
  const drawing = () => {
    drawn += 1;
    return { ...structuredClone(template.definition), key: `ve-${drawn}`, title: `Ví dụ: bản vẽ ${drawn}` };
  };
  const stored = valueOf(await createDefinition(ctx, { definition: drawing(), ownerUnitId: CITY } as never));
  valueOf(await publishDefinition(ctx, { id: stored.id, expectedRevision: stored.draftRevision } as never));
  const person = 'm-of-the-ward';
  const post = await addPerson(pool, { id: person, unitId: WARD, role: 'clerk' });
  if (template.directive === null) throw new Error('no directive');
  const tags = { subject: '{so_ky_hieu}', paragraphs: ['{#noi_dung}{dong}{/noi_dung}'] };
  const docx = new Uint8Array(await letterDocx({ ...template.directive, ...tags }));
  const auditMark = randomUUID();
  await inTransaction(pool, (tx) =>
    audit(tx, { actor: 'engine', act: 'test.done', unitId: WARD, subject: auditMark }),
  );
  const calendar = await pool.query<{ body: { id: string; version: number; days: unknown[] } }>(
    `SELECT body FROM calendar WHERE id = 'vn' ORDER BY version DESC LIMIT 1`,
  );
  const { id: _, version, ...calendarBody } = calendar.rows[0]?.body ?? { id: '', version: 0, days: [] };
  const definitionId = await one(pool, 'SELECT definition_id AS id FROM campaign WHERE id = $1', [
    campaignId,
  ]);
  return {
    campaign: campaignId,
    title: await one(pool, 'SELECT title AS id FROM campaign WHERE id = $1', [campaignId]),
    report: form?.id ?? '',
    section: form?.sections[0]?.id ?? '',
    obligation,
    taskSubject: `actorTask:${await actorTask('max')}`,
    extension: await one(
      pool,
      `INSERT INTO extension (obligation_id, old_due_at, asked_due_at, asked_date, reason, asked_at, asked_by)
       VALUES ($1, now(), now(), '2024-12-20', 'x', now(), 'engine') RETURNING id`,
      [obligation],
    ),
    actorTask: await actorTask('min'),
    definition: stored.id,
    directive: template.directive,
    letter: await one(
      pool,
      `INSERT INTO letter (kind, unit_id, campaign_id, period_key, document, chain, drafted_by, drafted_at, mode)
       VALUES ('chase', $1, $2, 'once', $3, '{"steps":[],"selfApproval":true}', 'engine', now(), 'rehearsal') RETURNING id`,
      [CITY, campaignId, JSON.stringify(template.directive)],
    ),
    incoming: await one(
      pool,
      `INSERT INTO incoming_document (unit_id, year, arrival_number, arrived_at, campaign_id, period_key, from_unit_id, from_name, document, registered_by, mode)
       VALUES ($1, 2024, 1, now(), $2, 'once', $3, 'x', $4, 'engine', 'rehearsal') RETURNING id`,
      [WARD, campaignId, CITY, JSON.stringify(template.directive)],
    ),
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
      expectedVersion: version,
      reason: 'x',
      calendar: { ...calendarBody, days: calendarBody.days.slice(1) },
    },
    reportBody: reportInput(),
    upload: () => {
      const form = new FormData();
      form.append('kind', 'scan');
      form.append('file', new Blob([PDF]), 'a.pdf');
      return form;
    },
    uploadTemplate: () => {
      const form = new FormData();
      form.append('kind', 'template');
      form.append('file', new Blob([docx]), 'mau.docx');
      return form;
    },
    drawing,
    startBody: () => ({ definitionId, rootUnitId: CITY, startAt: '2024-11-20T01:00:00.000Z' }),
    unique: () => randomUUID(),
  };
}

export const EVERY_SCOPE = [...SCOPES];
