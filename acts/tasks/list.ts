import {
  calendarsInForce,
  countTasks,
  databaseNow,
  findTasks,
  type Queryable,
  rehearsalClocks,
  type TaskFilter,
  type TaskReader,
} from '#db';
import { endOfWorkingDays, parseDocumentCode, workingCalendar, YearNotCovered } from '#engine';
import { type Calendar, ok, problem, refuse, type Result, type TaskKind, type TaskQuery } from '#model';
import { missingScope } from '../authorise.ts';
import { type Page, pageSize } from '../campaigns.ts';
import type { ActContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isUuid } from '../scene.ts';
import { readerOf } from './reader.ts';
import { type Task, tasksOf } from './view.ts';

export interface TaskListQuery extends TaskQuery {
  /** Whose desk; a system's only, people see their own. */
  readonly unitId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** What waits for the unit, by deadline; `done`: what it has finished, the newest first. */
export async function listTasks(ctx: ActContext, query: TaskListQuery = {}): Promise<Result<Page<Task>>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const reader = await readerOf(ctx, query.unitId);
  if (!reader.ok) return reader;
  const cursor = decodeCursor(query.cursor, 2);
  const [sortAt = '', subject = ''] = cursor === 'bad' ? [] : (cursor ?? []);
  if (cursor === 'bad' || (cursor !== undefined && !isSortKey(sortAt)))
    return refuse(problem('api.badCursor', ['cursor']));
  const limit = pageSize(query.limit);
  const calendars = await calendarsInForce(ctx.pool);
  const filter = await filterOf(ctx.pool, { query, reader: reader.value, calendars });
  if (!filter.ok) return filter;
  const rows = await findTasks(ctx.pool, {
    reader: reader.value,
    filter: filter.value,
    page: { after: cursor === undefined ? null : { sortAt, subject }, limit: limit + 1 },
    done: query.done ?? false,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    items: await tasksOf(ctx.pool, shown, calendars),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sortAt, last.subject]) : null,
  });
}

export interface TaskCounts {
  readonly total: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly byKind: Readonly<Partial<Record<TaskKind, number>>>;
}

export async function countMyTasks(
  ctx: ActContext,
  {
    unitId,
    mode,
  }: { readonly unitId?: string | undefined; readonly mode?: 'live' | 'rehearsal' | undefined },
): Promise<Result<TaskCounts>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const reader = await readerOf(ctx, unitId);
  if (!reader.ok) return reader;
  const counts = await countTasks(ctx.pool, reader.value, mode ?? null);
  const sum = (of: 'count' | 'overdue' | 'dueThisWeek' | 'mine' | 'unassigned'): number =>
    counts.reduce((total, one) => total + one[of], 0);
  return ok({
    total: sum('count'),
    overdue: sum('overdue'),
    dueThisWeek: sum('dueThisWeek'),
    mine: sum('mine'),
    unassigned: sum('unassigned'),
    byKind: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
  });
}

/** Tasks of this unit's desk by their names; those that are not there (any more) are missing. */
export async function tasksNamed(
  db: Queryable,
  reader: TaskReader,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Task>> {
  const page = { after: null, limit: subjects.length };
  const rows = await findTasks(db, { reader, filter: { ...NOTHING, subjects }, page, done: false });
  const tasks = await tasksOf(db, rows, await calendarsInForce(db));
  return new Map(tasks.map((task) => [task.subject, task]));
}

/** As PostgreSQL writes an instant, or `infinity`; anything else is no cursor of ours. */
const isSortKey = (text: string): boolean =>
  /^(infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00)$/.test(text);

const NOTHING: TaskFilter = {
  kinds: null,
  campaignId: null,
  mode: null,
  overdue: null,
  dueBefore: null,
  mine: false,
  assignee: null,
  fromUnitId: null,
  status: null,
  words: [],
  code: null,
  subjects: null,
};

interface Asked {
  readonly query: TaskListQuery;
  readonly reader: TaskReader;
  readonly calendars: readonly Calendar[];
}

async function filterOf(db: Queryable, { query, reader, calendars }: Asked): Promise<Result<TaskFilter>> {
  const dueBefore =
    query.dueWithin === undefined ? ok(null) : await dueWithin(db, query.dueWithin, calendars);
  if (!dueBefore.ok) return dueBefore;
  const { assignee } = query;
  const whom = assignee === 'me' ? reader.me : assignee === undefined ? null : [assignee];
  return ok({
    ...NOTHING,
    kinds: query.kind === undefined || query.kind.length === 0 ? null : query.kind,
    campaignId: query.campaign !== undefined && isUuid(query.campaign) ? query.campaign : null,
    mode: query.mode ?? null,
    overdue: query.overdue ?? null,
    dueBefore: dueBefore.value,
    mine: query.mine ?? false,
    assignee: assignee === 'nobody' ? 'nobody' : whom,
    fromUnitId: query.from ?? null,
    status: query.status ?? null,
    ...soughtIn(query.q ?? ''),
  });
}

/** A whole document number is looked for as such; everything else word by word, accents or not. */
function soughtIn(text: string): Pick<TaskFilter, 'words' | 'code'> {
  for (const system of ['state', 'party'] as const) {
    const parsed = parseDocumentCode(text, system);
    if (parsed.ok)
      return { words: [], code: { number: parsed.value.codeNumber, notation: parsed.value.codeNotation } };
  }
  return {
    words: text
      .normalize('NFC')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 20),
    code: null,
  };
}

/** Counted on the country's calendar, on the clock of each campaign. */
async function dueWithin(
  db: Queryable,
  days: number,
  calendars: readonly Calendar[],
): Promise<Result<TaskFilter['dueBefore']>> {
  const common = calendars.find(({ id }) => id === 'vn') ?? calendars[0];
  if (common === undefined) return refuse(problem('calendar.notFound', ['dueWithin'], { id: 'vn' }));
  const calendar = workingCalendar(common);
  try {
    const rehearsals = (await rehearsalClocks(db)).flatMap(({ id, at }): [string, string][] => {
      const end = orNull(() => endOfWorkingDays(at, days, calendar));
      return end === null ? [] : [[id, end]];
    });
    const live = endOfWorkingDays(await databaseNow(db), days, calendar);
    return ok({ live, rehearsals: Object.fromEntries(rehearsals) });
  } catch (error) {
    if (!(error instanceof YearNotCovered)) throw error;
    return refuse(
      problem('calendar.yearNotCovered', ['dueWithin'], { id: error.calendarId, year: error.year }),
    );
  }
}

/** A rehearsal of a year that the calendar does not know has nothing that is due so soon. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof YearNotCovered) return null;
    throw error;
  }
}
