import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '#api';
import { ROLES } from '#model';
import { EXPECTED, type Expected, type Outcome, RELATIONS, type Relation } from './expected.ts';
import { type Caller, CALLERS, EVERY_SCOPE, openScene, type Scene } from './matrix-scene.ts';

const { routes } = apiRoutes({ pool: null as never, log: null as never, dataDir: '' }, null);
const names = routes.map(({ spec }) => `${spec.method.toUpperCase()} ${spec.path}`).sort();

let scene: Scene;
let calls = 0;
const AT_ONCE = 6;
/** What somebody looks at, tries out, or keeps for himself; a draft of a report says who wrote what in itself. */
const TRACELESS = new Set([
  'POST /api/me/capacity',
  'PUT /api/notices/seen',
  'POST /api/filters',
  'DELETE /api/filters/{id}',
  'PUT /api/obligations/{id}/draft',
  'POST /api/unit-imports/preview',
  'POST /api/definitions/validate',
  'POST /api/campaigns/preview',
  'POST /api/audit/verification',
]);
beforeAll(async () => {
  scene = await openScene();
});
afterAll(async () => {
  console.info(`access matrix: ${calls} calls over ${names.length} routes`);
  await scene.close();
});

interface Asked {
  readonly status: number;
  readonly text: string;
}

async function ask(method: string, row: Expected, caller: Caller | null): Promise<Asked> {
  calls += 1;
  const at = { ...scene, ownPost: caller?.post ?? randomUUID() };
  const body = await row.body?.(at);
  const form = body instanceof FormData;
  const stop = new AbortController();
  const response = await fetch(new URL(row.url(at), scene.apiUrl), {
    method,
    signal: stop.signal,
    headers: {
      ...caller?.headers,
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  // a stream has no end of its own
  const endless = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = endless ? '' : await response.text();
  if (endless) stop.abort();
  return { status: response.status, text };
}

/** Asked for what is there already, or with rows that are all refused: nothing changes in this scene. */
const AS_IT_WAS = new Set([
  'POST /api/bulk',
  'POST /api/definitions/{id}/template',
  'POST /api/definitions/{id}/versions',
  'POST /api/incoming',
]);

const audited = async (): Promise<number> =>
  (await scene.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM audit')).rows[0]?.n ?? 0;

/** Let through: done, or refused for what the object has become meanwhile; 400 would say that the row's body is wrong. */
const outcomeOf = (status: number): Outcome | number =>
  status < 300 || status === 409 || status === 422 ? 'ok' : status;

const fits = (expected: Outcome, status: number): boolean =>
  expected === 422 ? status === 422 : outcomeOf(status) === expected;

const forRelation = (row: Expected, relation: Relation, system: boolean): Outcome =>
  (system ? row.systems?.[relation] : undefined) ?? row.on[relation] ?? 404;

describe('the table of who may', () => {
  it('has a row for every route, and no other', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(names);
  });
});

describe.each(names.filter((name) => name in EXPECTED))('%s', (name) => {
  const method = name.split(' ')[0] ?? '';
  const row = EXPECTED[name];
  if (row === undefined) return;
  const at = CALLERS[row.of ?? 'ward'];
  const relations = (row.of === null ? (['own', 'otherProvince', 'otherChain'] as const) : RELATIONS).flatMap(
    (relation) => {
      const unitId = at[relation];
      return unitId === undefined ? [] : [{ relation, unitId }];
    },
  );

  it('answers each role at each place as the table says', async () => {
    const wrong: string[] = [];
    const look = (who: string, expected: Outcome, { status, text }: Asked) => {
      const listed = row.names !== undefined;
      if (listed && expected !== 403) {
        const told = status === 200 && text.includes(row.names?.(scene) ?? '');
        if (told !== (expected === 'ok'))
          wrong.push(`${who}: ${status}, named ${told}, expected ${expected}`);
      } else if (!fits(expected, status))
        wrong.push(`${who}: ${status} ${text.slice(0, 160)}, expected ${expected}`);
    };
    look('nobody', 401 as never, await ask(method, row, null));
    const bare = await ask(method, row, await scene.system(null, []));
    const free = name.endsWith('/api/me') || name.endsWith('/api/me/capacity');
    if (!free) look('key without scopes', 403, bare);
    // refused first: what is allowed may change what there is to refuse
    const people = relations.flatMap(({ relation, unitId }) =>
      ROLES.map((role) => {
        const said = row.except?.[role]?.[relation];
        const expected =
          said ?? (row.roles.includes(role) ? forRelation(row, relation, false) : (row.others ?? 403));
        return { who: `${role} ${relation}`, expected, caller: () => scene.person_(unitId, role) };
      }),
    );
    const systems = relations.map(({ relation, unitId }) => ({
      who: `system ${relation}`,
      expected: forRelation(row, relation, true),
      caller: () => scene.system(unitId, EVERY_SCOPE),
    }));
    const all = [...people, ...systems].sort(
      (a, b) => Number(a.expected === 'ok') - Number(b.expected === 'ok'),
    );
    const refused = all.filter(({ expected }) => expected !== 'ok');
    for (let from = 0; from < refused.length; from += AT_ONCE)
      await Promise.all(
        refused
          .slice(from, from + AT_ONCE)
          .map(async ({ who, expected, caller }) =>
            look(who, expected, await ask(method, row, await caller())),
          ),
      );
    let done = 0;
    let traces = 0;
    for (const { who, expected, caller } of all.filter((one) => one.expected === 'ok')) {
      const known = await caller();
      const before = await audited();
      const answer = await ask(method, row, known);
      if (answer.status < 300) done += 1;
      traces += (await audited()) - before;
      look(who, expected, answer);
    }
    // whatever changed something stands in the trail; what only reads, or was refused, does not
    const changes = method !== 'GET' && done > 0 && !TRACELESS.has(name) && !AS_IT_WAS.has(name);
    if (changes !== traces > 0) wrong.push(`${done} times let through, ${traces} entries in the trail`);
    expect(wrong).toEqual([]);
  });
});
