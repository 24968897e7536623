import { randomBytes } from 'node:crypto';
import {
  countMyTasks,
  createServiceKey,
  listOfficials,
  listTasks,
  searchAll,
  type TaskListQuery,
} from '#acts';
import { type Pool } from 'pg';
import { type ConnectionPool, createPool, READER_ROLE, scopedPool } from '#db';
import type { Principal } from '#model';
import { must } from '../../test/replay/acting.ts';
import type { Installation } from '../installation.ts';
import { timed } from '../measure.ts';
import { type Desks, fill } from './rows.ts';

/** Samples of each kind of question, through the database and through the API. */
const SAMPLES = 200;
/** Officials who look at their lists at the same time: one for what a statement takes, two for what a person waits. */
const AT_ONCE = { database: 1, api: 2 };

export interface Question {
  readonly name: string;
  /** Milliseconds. */
  readonly database: { readonly median: number; readonly p99: number };
  readonly api: { readonly median: number; readonly p99: number };
}

export interface WorkplaceResults {
  readonly questions: readonly Question[];
  readonly all: Omit<Question, 'name'>;
  readonly fillSeconds: number;
  /** Plans read from beginning to end of the table of obligations while it was measured: none may. */
  readonly sequentialScans: number;
}

/** Asked half as often, and every fifth time over the whole country. */
interface Search {
  readonly search: 'people' | 'everything';
  readonly q: string;
}
type Ask = TaskListQuery | Search | 'next page' | 'counts' | 'nothing';

const QUESTIONS: readonly (readonly [string, Ask])[] = [
  ['first page', {}],
  ['next page', 'next page'],
  ['overdue reports', { overdue: true, kind: ['report'] }],
  ['nobody’s, due in 5 working days', { assignee: 'nobody', dueWithin: 5 }],
  ['words', { q: 'tinh hinh lut' }],
  ['document number', { q: '1042/BCT-TTTN' }],
  ['done', { done: true }],
  ['counts', 'counts'],
  ['search: people', { search: 'people', q: 'can bo thu 4321' }],
  ['search: campaigns, letters, units', { search: 'everything', q: '2042/UBND' }],
  // what the machine takes at that moment for any question: absolute figures mean little without it
  ['(SELECT 1; GET /api/me)', 'nothing'],
];

/** A million obligations, and lists asked for as people ask: mixed, warm, under row-level security. */
export async function measureWorkplace(its: Installation): Promise<WorkplaceResults> {
  const { desk, stack } = its;
  let desks: Desks | undefined;
  const fillMs = await timed(async () => {
    desks = await fill(desk.pool);
  });
  if (desks === undefined) throw new Error('nothing was filled');
  const readers = createPool({ databaseUrl: stack.databaseUrl, max: AT_ONCE.api, role: READER_ROLE });
  try {
    const units = unitsOf(desks);
    const { top } = desks;
    const keys = await keysOf(desk.ctx, [...units, top]);
    await ask(its, { readers, units: units.slice(0, 40), top, keys });
    const before = await scansOf(desk.pool);
    const measured = await ask(its, { readers, units, top, keys });
    const after = await scansOf(desk.pool);
    return { ...measured, fillSeconds: fillMs / 1000, sequentialScans: after - before };
  } finally {
    await readers.end();
  }
}

/** Mostly ordinary offices; one in ten the busiest, one in ten a province that collects. */
function unitsOf({ ordinary, collecting, busy }: Desks): readonly string[] {
  return Array.from({ length: SAMPLES }, (_, n) => {
    const from = n % 10 === 4 ? busy : n % 10 === 8 ? collecting : ordinary;
    return from[n % from.length] ?? '';
  });
}

async function keysOf(
  ctx: Installation['desk']['ctx'],
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const unitId of new Set(units)) {
    const name = `bench ${randomBytes(4).toString('hex')}`;
    keys.set(unitId, must(await createServiceKey(ctx, { name, unitId, scopes: SCOPES })).secret);
  }
  return keys;
}

const SCOPES = [
  'read',
  'people:write',
  'registers:write',
  'letters:write',
  'letters:approve',
  'letters:issue',
] as const;

interface Asking {
  readonly readers: Pool;
  readonly units: readonly string[];
  readonly top: string;
  readonly keys: ReadonlyMap<string, string>;
}

