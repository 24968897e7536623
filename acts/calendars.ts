import {
  audit,
  beyondScope,
  calendarsInForce,
  findCalendarVersions,
  findUnit,
  insertCalendar,
  inTransaction,
  type StoredCalendar,
  type Transaction,
  unitIsWithin,
} from '#db';
import { Calendar, ok, problem, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import { type CalendarChange, rearmCampaigns } from './calendar-rearm.ts';
import { canonicalJson } from './canonical-hash.ts';
import type { ActContext } from './context.ts';

/** Every calendar in its version in force. */
export async function listCalendars(ctx: ActContext): Promise<Result<Calendar[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  return forbidden ? refuse(forbidden) : ok(await calendarsInForce(ctx.pool));
}

/** All versions of one calendar, the one in force first. */
export async function getCalendar(ctx: ActContext, id: string): Promise<Result<StoredCalendar[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const versions = await findCalendarVersions(ctx.pool, id);
  return versions.length > 0 ? ok(versions) : refuse(problem('calendar.notFound', [], { id }));
}

export interface CalendarVersionInput {
  readonly id: string;
  /** Version that was edited; 0 for a calendar that is new. */
  readonly expectedVersion: number;
  /** The whole calendar; `id` and `version` inside are ignored. */
  readonly calendar: unknown;
  readonly reason: string;
}

export interface CalendarVersionOutcome {
  readonly version: number;
  /** Open obligations of running campaigns whose deadline or reminders moved. */
  readonly movedObligations: number;
}

/**
 * Writes the next version and re-arms running campaigns in the same transaction. Whoever acts for a part
 * of the country changes only the days of its own units.
 */
export async function putCalendarVersion(
  ctx: ActContext,
  input: CalendarVersionInput,
): Promise<Result<CalendarVersionOutcome>> {
  const forbidden = missingScope(ctx.principal, 'calendars:write');
  if (forbidden) return refuse(forbidden);
  const parsed = readCalendar(input);
  if (!parsed.ok) return parsed;
  const { id, principal } = { id: input.id, principal: ctx.principal };
  if (input.reason.trim() === '') return refuse(problem('calendar.reasonNeeded', ['reason']));
  return inTransaction(ctx.pool, async (tx) => {
    const [newest] = await findCalendarVersions(tx, id);
    const actual = newest?.calendar.version ?? 0;
    if (actual !== input.expectedVersion) {
      const unknown = problem('calendar.notFound', [], { id });
      const conflict = problem('calendar.conflict', ['expectedVersion'], {
        expected: input.expectedVersion,
        actual,
      });
      return refuse(actual === 0 ? unknown : conflict);
    }
    if (!(await mayChange({ ...ctx, pool: tx }, newest?.calendar ?? null, parsed.value))) {
      return refuse(problem('calendar.notYours', [], { id }));
    }
    return putNext(tx, {
      calendar: parsed.value,
      oldVersion: actual,
      reason: input.reason.trim(),
      actor: { actor: principal.id, actorUnitId: principal.unitId },
    });
  });
}

/** A calendar that comes with the product: written unless it is there or somebody has edited it since. */
export async function shipCalendar(tx: Transaction, shipped: Calendar, by: string): Promise<void> {
  const [newest] = await findCalendarVersions(tx, shipped.id);
  if (newest && (newest.createdBy !== by || sameDays(newest.calendar, shipped))) return;
  const oldVersion = newest?.calendar.version ?? 0;
  const put = await putNext(tx, {
    calendar: { ...shipped, version: oldVersion + 1 },
    oldVersion,
    reason: 'shipped',
    actor: { actor: by, actorUnitId: null },
  });
  if (!put.ok) throw new Error(`calendar ${shipped.id}: ${put.problems.map(({ code }) => code).join(', ')}`);
}

async function putNext(tx: Transaction, change: CalendarChange): Promise<Result<CalendarVersionOutcome>> {
  const { calendar, oldVersion, reason, actor } = change;
  const written = await insertCalendar(tx, { calendar, by: actor.actor, reason });
  if (!written) {
    const params = { expected: oldVersion, actual: calendar.version };
    return refuse(problem('calendar.conflict', ['expectedVersion'], params));
  }
  // deadlines everywhere count in these days, whoever changed them
  const moved = await beyondScope(tx, () => rearmCampaigns(tx, change));
  if (!moved.ok) return moved;
  await audit(tx, {
    ...actor,
    act: 'calendar.changed',
    subject: calendar.id,
    before: { version: oldVersion },
    after: { version: calendar.version, reason, movedObligations: moved.value },
  });
  return ok({ version: calendar.version, movedObligations: moved.value });
}

function readCalendar(input: CalendarVersionInput): Result<Calendar> {
  const given = typeof input.calendar === 'object' && input.calendar !== null ? input.calendar : {};
  const parsed = Calendar.safeParse({ ...given, id: input.id, version: input.expectedVersion + 1 });
  if (!parsed.success) {
    return refuse(
      ...parsed.error.issues.slice(0, 50).map((issue) => {
        const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
        return problem('calendar.malformed', ['calendar', ...path], { reason: issue.message });
      }),
    );
  }
  const { days, years } = parsed.data;
  if (years.from > years.to) return refuse(problem('calendar.yearsReversed', ['calendar', 'years']));
  const repeated = days.findIndex(
    ({ date }, index) => days.findIndex((other) => other.date === date) !== index,
  );
  const params = { date: days[repeated]?.date ?? '' };
  return repeated < 0
    ? ok(parsed.data)
    : refuse(problem('calendar.repeatedDay', ['calendar', 'days', repeated], params));
}

/** Whole installation, or the top of a chain: everything. Others: days of units in their subtree, nothing else. */
async function mayChange(ctx: ActContext, before: Calendar | null, after: Calendar): Promise<boolean> {
  const scope = ctx.principal.unitId;
  if (scope === null || (await findUnit(ctx.pool, scope))?.parentId === null) return true;
  if (before === null || !sameDays({ ...before, unitDays: [] }, { ...after, unitDays: [] })) return false;
  const text = (days: Calendar['unitDays']): Map<string, string> =>
    new Map(days.map((day) => [canonicalJson(day), day.unitId]));
  const [old, next] = [text(before.unitDays), text(after.unitDays)];
  const touched = [...old, ...next]
    .filter(([day]) => old.has(day) !== next.has(day))
    .map(([, unitId]) => unitId);
  for (const unitId of new Set(touched)) if (!(await unitIsWithin(ctx.pool, { unitId, scope }))) return false;
  return true;
}

const sameDays = (a: Calendar, b: Calendar): boolean =>
  canonicalJson({ ...a, version: 0 }) === canonicalJson({ ...b, version: 0 });
