import type { Instant, ObligationEvent, ObligationState, ReportKind, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { isBefore } from './instant.ts';

/** What an act makes of an obligation; `reportKind` and `late` answer a submission (or an acknowledgement owed alone). */
export interface Decision {
  readonly state: ObligationState;
  readonly reportKind?: ReportKind;
  /** Late by C6 after this act: against the deadline in force, or the rework date. */
  readonly late?: boolean;
}

type Move<K extends ObligationEvent['kind']> = Extract<ObligationEvent, { kind: K }>;

/**
 * The only rule book of an obligation's life (domain.md C6–C8, §2 items 11 and 21). Every refusal is a
 * value. Automatic acceptance is `submit` followed by `accept` in the same transaction.
 */
export function decide(state: ObligationState, event: ObligationEvent, now: Instant): Result<Decision> {
  if (state.status === 'cancelled') {
    return refuse(problem(event.kind === 'cancel' ? 'obligation.alreadyCancelled' : 'obligation.cancelled'));
  }
  if (
    state.status === 'dormant' &&
    event.kind !== 'declare' &&
    event.kind !== 'close' &&
    event.kind !== 'cancel'
  ) {
    return refuse(problem('obligation.dormant'));
  }
  switch (event.kind) {
    case 'acknowledge':
      return acknowledge(state, now);
    case 'submit':
      return submit(state, event, now);
    case 'accept':
      return accept(state, event, now);
    case 'return':
      return returnForRework(state, event, now);
    case 'extend':
      return extend(state, event, now);
    case 'declare':
      return declare(state, event, now);
    case 'close':
      return state.closed
        ? refuse(problem('obligation.alreadyClosed'))
        : ok({ state: { ...state, closed: true } });
    case 'cancel':
      return ok({ state: { ...state, status: 'cancelled' } });
  }
}

type Deadlines = Pick<ObligationState, 'status' | 'dueAt' | 'reworkDueAt'>;

/** The date for handing it in again, while a report is returned with one. */
export const reworkInForce = ({ status, reworkDueAt }: Omit<Deadlines, 'dueAt'>): Instant | null =>
  status === 'returned' ? reworkDueAt : null;

/** The deadline that the owing unit has to meet now: the rework date while a report is returned with one. */
export const deadlineInForce = (state: Deadlines): Instant | null => reworkInForce(state) ?? state.dueAt;

/**
 * Its figures stand in the totals and count in coverage (C9). Not the same as status `accepted`: a newer
 * version may wait for its decision while the accepted one still counts.
 */
export const isCounted = (state: Pick<ObligationState, 'status' | 'acceptedVersion'>): boolean =>
  state.acceptedVersion !== null && state.status !== 'cancelled' && state.status !== 'dormant';

/** Owed at all: conditional ones not declared and cancelled ones are neither missing nor counted. */
export const isOwed = (state: Pick<ObligationState, 'status'>): boolean =>
  state.status !== 'dormant' && state.status !== 'cancelled';

/** Nothing has been handed in yet: what reminders, the overdue mark and escalation concern. */
export const isOutstanding = (state: Pick<ObligationState, 'kind' | 'status'>): boolean =>
  state.status === 'open' || (state.kind === 'report' && state.status === 'acknowledged');

function acknowledge(state: ObligationState, now: Instant): Result<Decision> {
  if (state.acknowledgedAt !== null) return refuse(problem('obligation.alreadyAcknowledged'));
  const status = state.status === 'open' ? 'acknowledged' : state.status;
  const acknowledged = { ...state, status, acknowledgedAt: now };
  if (state.kind === 'report') return ok({ state: acknowledged });
  return ok({
    state: { ...acknowledged, countedAt: now, countedAgainst: state.dueAt },
    late: isLate(now, state.dueAt),
  });
}

function submit(state: ObligationState, event: Move<'submit'>, now: Instant): Result<Decision> {
  if (state.kind === 'acknowledge') return refuse(problem('obligation.noReportOwed'));
  if (event.lateReports === 'refuse') {
    if (state.closed) return refuse(problem('obligation.closed'));
    const deadline = state.status === 'returned' ? state.reworkDueAt : state.dueAt;
    if (isLate(now, deadline))
      return refuse(problem('obligation.lateRefused', [], { dueAt: deadline ?? '' }));
  }
  const next: ObligationState = {
    ...state,
    ...countingOf(state, event.complete, now),
    status: 'submitted',
    version: state.version + 1,
    reworkDueAt: null,
  };
  const late =
    next.countedAt === null ? isLate(now, state.dueAt) : isLate(next.countedAt, next.countedAgainst);
  return ok({
    state: next,
    reportKind: state.closed ? 'supplementary' : event.nil ? 'nil' : 'ordinary',
    late,
  });
}

/** C6: the first complete submission counts; after a return it keeps counting unless the rework date is missed. */
function countingOf(
  state: ObligationState,
  complete: boolean,
  now: Instant,
): Pick<ObligationState, 'firstCompleteAt' | 'countedAt' | 'countedAgainst'> {
  const { firstCompleteAt, countedAt, countedAgainst } = state;
  if (!complete) return { firstCompleteAt, countedAt, countedAgainst };
  if (state.status === 'returned' && isLate(now, state.reworkDueAt)) {
    return { firstCompleteAt: firstCompleteAt ?? now, countedAt: now, countedAgainst: state.reworkDueAt };
  }
  if (firstCompleteAt === null) return { firstCompleteAt: now, countedAt: now, countedAgainst: state.dueAt };
  return { firstCompleteAt, countedAt, countedAgainst };
}

function accept(state: ObligationState, event: Move<'accept'>, now: Instant): Result<Decision> {
  const wrong = decidable(state, event.version);
  if (wrong) return refuse(wrong);
  if (state.status === 'accepted')
    return refuse(problem('obligation.alreadyAccepted', [], { version: state.version }));
  if (state.status === 'returned')
    return refuse(problem('obligation.alreadyReturned', [], { version: state.version }));
  if (state.firstCompleteAt === null)
    return refuse(problem('obligation.incomplete', [], { version: state.version }));
  return ok({ state: { ...state, status: 'accepted', acceptedVersion: event.version, acceptedAt: now } });
}

function returnForRework(state: ObligationState, event: Move<'return'>, now: Instant): Result<Decision> {
  const wrong = decidable(state, event.version);
  if (wrong) return refuse(wrong);
  if (state.status === 'returned')
    return refuse(problem('obligation.alreadyReturned', [], { version: state.version }));
  if (event.reason.trim() === '') return refuse(problem('obligation.reasonRequired', ['reason']));
  if (event.reworkDueAt !== null && !isBefore(now, event.reworkDueAt)) {
    return refuse(problem('obligation.reworkInPast', ['reworkDueAt'], { reworkDueAt: event.reworkDueAt }));
  }
  // Returning what was accepted drops it from the totals at once; an older accepted version stays in
  // them while only the newer one is returned.
  const dropped = state.acceptedVersion === event.version ? { acceptedVersion: null, acceptedAt: null } : {};
  return ok({ state: { ...state, ...dropped, status: 'returned', reworkDueAt: event.reworkDueAt } });
}

/** Decisions concern the latest version only, so that nobody decides on what has been replaced meanwhile. */
function decidable(state: ObligationState, version: number) {
  if (state.kind === 'acknowledge') return problem('obligation.noReportOwed');
  if (state.version === 0) return problem('obligation.nothingSubmitted');
  if (version !== state.version) {
    return problem('obligation.notLatestVersion', ['version'], { version, latest: state.version });
  }
  return null;
}

function extend(state: ObligationState, event: Move<'extend'>, now: Instant): Result<Decision> {
  if (state.closed) return refuse(problem('obligation.closed'));
  if (state.status === 'accepted' || (state.kind === 'acknowledge' && state.status === 'acknowledged')) {
    return refuse(problem('obligation.alreadyDone'));
  }
  const inForce = deadlineInForce(state);
  if (inForce === null) return refuse(problem('obligation.noDeadlineToExtend'));
  const params = { dueAt: event.dueAt, inForce };
  if (!isBefore(inForce, event.dueAt))
    return refuse(problem('obligation.extensionNotLater', ['dueAt'], params));
  if (!isBefore(now, event.dueAt)) return refuse(problem('obligation.extensionInPast', ['dueAt'], params));
  if (event.parentDueAt !== null && !event.beyondParent && isBefore(event.parentDueAt, event.dueAt)) {
    const parent = { dueAt: event.dueAt, parentDueAt: event.parentDueAt };
    return refuse(problem('obligation.extensionBeyondParent', ['beyondParent'], parent));
  }
  // While a report is returned with a date of its own, that date is what gets extended: the first
  // submission stays judged against the date it had to meet.
  if (reworkInForce(state) !== null) {
    return ok({ state: { ...state, reworkDueAt: event.dueAt } });
  }
  return ok({ state: withDue(state, event.dueAt, now) });
}

function declare(state: ObligationState, event: Move<'declare'>, now: Instant): Result<Decision> {
  if (state.closed) return refuse(problem('obligation.closed'));
  if (state.status === 'accepted' || (state.kind === 'acknowledge' && state.status === 'acknowledged')) {
    return refuse(problem('obligation.alreadyDone'));
  }
  const status = state.status === 'dormant' ? 'open' : state.status;
  return ok({ state: withDue({ ...state, status }, event.dueAt, now) });
}

/** Moves the due date; a report handed in but not yet decided is judged against the new one (C6: extensions included). */
function withDue(state: ObligationState, dueAt: Instant | null, now: Instant): ObligationState {
  const judgedByOld = state.countedAt !== null && sameMoment(state.countedAgainst, state.dueAt);
  return {
    ...state,
    dueAt,
    countedAgainst: judgedByOld ? dueAt : state.countedAgainst,
    // One overdue mark per due date in force: a date still to come has to be missed anew.
    overdueAt: isLate(now, dueAt) ? state.overdueAt : null,
  };
}

function sameMoment(a: Instant | null, b: Instant | null): boolean {
  if (a === null || b === null) return a === b;
  return !isBefore(a, b) && !isBefore(b, a);
}

/** C2: on time means strictly before the due instant. */
function isLate(at: Instant, dueAt: Instant | null): boolean {
  return dueAt !== null && !isBefore(at, dueAt);
}