async function ask(
  { stack }: Installation,
  { readers, units, top, keys }: Asking,
): Promise<Pick<WorkplaceResults, 'questions' | 'all'>> {
  const database = QUESTIONS.map((): number[] => []);
  const api = QUESTIONS.map((): number[] => []);
  const through = async (
    figures: readonly number[][],
    atOnce: number,
    answer: (unitId: string, ask: Ask) => Promise<number>,
  ) => {
    const jobs = units
      .flatMap((unit, n) =>
        QUESTIONS.flatMap(([, question], index) => {
          if (isSearch(question) && n % 2 === 1) return [];
          return [{ unitId: isSearch(question) && n % 10 === 0 ? top : unit, question, index }];
        }),
      )
      .values();
    const official = async (): Promise<void> => {
      for (const { unitId, question, index } of jobs) figures[index]?.push(await answer(unitId, question));
    };
    await Promise.all(Array.from({ length: atOnce }, official));
  };
  // one after the other: what the API takes of the machine is no time of the database
  await through(database, AT_ONCE.database, (unitId, question) => throughActs(readers, unitId, question));
  await through(api, AT_ONCE.api, (unitId, question) =>
    throughApi(stack.apiUrl ?? '', keys.get(unitId) ?? '', question),
  );
  const ofTheList = (_: unknown, index: number): boolean => {
    const question = QUESTIONS[index]?.[1];
    return question !== undefined && question !== 'nothing' && !isSearch(question);
  };
  const figures = (index: number) => ({
    database: spread(database[index] ?? []),
    api: spread(api[index] ?? []),
  });
  return {
    questions: QUESTIONS.map(([name], index) => ({ name, ...figures(index) })),
    all: { database: spread(database.filter(ofTheList).flat()), api: spread(api.filter(ofTheList).flat()) },
  };
}

const isSearch = (question: Ask): question is Search => typeof question === 'object' && 'search' in question;

/** All the statements of one answer, on connections that serve requests: the time that they are waited for. */
async function throughActs(readers: Pool, unitId: string, question: Ask): Promise<number> {
  const principal: Principal = {
    ...{ kind: 'service', id: 'service:bench', name: 'bench', unitId, roles: [], scopes: SCOPES },
    ...{ postId: null, actingFor: null },
  };
  const scoped = scopedPool(readers, { unitId, onBehalfOf: null });
  const { pool, spent } = metered(scoped);
  const ctx = { pool, principal };
  if (question === 'nothing') await pool.query('SELECT 1');
  else if (question === 'counts') must(await countMyTasks(ctx, {}));
  else if (isSearch(question)) {
    if (question.search === 'people') must(await listOfficials(ctx, { q: question.q }));
    else must(await searchAll(ctx, question.q));
  } else if (question !== 'next page') must(await listTasks(ctx, question));
  else {
    const { nextCursor } = must(await listTasks({ ...ctx, pool: scoped }, { limit: 10 }));
    must(await listTasks(ctx, nextCursor === null ? {} : { cursor: nextCursor }));
  }
  return spent();
}

/** Adds up the milliseconds between each statement and its answer; what an act computes in between is not in it. */
function metered(pool: ConnectionPool): { readonly pool: ConnectionPool; readonly spent: () => number } {
  let spent = 0;
  const query = async (...asked: Parameters<ConnectionPool['query']>) => {
    const began = performance.now();
    const answer = await pool.query(...asked);
    spent += performance.now() - began;
    return answer;
  };
  return {
    // the two forms of Queryable, handed on as they came
    pool: {
      connect: () => pool.connect(),
      query: query as ConnectionPool['query'],
      totalCount: pool.totalCount,
    },
    spent: () => spent,
  };
}

async function throughApi(apiUrl: string, key: string, question: Ask): Promise<number> {
  const get = async (path: string): Promise<{ readonly nextCursor?: string | null }> => {
    const response = await fetch(new URL(path, apiUrl), { headers: { authorization: `Bearer ${key}` } });
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    // only the cursor is read, and only of lists
    return (await response.json()) as { nextCursor?: string | null };
  };
  if (question === 'nothing') return timed(() => get('/api/me'));
  if (question === 'counts') return timed(() => get('/api/tasks/counts'));
  if (isSearch(question)) {
    const path = question.search === 'people' ? '/api/people' : '/api/search';
    return timed(() => get(`${path}?q=${encodeURIComponent(question.q)}`));
  }
  if (question !== 'next page') return timed(() => get(`/api/tasks?${searchOf(question)}`));
  const { nextCursor } = await get('/api/tasks?limit=10');
  return timed(() => get(`/api/tasks?${nextCursor ? `cursor=${nextCursor}` : ''}`));
}

function searchOf(query: TaskListQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return params.toString();
}

function spread(values: readonly number[]): { readonly median: number; readonly p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

/** PostgreSQL's own count: a scan of the whole table by any statement would be in it. */
async function scansOf(pool: Pool): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ scans: number }>(
    `SELECT seq_scan AS scans FROM pg_stat_user_tables WHERE relname = 'obligation'`,
  );
  return rows[0]?.scans ?? 0;
}
