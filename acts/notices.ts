import {
  countUnseen,
  findNotices,
  isSnapshot,
  type ListedNotice,
  type NoticeReader,
  putNoticesSeen,
  type Unseen,
} from '#db';
import { noticeSentence } from '#engine';
import { ok, personIdOf, problem, refuse, type Result, type Word } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

export interface NoticeQuery {
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly kind?: string | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: number | undefined;
  readonly limit?: number | undefined;
}

/** A notice in words, and the page on which what it tells of is dealt with. */
export interface NoticeView extends ListedNotice, Word {
  readonly path: string;
}

/** As in a list: `fresh` where the person has not looked at it, of the unit that he works for. */
export type NoticeInListView = NoticeView & { readonly fresh: boolean };

/** What the units of the principal's subtree were told, and he himself, newest first. */
export async function listNotices(
  ctx: ActContext,
  query: NoticeQuery = {},
): Promise<Result<{ items: NoticeInListView[]; nextCursor: number | null }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const limit = Math.min(query.limit ?? 50, 500);
  const { cursor, ...filter } = query;
  const rows = await findNotices(ctx.pool, {
    ...filter,
    reader: readerOf(ctx),
    scope: ctx.principal.unitId,
    beforeId: cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => ({ ...noticeView(row), fresh: row.fresh }));
  return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}

export function noticeView(notice: ListedNotice): NoticeView {
  const aboutName = notice.aboutUnitId === notice.unitId ? null : notice.aboutName;
  return { ...notice, ...noticeSentence({ ...notice, aboutName }), path: pathOf(notice) };
}

/** One's own task is dealt with on its page, what is collected in the table, the rest in the campaign; what is told in person where it stands. */
function pathOf(notice: ListedNotice): string {
  const { campaignId, obligationId, unitId, periodKey, body } = notice;
  if (campaignId === null) return notice.kind === 'postHandedOver' ? '/' : '/absence';
  const campaign = `/campaigns/${campaignId}`;
  if (obligationId !== null && notice.aboutUnitId === unitId) return `/tasks/${obligationId}`;
  const actorTaskId = body['actorTaskId'];
  if (typeof actorTaskId === 'string') return `/tasks/${actorTaskId}`;
  const letterId = body['letterId'];
  if (typeof letterId === 'string') return `/letters/${letterId}`;
  const collects = notice.kind === 'revision' || notice.collectorUnitId === unitId;
  return collects && periodKey !== null
    ? `${campaign}/collect/${encodeURIComponent(periodKey)}/${encodeURIComponent(unitId)}`
    : campaign;
}

/** The bell stops counting here: more is "many". */
const MANY = 100;

/** How many notices of the unit acted for this person has not looked at. Systems look at none. */
export async function unseenNotices(ctx: ActContext): Promise<Result<Unseen>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const reader = readerOf(ctx);
  return reader === null
    ? ok({ count: 0, latest: 0, seen: 0, asOf: null })
    : ok(await countUnseen(ctx.pool, { ...reader, most: MANY }));
}

/** The person has looked at the unit's notices up to this one, as they stood when `asOf` was read (null: now). */
export async function markNoticesSeen(
  ctx: ActContext,
  { upTo, asOf = null }: { readonly upTo: number; readonly asOf?: string | null | undefined },
): Promise<Result<Unseen>> {
  const reader = readerOf(ctx);
  if (reader === null) return refuse(problem('notice.personForbidden'));
  if (asOf !== null && !(await isSnapshot(ctx.pool, asOf))) return refuse(problem('api.badCursor', ['asOf']));
  await putNoticesSeen(ctx.pool, { ...reader, upTo, asOf });
  return unseenNotices(ctx);
}

function readerOf({ principal }: ActContext): NoticeReader | null {
  const personId = personIdOf(principal);
  const { unitId } = principal;
  return personId === null || unitId === null ? null : { personId, unitId };
}
