import { countUnseen, findNotices, type ListedNotice, putNoticesSeen, type Unseen } from '#db';
import { noticeSentence, type Worded } from '#engine';
import { ok, personIdOf, problem, refuse, type Result } from '#model';
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
export interface NoticeView extends ListedNotice, Worded {
  readonly path: string;
}

/** What the units of the principal's subtree were told, newest first. */
export async function listNotices(
  ctx: ActContext,
  query: NoticeQuery = {},
): Promise<Result<{ items: NoticeView[]; nextCursor: number | null }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const limit = Math.min(query.limit ?? 50, 500);
  const { cursor, ...filter } = query;
  const rows = await findNotices(ctx.pool, {
    ...filter,
    scope: ctx.principal.unitId,
    beforeId: cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit).map(noticeView);
  return ok({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}

export function noticeView(notice: ListedNotice): NoticeView {
  const aboutName = notice.aboutUnitId === notice.unitId ? null : notice.aboutName;
  return { ...notice, ...noticeSentence({ ...notice, aboutName }), path: pathOf(notice) };
}

/** One's own task is dealt with on its page, what is collected in the table, the rest in the campaign. */
function pathOf(notice: ListedNotice): string {
  const { campaignId, obligationId, unitId, periodKey, body } = notice;
  const campaign = `/campaigns/${campaignId}`;
  if (obligationId !== null && notice.aboutUnitId === unitId) return `/tasks/${obligationId}`;
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
    ? ok({ count: 0, latest: 0, seen: 0 })
    : ok(await countUnseen(ctx.pool, { ...reader, most: MANY }));
}

/** The person has looked at the unit's notices up to this one. */
export async function markNoticesSeen(ctx: ActContext, upTo: number): Promise<Result<Unseen>> {
  const reader = readerOf(ctx);
  if (reader === null) return refuse(problem('notice.personForbidden'));
  await putNoticesSeen(ctx.pool, { ...reader, upTo });
  return unseenNotices(ctx);
}

function readerOf({ principal }: ActContext): { personId: string; unitId: string } | null {
  const personId = personIdOf(principal);
  const { unitId } = principal;
  return personId === null || unitId === null ? null : { personId, unitId };
}
