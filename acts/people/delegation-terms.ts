import { dueInstant } from '#engine';
import { type CivilDate, ok, problem, refuse, type Result, type Role, type Scope, scopesOf } from '#model';
import type { Delegation } from '#db';

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

export interface DelegationInput {
  readonly kind: Delegation['kind'];
  readonly postId: string;
  readonly toPersonId: string;
  readonly fromDate: CivilDate;
  /** The last day. */
  readonly toDate: CivilDate;
  /** Part of the post's rights; null for an absence: all of them. */
  readonly scopes: readonly Scope[] | null;
  readonly reason: string;
}

/** Never wider than the post; reading goes with every part, since nothing can be done unseen. Null: the whole post. */
export function rightsOf(
  roles: readonly Role[],
  { kind, scopes }: Pick<DelegationInput, 'kind' | 'scopes'>,
): Result<readonly Scope[] | null> {
  const given = [...new Set(scopes)];
  if (kind === 'absence')
    return given.length === 0 ? ok(null) : refuse(problem('delegation.wholePost', ['scopes']));
  if (given.every((scope) => scope === 'read')) return refuse(problem('delegation.scopesNeeded', ['scopes']));
  const own = scopesOf(roles);
  const wider = given.find((scope) => !own.includes(scope));
  if (wider !== undefined) return refuse(problem('delegation.wider', ['scopes'], { scope: wider }));
  return ok(own.filter((scope) => scope === 'read' || given.includes(scope)));
}

/** From the first moment of the first day to the last of the last, in Viet Nam; `toAt` is exclusive. */
export function periodOf(
  { fromDate, toDate }: Pick<DelegationInput, 'fromDate' | 'toDate'>,
  today: CivilDate,
): Result<{ readonly fromAt: string; readonly toAt: string }> {
  if (fromDate < today) return refuse(problem('delegation.pastDate', ['fromDate'], { today }));
  if (toDate < fromDate) return refuse(problem('delegation.periodReversed', ['toDate']));
  const fromAt = dueInstant({ date: fromDate, time: null, bound: 'before' });
  const toAt = dueInstant({ date: toDate, time: null, bound: 'by' });
  if (Date.parse(toAt) - Date.parse(fromAt) > LONGEST_DAYS * DAY_MS)
    return refuse(problem('delegation.tooLong', ['toDate'], { days: LONGEST_DAYS }));
  return ok({ fromAt, toAt });
}
