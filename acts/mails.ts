import {
  type ClaimedMail,
  claimMail,
  calendarsInForce,
  type Database,
  databaseNow,
  findMails,
  inTransaction,
  isRoundOpen,
  type ListedMail,
  type MailOutcome,
  makeRound,
  noticesByIds,
  type Queryable,
  settleMail,
} from '#db';
import { civilDateOf, isCivilDate, timeOfDayOf, type WorkingCalendar, workingCalendar } from '#engine';
import { ok, problem, refuse, type Result, ROLES, scopesOf } from '#model';
import { missingScope } from './authorise.ts';
import type { Page } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type NoticeView, noticeView } from './notices.ts';
import { isUuid } from './scene.ts';

/** Digests are about work: for those who may enter reports. */
const SCOPE = 'reports:write';
const TOLD = ROLES.filter((role) => scopesOf([role]).includes(SCOPE));
/** Long enough for Tết with the days around it. */
const NOT_OLDER_DAYS = 14;
/** The calendar that the whole country works by. */
const CALENDAR = 'vn';

/**
 * Makes today's digests once it is `at` (`07:30`) on a working day; null where that was not to be done now.
 * What happens on days off stands in the digest of the next working day.
 */
export async function makeDigests(database: Database, at: string): Promise<number | null> {
  const now = await databaseNow(database);
  const day = civilDateOf(now);
  if (timeOfDayOf(now) < at || !(await isRoundOpen(database, day))) return null;
  const calendars = await calendarsInForce(database);
  const calendar = calendars.find(({ id }) => id === CALENDAR);
  if (calendar !== undefined && !isWorking(workingCalendar(calendar), day)) return null;
  return inTransaction(database, (tx) =>
    makeRound(tx, { day, roles: TOLD, scope: SCOPE, notOlderDays: NOT_OLDER_DAYS }),
  );
}

/** In a year that nobody has entered yet the week counts: a mail too many harms less than none. */
function isWorking(calendar: WorkingCalendar, day: string): boolean {
  try {
    return calendar.isWorking(day);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  }
}

/** Longer than sending one mail can take, so that nobody else takes it meanwhile. */
const MAIL_LEASE_SECONDS = 300;

/** The next digest to send, with what it tells; null: none waits now. */
export async function takeMail(
  db: Queryable,
): Promise<{ readonly mail: ClaimedMail; readonly notices: readonly NoticeView[] } | null> {
  const mail = await claimMail(db, MAIL_LEASE_SECONDS);
  if (mail === null) return null;
  return { mail, notices: (await noticesByIds(db, mail.noticeIds)).map(noticeView) };
}

export const mailDone = (
  db: Queryable,
  mail: Pick<ClaimedMail, 'id' | 'attempts'>,
  outcome: MailOutcome,
): Promise<void> => settleMail(db, mail, outcome);

/** What was sent to whom, newest day first: for whoever looks after the people. */
export async function listMails(
  ctx: ActContext,
  query: {
    readonly state?: ListedMail['state'] | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Result<Page<ListedMail>>> {
  const forbidden = missingScope(ctx.principal, 'people:write');
  if (forbidden) return refuse(forbidden);
  const cursor = decodeCursor(query.cursor, 2);
  if (
    cursor === 'bad' ||
    (cursor !== undefined && !(isCivilDate(cursor[0] ?? '') && isUuid(cursor[1] ?? '')))
  )
    return refuse(problem('api.badCursor', ['cursor']));
  const rows = await findMails(ctx.pool, {
    scope: ctx.principal.unitId,
    state: query.state ?? null,
    before: cursor === undefined ? null : { day: cursor[0] ?? '', id: cursor[1] ?? '' },
    limit: query.limit + 1,
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.day, last.id]) : null,
  });
}
