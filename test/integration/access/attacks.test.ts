import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '#api';
import { audit, inTransaction } from '#db';
import { WORD, zip } from '../../../api/files/zip.fixture.ts';
import { EXPECTED } from './expected.ts';
import { type Caller, EVERY_SCOPE, openScene, type Scene } from './matrix-scene.ts';

const ELSEWHERE = '2024-province-01';
const SIBLING = '2024-commune-01843';
/** What only the server sets. */
const SERVER_SET =
  'id status state version no revision receivedAt submittedBy createdBy createdAt decidedBy decidedAt signedBy unitId campaignId onBehalfOf hash acceptedVersion dueAt number issuedAt issuedBy draftedBy late roles scopes isAdmin example __proto__x'.split(
    ' ',
  );

const { routes } = apiRoutes({ pool: null as never, log: null as never, dataDir: '' }, null);
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

interface Asked {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `target`: method and path, as in `GET /api/me`. */
async function ask(
  caller: Pick<Caller, 'headers'> | null,
  target: string,
  { body, headers = {} }: Sent = {},
): Promise<Asked> {
  const [method = '', path = ''] = target.split(' ');
  const form = body instanceof FormData;
  const raw = typeof body === 'string';
  const response = await fetch(new URL(path, scene.apiUrl), {
    method,
    headers: {
      ...caller?.headers,
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: form || raw ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

interface Given {
  readonly postId: string;
  readonly to: string;
  /** Null: everything that the post may. */
  readonly scopes: readonly string[] | null;
  readonly from?: string;
  readonly until?: string;
}

/** What the holder of a post gives to somebody; the answer is the capacity to act in. */
async function delegated({ postId, to, scopes, from = '-1 day', until = '1 day' }: Given): Promise<string> {
  const { rows } = await scene.pool.query<{ id: string }>(
    `INSERT INTO delegation (kind, post_id, from_person_id, to_person_id, from_at, to_at, scopes, reason, created_by)
     SELECT 'delegation', h.post_id, h.person_id, $2, now() + $3::interval, now() + $4::interval, $5, 'x', 'engine'
       FROM post_holder h WHERE h.post_id = $1 RETURNING id`,
    [postId, to, from, until, scopes],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`nobody holds ${postId}`);
  return id;
}

const actIn = (who: Caller, capacityId: string): Promise<Asked> =>
  ask(who, 'POST /api/me/capacity', { body: { capacityId } });

const codeOf = ({ text }: Asked): string => /"code":"([\w.]+)"/.exec(text)?.[1] ?? '';

describe('mass assignment', () => {
  it('of every field that the server sets is refused on every route that takes a body', async () => {
    const system = await scene.system(null, EVERY_SCOPE);
    let tried = 0;
    for (const { spec } of routes) {
      const name = `${spec.method.toUpperCase()} ${spec.path}`;
      const row = EXPECTED[name];
      if (!(spec.body instanceof z.ZodObject) || row === undefined) continue;
      const given = await row.body?.(scene);
      for (const field of SERVER_SET) {
        if (field in spec.body.shape) continue;
        const answer = await ask(system, `${spec.method.toUpperCase()} ${row.url(scene)}`, {
          body: {
            ...(typeof given === 'object' ? given : {}),
            [field]: 'x',
          },
        });
        expect([name, field, answer.status, answer.text.includes('api.unknownKey')]).toEqual([
          name,
          field,
          400,
          true,
        ]);
        tried += 1;
      }
    }
    console.info(`mass assignment: ${tried} fields refused`);
    expect(tried).toBeGreaterThan(1000);
  });
});

describe('filters, cursors and foreign ids', () => {
  it('widen nobody’s view', async () => {
    const stranger = await scene.person_(ELSEWHERE, 'administrator');
    const filters = [
      '',
      `&unit=${scene.units.ward}`,
      `&collector=${scene.units.office}`,
      `&campaign=${scene.campaign}`,
      `&unit=${scene.units.ward}&campaign=${scene.campaign}`,
      `&q=${encodeURIComponent('Đức Xuân')}`,
    ];
    const own = await scene.person_(scene.units.city, 'administrator');
    let tried = 0;
    for (const [name, row] of Object.entries(EXPECTED)) {
      if (row.names === undefined || row.on.otherProvince !== undefined) continue;
      const path = row.url(scene).split('?')[0] ?? '';
      const cursor = /"nextCursor":"([^"]+)"/.exec((await ask(own, `GET ${path}?limit=1`)).text)?.[1];
      for (const filter of [
        ...filters,
        ...(cursor === undefined ? [] : [`&cursor=${encodeURIComponent(cursor)}`]),
      ]) {
        const answer = await ask(stranger, `GET ${path}?limit=200${filter}`);
        const told = answer.text.includes(row.names(scene));
        expect([name, filter, told, answer.status < 500]).toEqual([name, filter, false, true]);
        tried += 1;
      }
    }
    console.info(`scope escapes: ${tried} filters and cursors, nothing foreign shown`);
    expect(tried).toBeGreaterThan(60);
  });

  it('are refused in bodies: files, people, posts and units of others', async () => {
    const sibling = await scene.person_(SIBLING, 'leader');
    const ward = await scene.person_(scene.units.ward, 'leader');
    const owed = /"id":"([0-9a-f-]{36})"/.exec(
      (await ask(sibling, `GET /api/obligations?campaign=${scene.campaign}`)).text,
    )?.[1];
    if (owed === undefined) throw new Error('the sibling owes nothing');
    const report = scene.reportBody as object;
    const assign = { act: 'assign', expectedRevision: null, personId: `m-${SIBLING}-leader` };
    const absence = {
      kind: 'absence',
      fromDate: '2099-01-01',
      toDate: '2099-01-02',
      scopes: null,
      reason: 'x',
    };
    const stranger = await scene.person_(SIBLING, 'administrator');
    const foreignKey = (change: object) => ({
      name: 'x',
      unitId: scene.units.ward,
      scopes: ['read'],
      ...change,
    });
    const attempts: [Caller, string, object, string][] = [
      [
        sibling,
        `POST /api/obligations/${owed}/reports`,
        { ...report, attachments: [scene.attachment] },
        'report.attachmentUnknown',
      ],
      [ward, `PUT /api/tasks/${encodeURIComponent(scene.taskSubject)}/work`, assign, 'task.notAColleague'],
      [
        ward,
        `PUT /api/incoming/${scene.incoming}/opinion`,
        { leadPersonId: `m-${SIBLING}-leader`, expectedRevision: 1 },
        'incoming.notOfUnit',
      ],
      [
        sibling,
        'POST /api/delegations',
        { ...absence, postId: scene.post, toPersonId: `m-${SIBLING}-leader` },
        'post.notFound',
      ],
      [
        ward,
        'POST /api/delegations',
        { ...absence, postId: ward.post, toPersonId: 'vd-lanh-dao-bct' },
        'delegation.receiverNotFound',
      ],
      [
        stranger,
        'POST /api/posts',
        { unitId: scene.units.ward, title: '', roles: ['clerk'] },
        'organisation.notFound',
      ],
      [stranger, 'POST /api/keys', foreignKey({}), 'organisation.notFound'],
      [stranger, 'POST /api/keys', foreignKey({ unitId: null }), 'organisation.notFound'],
      // a scope that the maker does not hold
      [
        stranger,
        'POST /api/keys',
        foreignKey({ unitId: SIBLING, scopes: ['campaigns:write'] }),
        'api.forbidden',
      ],
      [sibling, 'POST /api/campaigns', { ...scene.startBody(), mode: 'rehearsal' }, 'organisation.notFound'],
    ];
    for (const [caller, target, body, code] of attempts)
      expect([target, codeOf(await ask(caller, target, { body }))]).toEqual([target, code]);
    console.info(`foreign ids in bodies: ${attempts.length} refused`);
  });
});

describe('a session', () => {
  it('is worth nothing when planted, altered, of a disabled person, or a key revoked', async () => {
    const me = (caller: Caller | null) => ask(caller, 'GET /api/me').then(({ status }) => status);
    const clerk = await scene.person_('x-below-ward', 'clerk');
    expect(await me(clerk)).toBe(200);
    const cookie = clerk.headers['cookie'] ?? '';
    const planted = [
      'cascade=s%3Aplanted.x',
      cookie.slice(0, -3),
      cookie.replace('s%3A', ''),
      `cascade=${randomUUID()}`,
    ];
    for (const one of planted)
      expect([one, await me({ headers: { cookie: one }, post: '' })]).toEqual([one, 401]);
    await scene.pool.query(`UPDATE person SET disabled_at = now() WHERE id = 'm-x-below-ward-clerk'`);
    expect(await me(clerk)).toBe(401);
    await scene.pool.query(`UPDATE person SET disabled_at = NULL WHERE id = 'm-x-below-ward-clerk'`);
    // not back with the person: that session has ended
    expect(await me(clerk)).toBe(401);
    const key = await scene.system(ELSEWHERE, ['read']);
    expect(await me(key)).toBe(200);
    await scene.pool.query(
      `UPDATE service_key SET revoked_at = now() WHERE unit_id = $1 AND scopes = '{read}'`,
      [ELSEWHERE],
    );
    expect(await me(key)).toBe(401);
    console.info(`sessions: ${planted.length + 3} refused`);
  });

  it('acts only when the request comes from our own page', async () => {
    const clerk = await scene.person_(scene.units.ward, 'officer');
    const { cookie = '' } = clerk.headers;
    const own = scene.apiUrl;
    const origins = [own, 'https://elsewhere.example', 'null', `${own}.elsewhere.example`, undefined];
    const sites = ['same-origin', 'same-site', 'cross-site', 'none', undefined];
    const acts = [
      ['PUT', '/api/notices/seen', { upTo: 0 }],
      ['POST', '/api/filters', { name: 'x', query: {} }],
      ['DELETE', `/api/filters/${randomUUID()}`, undefined],
    ] as const;
    let refused = 0;
    for (const [method, path, body] of acts)
      for (const origin of origins)
        for (const site of sites) {
          const headers = { cookie, ...(origin && { origin }), ...(site && { 'sec-fetch-site': site }) };
          const answer = await ask(null, `${method} ${path}`, { body, headers });
          const ours =
            (site === 'same-origin' || site === undefined) && (origin === own || origin === undefined);
          const may = ours && !(site === undefined && origin === undefined);
          expect([method, origin, site, codeOf(answer) === 'api.crossSite']).toEqual([
            method,
            origin,
            site,
            !may,
          ]);
          refused += may ? 0 : 1;
        }
    // a form of another page can send these types without asking first
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(
        (await ask(clerk, 'PUT /api/notices/seen', { body: '{"upTo":0}', headers: { 'content-type': type } }))
          .status,
      ).toBe(415);
    console.info(`cross-site: ${refused} requests refused, 3 content types refused`);
  });

  it('in another’s post ends with the delegation, is no wider than it, and gives nothing on', async () => {
    const giver = await scene.person_(SIBLING, 'leader');
    const substitute = await scene.person_(SIBLING, 'clerk');
    const give = (from: string, until: string) =>
      delegated({ postId: giver.post, to: `m-${SIBLING}-clerk`, scopes: ['read'], from, until });
    const act = (id: string) => actIn(substitute, id);
    const over = await give('-2 days', '-1 day');
    const coming = await give('1 day', '2 days');
    for (const id of [over, coming, giver.post]) expect([id, (await act(id)).status]).toEqual([id, 404]);
    const now = await give('-1 day', '1 day');
    expect((await act(now)).status).toBe(200);
    // read was given, of a leader's post: nothing else of it
    const wide = await ask(substitute, `POST /api/campaigns/${scene.campaign}/close`, { body: {} });
    expect(wide.status).toBe(403);
    const on = {
      kind: 'absence',
      postId: giver.post,
      toPersonId: `m-${SIBLING}-officer`,
      fromDate: '2099-01-01',
      toDate: '2099-01-02',
      scopes: null,
      reason: 'x',
    };
    await scene.person_(SIBLING, 'officer');
    expect(codeOf(await ask(substitute, 'POST /api/delegations', { body: on }))).toBe('people.notPassedOn');
    await scene.pool.query('UPDATE delegation SET to_at = now() WHERE id = $1', [now]);
    expect((await ask(substitute, 'GET /api/me')).text).toContain('"actingFor":null');
    console.info('delegation: 6 attempts refused');
  });
});

describe('a letter', () => {
  it('is not approved by whoever wrote in it, in his own post, in another’s, or by his substitute', async () => {
    const { city } = scene.units;
    const [writer, officer, clerk] = await Promise.all(
      (['leader', 'officer', 'clerk'] as const).map((role) => scene.person_(city, role)),
    );
    if (writer === undefined || officer === undefined || clerk === undefined) throw new Error('nobody');
    const letter = `/api/letters/${scene.letter}`;
    const revision = async (): Promise<number> =>
      Number(/"revision":(\d+)/.exec((await ask(writer, `GET ${letter}`)).text)?.[1]);
    const document = { ...(scene.directive as object), subject: 'Ví dụ: trích yếu do lãnh đạo viết' };
    const written = await ask(writer, `PUT ${letter}`, {
      body: { document, addedTasks: [], expectedRevision: await revision() },
    });
    expect([written.status, written.text]).toEqual([200, written.text]);
    const sent = await ask(officer, `POST ${letter}/submission`, {
      body: { expectedRevision: await revision() },
    });
    expect([sent.status, sent.text]).toEqual([200, sent.text]);

    const approve = async (who: Caller) =>
      ask(who, `POST ${letter}/approval`, { body: { expectedRevision: await revision() } });
    const other = (
      await scene.pool.query<{ id: string }>(
        `SELECT post_id AS id FROM post_holder WHERE person_id = 'vd-lanh-dao-bk'`,
      )
    ).rows[0]?.id;
    const forWriter = await delegated({ postId: writer.post, to: `m-${city}-clerk`, scopes: null });
    const forOther = { postId: other ?? '', scopes: null };
    const writerForOther = await delegated({ ...forOther, to: `m-${city}-leader` });
    const attempts: [string, Caller, string | null, string][] = [
      ['the writer', writer, null, 'letter.ownWorkForbidden'],
      ['the writer in another leader’s post', writer, writerForOther, 'letter.ownWorkForbidden'],
      ['the writer’s substitute', clerk, forWriter, 'letter.ownWorkForbidden'],
      ['an officer', officer, null, 'letter.notApproverForbidden'],
    ];
    for (const [name, who, capacity, code] of attempts) {
      if (capacity !== null) expect([name, (await actIn(who, capacity)).status]).toEqual([name, 200]);
      const answer = await approve(who);
      expect([name, answer.status, codeOf(answer)]).toEqual([name, 403, code]);
    }
    // not for want of anything else: another leader's substitute, who wrote nothing, approves it
    const clerkForOther = await delegated({ ...forOther, to: `m-${city}-clerk` });
    expect((await actIn(clerk, clerkForOther)).status).toBe(200);
    expect((await approve(clerk)).status).toBe(200);
    console.info(`own work: ${attempts.length} approvals refused`);
  });
});

describe('a report and a request', () => {
  it('are decided on by nobody who had a hand in them, whatever post he acts in', async () => {
    const { office } = scene.units;
    const [officer, leader] = await Promise.all(
      (['officer', 'leader'] as const).map((role) => scene.person_(office, role)),
    );
    if (officer === undefined || leader === undefined) throw new Error('nobody');
    const path = `/api/obligations/${scene.obligation}`;
    const expectedRevision = Number(/"revision":(\d+)/.exec((await ask(officer, `GET ${path}`)).text)?.[1]);
    const reason = 'Ví dụ';
    const returning = { act: 'return', items: [{ obligationId: scene.obligation, no: 1 }], reason };
    const attempts: [string, object][] = [
      [`POST ${path}/reports/1/acceptance`, { expectedRevision }],
      [`POST ${path}/reports/1/return`, { expectedRevision, reason }],
      ['POST /api/bulk', returning],
      [`POST /api/extensions/${scene.extension}/decision`, { decision: 'refuse', expectedRevision }],
    ];
    const own = `person:m-${office}-officer`;
    const table = `GET /api/campaigns/${scene.campaign}/periods/once/units/${office}/table`;
    /** What the table says beforehand. */
    const said = async () => {
      const { rows } = JSON.parse((await ask(officer, table)).text) as {
        rows: { obligationId: string; ownReport: boolean; ownRequest: boolean }[];
      };
      const row = rows.find(({ obligationId }) => obligationId === scene.obligation);
      return [row?.ownReport, row?.ownRequest];
    };
    // he holds a post of the ward too, or stood in there; or somebody stood in for him
    for (const column of ['submitted_by', 'on_behalf_of'] as const) {
      const asked = column === 'submitted_by' ? 'asked_by' : column;
      await scene.pool.query(`UPDATE report_version SET ${column} = $2 WHERE obligation_id = $1`, [
        scene.obligation,
        own,
      ]);
      await scene.pool.query(`UPDATE extension SET ${asked} = $2 WHERE id = $1`, [scene.extension, own]);
      expect([column, await said()]).toEqual([column, [true, true]]);
      for (const [target, body] of attempts)
        expect([column, target, codeOf(await ask(officer, target, { body }))]).toEqual([
          column,
          target,
          'obligation.ownWorkForbidden',
        ]);
      await scene.pool.query(`UPDATE report_version SET ${column} = 'engine' WHERE obligation_id = $1`, [
        scene.obligation,
      ]);
      await scene.pool.query(`UPDATE extension SET ${asked} = 'engine' WHERE id = $1`, [scene.extension]);
    }
    expect(await said()).toEqual([false, false]);
    const [acceptance] = attempts;
    if (acceptance === undefined) throw new Error('nothing tried');
    // not for want of anything else: it is only accepted already
    expect(codeOf(await ask(officer, acceptance[0], { body: acceptance[1] }))).toBe(
      'obligation.alreadyAccepted',
    );
    console.info(`own reports and requests: ${attempts.length * 2} decisions refused`);
  });
});

describe('an administrator', () => {
  it('gives himself no right that he lacks: by his post’s roles, by another post, or as a substitute', async () => {
    const administrator = await scene.person_(SIBLING, 'administrator');
    const leader = await scene.person_(SIBLING, 'leader');
    const me = `m-${SIBLING}-administrator`;
    const roles = ['administrator', 'leader'];
    const days = { fromDate: '2099-01-01', toDate: '2099-01-02', scopes: null };
    const attempts: [string, object][] = [
      [`PUT /api/posts/${administrator.post}`, { title: '', roles, closed: false, expectedRevision: 1 }],
      [`POST /api/posts/${leader.post}/handover`, { toPersonId: me, reason: 'x', expectedRevision: 1 }],
      [
        'POST /api/delegations',
        { kind: 'absence', postId: leader.post, toPersonId: me, reason: 'x', ...days },
      ],
    ];
    for (const [target, body] of attempts) {
      const answer = await ask(administrator, target, { body });
      expect([target, answer.status, codeOf(answer)]).toEqual([target, 403, 'people.ownRightsForbidden']);
    }
    // renaming his own post, and less of it, he may
    const body = { title: 'Ví dụ', roles: ['administrator'], closed: false, expectedRevision: 1 };
    expect((await ask(administrator, `PUT /api/posts/${administrator.post}`, { body })).status).toBe(200);
    console.info(`own rights: ${attempts.length} ways refused`);
  });
});

describe('an event stream', () => {
  it('from a place that does not exist is refused, or keeps nothing from others who listen', async () => {
    const person = await scene.person_(scene.units.city, 'leader');
    const path = `/api/campaigns/${scene.campaign}`;
    const places = ['99999999999999999999.1', '18446744073709551616.1', '1.9223372036854775808', '1', 'x.1'];
    for (const place of places)
      for (const [target, headers] of [
        [`GET ${path}/events?after=${place}`, {}],
        [`GET ${path}/stream?after=${place}`, {}],
        [`GET ${path}/stream`, { 'last-event-id': place }],
      ] as const)
        expect([target, (await ask(person, target, { headers })).status]).toEqual([target, 400]);

    const leave = new AbortController();
    const listen = async (query: string) => {
      const { headers } = person;
      const opened = await fetch(`${scene.apiUrl}${path}/stream${query}`, { headers, signal: leave.signal });
      const reader = opened.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (reader === undefined) throw new Error('no stream');
      return async (word: string): Promise<string> => {
        let text = '';
        while (!text.includes(word)) {
          const { value, done } = await reader.read();
          if (done) break;
          text += value;
        }
        return text;
      };
    };
    // the furthest place there could ever be: nothing lies behind it, and it was listened at first
    const first = await listen('?after=18446744073709551615.9223372036854775807');
    await first('ready');
    const second = await listen('');
    await second('ready');
    await scene.pool.query(
      `INSERT INTO event (campaign_id, at, kind, data) VALUES ($1, now(), 'test.heard', '{}')`,
      [scene.campaign],
    );
    for (const heard of [second, first]) expect(await heard('test.heard')).toContain('test.heard');
    leave.abort();
    console.info(`event streams: ${places.length * 3} places refused, 1 kept nothing from others`);
  });
});

describe('files and texts', () => {
  it('that are not what they say are refused over HTTP', async () => {
    const leader = await scene.person_(scene.units.ward, 'leader');
    const macro = zip({ ...WORD, 'word/vbaProject.bin': 'x' });
    const relation = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://elsewhere.example/a.dotm" TargetMode="External"/></Relationships>`;
    const external = zip({ ...WORD, 'word/_rels/settings.xml.rels': relation });
    const bomb = zip({ ...WORD, 'word/media/a.bin': { content: Buffer.alloc(220_000_000) } } as never);
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n');
    const files: [string, Buffer][] = [
      ['a.docx', macro],
      ['a.docx', external],
      ['a.docx', bomb],
      ['a.pdf', Buffer.concat([zip(WORD), pdf])],
      ['a.docx', Buffer.concat([pdf, zip(WORD)])],
      ['a.pdf', Buffer.from('<html><script>alert(1)</script>')],
      ['a.svg', Buffer.from('<svg onload="alert(1)"/>')],
      ['a.html', Buffer.from('<html>')],
      ['a.docm', macro],
      ['a.pdf.exe', pdf],
      ['a.xlsx', zip(WORD)],
      ['a.png', pdf],
    ];
    for (const [name, content] of files) {
      const form = new FormData();
      form.append('kind', 'scan');
      form.append('file', new Blob([new Uint8Array(content)]), name);
      const answer = await ask(leader, `POST /api/obligations/${scene.obligation}/attachments`, {
        body: form,
      });
      expect([name, answer.status < 500, codeOf(answer)]).toEqual([
        name,
        true,
        expect.stringMatching(/^attachment\./),
      ]);
    }
    const writer = await scene.person_(scene.units.ward, 'clerk');
    const many = `<a>${'<b/>'.repeat(70_000)}</a>`;
    const lies = { content: Buffer.from(many), claim: 1000 };
    const templates: [Buffer, string][] = [
      [zip({ ...WORD, 'word/header1.xml': many }), 'documents.templateHeavy'],
      [zip({ ...WORD, 'word/header1.xml': lies }), 'attachment.broken'],
    ];
    for (const [content, code] of templates) {
      const form = new FormData();
      form.append('kind', 'template');
      form.append('file', new Blob([new Uint8Array(content)]), 'a.docx');
      expect(codeOf(await ask(writer, 'POST /api/office/template', { body: form }))).toBe(code);
    }
    console.info(`uploads: ${files.length + templates.length} refused`);
  });

  it('stay text: answers are JSON, downloads are attachments, pages carry a strict policy', async () => {
    const nasty = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await scene.pool.query('UPDATE campaign SET title = $2 WHERE id = $1', [scene.campaign, nasty]);
    await scene.pool.query('UPDATE obligation SET unit_name = $2 WHERE id = $1', [scene.obligation, nasty]);
    const city = await scene.person_(scene.units.city, 'leader');
    let looked = 0;
    for (const { spec, content } of routes) {
      const row = EXPECTED[`GET ${spec.path}`];
      if (spec.method !== 'get' || row === undefined || spec.path.endsWith('/stream')) continue;
      const { headers } = await ask(city, `GET ${row.url(scene)}`);
      const type = headers.get('content-type') ?? '';
      expect([spec.path, type]).toEqual([spec.path, expect.not.stringContaining('html')]);
      expect([spec.path, headers.get('x-content-type-options')]).toEqual([spec.path, 'nosniff']);
      if (content !== null && !/json/.test(type))
        expect([spec.path, headers.get('content-disposition')]).toEqual([
          spec.path,
          expect.stringMatching(/^attachment/),
        ]);
      looked += 1;
    }
    const page = await ask(null, 'GET /campaigns');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain(`frame-ancestors 'none'`);
    console.info(`text as text: ${looked} answers`);
  });

  it('never become formulas of a spreadsheet', async () => {
    const starts = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '=HYPERLINK("https://elsewhere.example")',
    ];
    const city = await scene.person_(scene.units.city, 'auditor');
    for (const text of starts) {
      await inTransaction(scene.pool, (tx) =>
        audit(tx, {
          actor: 'engine',
          act: 'test.formula',
          unitId: scene.units.ward,
          subject: text,
          after: { text },
        }),
      );
      await scene.pool.query('UPDATE obligation SET unit_name = $2 WHERE id = $1', [scene.obligation, text]);
      await scene.pool.query('UPDATE incoming_document SET from_name = $2 WHERE id = $1', [
        scene.incoming,
        text,
      ]);
      const ward = await scene.person_(scene.units.ward, 'clerk');
      for (const [caller, path] of [
        [city, '/api/audit/export'],
        [city, `/api/campaigns/${scene.campaign}/board/export?period=once&figure=expected`],
        [ward, '/api/incoming/export'],
        [ward, '/api/outgoing/export'],
      ] as const) {
        const { status, text: csv } = await ask(caller, `GET ${path}`);
        expect([path, status]).toEqual([path, 200]);
        const cells = csv
          .split(/(?:[;,]|\r?\n)(?=(?:[^"]*"[^"]*")*[^"]*$)/)
          .map((cell) => cell.replace(/^\ufeff?"?/, ''));
        const formulas = cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-\D/.test(cell));
        expect([path, text, formulas]).toEqual([path, text, []]);
      }
    }
    console.info(`formulas: ${starts.length * 4} exports without one`);
  });
});
