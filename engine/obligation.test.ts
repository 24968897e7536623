import fc from 'fast-check';
import type { ObligationEvent, ObligationState } from '#model';
import { expect, test } from 'vitest';
import { deadlineInForce, decide, isCounted } from './obligation.ts';
import { timelinessOf, workingDaysLate } from './timeliness.ts';

/** Due `trước ngày 08/12/2024`: 00:00 of that day in Viet Nam. */
const DUE = '2024-12-07T17:00:00.000Z';
const OPEN: ObligationState = {
  kind: 'report',
  status: 'open',
  dueAt: DUE,
  reworkDueAt: null,
  acknowledgedAt: null,
  firstCompleteAt: null,
  countedAt: null,
  countedAgainst: null,
  acceptedAt: null,
  version: 0,
  acceptedVersion: null,
  overdueAt: null,
  closed: false,
};
const SUBMIT = { kind: 'submit', complete: true, nil: false, lateReports: 'accept' } as const;
const sendBack = (version: number, reworkDueAt: string | null = null): ObligationEvent => ({
  kind: 'return',
  version,
  reason: 'Thiếu số liệu',
  reworkDueAt,
});

/** Plays events one after the other; fails on a refusal. */
function play(
  state: ObligationState,
  ...events: readonly [at: string, event: ObligationEvent][]
): ObligationState {
  return events.reduce((before, [at, event]) => {
    const decided = decide(before, event, at);
    if (!decided.ok) throw new Error(decided.problems[0]?.code);
    return decided.value.state;
  }, state);
}

function refusal(
  state: ObligationState,
  event: ObligationEvent,
  at = '2024-12-01T00:00:00.000Z',
): string | undefined {
  const decided = decide(state, event, at);
  return decided.ok ? undefined : decided.problems[0]?.code;
}

const lateAt = (at: string) => {
  const decided = decide(OPEN, SUBMIT, at);
  return decided.ok && decided.value.late;
};

test('on time is strictly before the due instant: a millisecond decides', () => {
  expect(lateAt('2024-12-07T16:59:59.999Z')).toBe(false);
  expect(lateAt('2024-12-07T17:00:00.000Z')).toBe(true);
  expect(lateAt('2024-12-07T17:00:00Z')).toBe(true);
});

test('timeliness is judged on the first complete submission, not on the acceptance', () => {
  const submitted = play(OPEN, ['2024-12-07T10:00:00.000Z', SUBMIT]);
  expect(timelinessOf(submitted, '2024-12-20T00:00:00.000Z')).toEqual({ done: false, timeliness: 'inTime' });
  const accepted = play(submitted, ['2024-12-20T00:00:00.000Z', { kind: 'accept', version: 1 }]);
  expect(timelinessOf(accepted, '2025-01-01T00:00:00.000Z')).toEqual({ done: true, timeliness: 'inTime' });
});

test('an incomplete submission does not stop the clock and cannot be accepted', () => {
  const incomplete = play(OPEN, ['2024-12-07T10:00:00.000Z', { ...SUBMIT, complete: false }]);
  expect(refusal(incomplete, { kind: 'accept', version: 1 })).toBe('obligation.incomplete');
  const complete = play(incomplete, ['2024-12-09T00:00:00.000Z', SUBMIT]);
  expect(timelinessOf(complete, '2024-12-10T00:00:00.000Z').timeliness).toBe('overdue');
});

test('a report resubmitted by its rework date keeps its first timestamp', () => {
  const state = play(
    OPEN,
    ['2024-12-07T10:00:00.000Z', SUBMIT],
    ['2024-12-09T00:00:00.000Z', sendBack(1, '2024-12-12T17:00:00.000Z')],
    ['2024-12-12T16:59:59.999Z', SUBMIT],
  );
  expect(state.countedAt).toBe('2024-12-07T10:00:00.000Z');
  expect(timelinessOf(state, '2024-12-13T00:00:00.000Z').timeliness).toBe('inTime');
});

test('resubmitted later than the rework date it is late, counted from that date', () => {
  const returned = play(
    OPEN,
    ['2024-12-07T10:00:00.000Z', SUBMIT],
    ['2024-12-09T00:00:00.000Z', sendBack(1, '2024-12-12T17:00:00.000Z')],
  );
  expect(timelinessOf(returned, '2024-12-12T16:59:59.999Z').timeliness).toBe('inTime');
  expect(timelinessOf(returned, '2024-12-12T17:00:00.000Z').timeliness).toBe('overdue');
  const state = play(returned, ['2024-12-12T17:00:00.000Z', SUBMIT]);
  expect(state).toMatchObject({
    countedAt: '2024-12-12T17:00:00.000Z',
    countedAgainst: '2024-12-12T17:00:00.000Z',
  });
  expect(timelinessOf(state, '2024-12-13T00:00:00.000Z').timeliness).toBe('overdue');
});

test('a late first submission stays late though the rework is in time', () => {
  const state = play(
    OPEN,
    ['2024-12-08T10:00:00.000Z', SUBMIT],
    ['2024-12-09T00:00:00.000Z', sendBack(1, '2024-12-12T17:00:00.000Z')],
    ['2024-12-10T00:00:00.000Z', SUBMIT],
  );
  expect(timelinessOf(state, '2024-12-13T00:00:00.000Z').timeliness).toBe('overdue');
});

test('a return without a date of its own changes nothing about timeliness', () => {
  const state = play(OPEN, ['2024-12-07T10:00:00.000Z', SUBMIT], ['2024-12-09T00:00:00.000Z', sendBack(1)]);
  expect(timelinessOf(state, '2025-06-01T00:00:00.000Z').timeliness).toBe('inTime');
  expect(play(state, ['2025-06-01T00:00:00.000Z', SUBMIT]).countedAt).toBe('2024-12-07T10:00:00.000Z');
});

test('a newer version supersedes; after acceptance it waits for its own while the accepted one still counts', () => {
  const accepted = play(
    OPEN,
    ['2024-12-01T00:00:00.000Z', SUBMIT],
    ['2024-12-02T00:00:00.000Z', { kind: 'accept', version: 1 }],
  );
  const corrected = play(accepted, ['2024-12-03T00:00:00.000Z', SUBMIT]);
  expect(corrected).toMatchObject({ status: 'submitted', version: 2, acceptedVersion: 1 });
  expect(isCounted(corrected)).toBe(true);
  expect(refusal(corrected, { kind: 'accept', version: 1 })).toBe('obligation.notLatestVersion');
  const sentBack = play(corrected, ['2024-12-04T00:00:00.000Z', sendBack(2)]);
  expect(sentBack).toMatchObject({ status: 'returned', acceptedVersion: 1 });
  expect(play(corrected, ['2024-12-04T00:00:00.000Z', { kind: 'accept', version: 2 }]).acceptedVersion).toBe(
    2,
  );
});

test('returning an accepted report drops it at once', () => {
  const accepted = play(
    OPEN,
    ['2024-12-01T00:00:00.000Z', SUBMIT],
    ['2024-12-02T00:00:00.000Z', { kind: 'accept', version: 1 }],
  );
  const returned = play(accepted, ['2024-12-03T00:00:00.000Z', sendBack(1)]);
  expect(returned).toMatchObject({ status: 'returned', acceptedVersion: null, acceptedAt: null });
  expect(isCounted(returned)).toBe(false);
});

test('an extension moves the deadline, and with it the judgement of what waits for a decision', () => {
  const extend = {
    kind: 'extend',
    dueAt: '2024-12-10T17:00:00.000Z',
    parentDueAt: null,
    beyondParent: false,
  } as const;
  const late = play(OPEN, ['2024-12-08T10:00:00.000Z', SUBMIT]);
  expect(
    timelinessOf(play(late, ['2024-12-08T12:00:00.000Z', extend]), '2024-12-09T00:00:00.000Z').timeliness,
  ).toBe('inTime');
  const overdue = { ...OPEN, overdueAt: DUE };
  expect(play(overdue, ['2024-12-08T12:00:00.000Z', extend])).toMatchObject({
    dueAt: extend.dueAt,
    overdueAt: null,
  });
});

test('an extension is refused unless it is later, still to come, and said to be beyond the parent', () => {
  const extend = (dueAt: string, parentDueAt: string | null = null, beyondParent = false) =>
    ({ kind: 'extend', dueAt, parentDueAt, beyondParent }) as const;
  expect(refusal(OPEN, extend(DUE))).toBe('obligation.extensionNotLater');
  expect(refusal(OPEN, extend('2024-12-09T00:00:00Z'), '2024-12-20T00:00:00Z')).toBe(
    'obligation.extensionInPast',
  );
  expect(refusal(OPEN, extend('2024-12-20T00:00:00Z', '2024-12-15T00:00:00Z'))).toBe(
    'obligation.extensionBeyondParent',
  );
  expect(refusal(OPEN, extend('2024-12-20T00:00:00Z', '2024-12-15T00:00:00Z', true))).toBeUndefined();
  expect(refusal({ ...OPEN, dueAt: null }, extend('2024-12-20T00:00:00Z'))).toBe(
    'obligation.noDeadlineToExtend',
  );
  expect(refusal({ ...OPEN, status: 'accepted' }, extend('2024-12-20T00:00:00Z'))).toBe(
    'obligation.alreadyDone',
  );
});

test('while a report is returned, its rework date is the deadline and what an extension moves', () => {
  const returned = play(
    OPEN,
    ['2024-12-08T10:00:00.000Z', SUBMIT],
    ['2024-12-09T00:00:00.000Z', sendBack(1, '2024-12-12T17:00:00.000Z')],
  );
  expect(deadlineInForce(returned)).toBe('2024-12-12T17:00:00.000Z');
  const extended = play(returned, [
    '2024-12-10T00:00:00.000Z',
    { kind: 'extend', dueAt: '2024-12-16T17:00:00.000Z', parentDueAt: null, beyondParent: false },
  ]);
  expect(extended).toMatchObject({ reworkDueAt: '2024-12-16T17:00:00.000Z', dueAt: DUE });
  expect(timelinessOf(extended, '2024-12-11T00:00:00.000Z').timeliness).toBe('overdue');
});

test('late reports are refused where the drawing says so, rework in its time is not', () => {
  const strict = { ...SUBMIT, lateReports: 'refuse' } as const;
  expect(refusal(OPEN, strict, DUE)).toBe('obligation.lateRefused');
  expect(refusal(OPEN, strict, '2024-12-07T16:59:59.999Z')).toBeUndefined();
  const returned = play(
    OPEN,
    ['2024-12-07T10:00:00.000Z', SUBMIT],
    ['2024-12-09T00:00:00.000Z', sendBack(1, '2024-12-12T17:00:00.000Z')],
  );
  expect(refusal(returned, strict, '2024-12-11T00:00:00.000Z')).toBeUndefined();
  expect(refusal(returned, strict, '2024-12-13T00:00:00.000Z')).toBe('obligation.lateRefused');
  expect(refusal({ ...OPEN, dueAt: null, closed: true }, strict)).toBe('obligation.closed');
});

test('after closing a report is supplementary', () => {
  const closed = play(OPEN, ['2024-12-10T00:00:00.000Z', { kind: 'close' }]);
  const decided = decide(closed, SUBMIT, '2024-12-11T00:00:00.000Z');
  expect(decided).toMatchObject({ ok: true, value: { reportKind: 'supplementary', late: true } });
  expect(decide(OPEN, { ...SUBMIT, nil: true }, '2024-12-01T00:00:00Z')).toMatchObject({
    value: { reportKind: 'nil' },
  });
});

test('a conditional report is owed once declared, never missing before', () => {
  const dormant: ObligationState = { ...OPEN, status: 'dormant' };
  expect(refusal(dormant, SUBMIT)).toBe('obligation.dormant');
  expect(timelinessOf(dormant, '2025-01-01T00:00:00.000Z')).toEqual({
    done: false,
    timeliness: 'noDeadline',
  });
  expect(play(dormant, ['2024-12-01T00:00:00.000Z', { kind: 'declare', dueAt: DUE }])).toMatchObject({
    status: 'open',
    dueAt: DUE,
  });
});

test('an anchor that moves takes the deadline with it, also for what waits for a decision', () => {
  const undated = { ...OPEN, dueAt: null };
  const submitted = play(undated, ['2024-12-01T00:00:00.000Z', SUBMIT]);
  expect(timelinessOf(submitted, DUE).timeliness).toBe('noDeadline');
  const anchored = play(submitted, [
    '2024-12-02T00:00:00.000Z',
    { kind: 'declare', dueAt: '2024-11-30T17:00:00.000Z' },
  ]);
  expect(timelinessOf(anchored, DUE).timeliness).toBe('overdue');
});

test('an acknowledgement is done when given, in time or late', () => {
  const owed: ObligationState = { ...OPEN, kind: 'acknowledge' };
  expect(refusal(owed, SUBMIT)).toBe('obligation.noReportOwed');
  const given = play(owed, ['2024-12-08T00:00:00.000Z', { kind: 'acknowledge' }]);
  expect(timelinessOf(given, '2025-01-01T00:00:00.000Z')).toEqual({ done: true, timeliness: 'overdue' });
  expect(refusal(given, { kind: 'acknowledge' })).toBe('obligation.alreadyAcknowledged');
  expect(timelinessOf({ ...given, countedAgainst: null }, DUE)).toEqual({
    done: true,
    timeliness: 'noDeadline',
  });
});

test('a second decision is refused, not repeated', () => {
  const accepted = play(
    OPEN,
    ['2024-12-01T00:00:00Z', SUBMIT],
    ['2024-12-02T00:00:00Z', { kind: 'accept', version: 1 }],
  );
  expect(refusal(accepted, { kind: 'accept', version: 1 })).toBe('obligation.alreadyAccepted');
  const returned = play(accepted, ['2024-12-03T00:00:00Z', sendBack(1)]);
  expect(refusal(returned, sendBack(1))).toBe('obligation.alreadyReturned');
  expect(refusal(returned, { kind: 'accept', version: 1 })).toBe('obligation.alreadyReturned');
  expect(refusal(OPEN, { kind: 'accept', version: 1 })).toBe('obligation.nothingSubmitted');
  expect(refusal(accepted, { ...sendBack(1), reason: '  ' } as ObligationEvent)).toBe(
    'obligation.reasonRequired',
  );
  expect(refusal(accepted, sendBack(1, '2024-11-01T00:00:00Z'))).toBe('obligation.reworkInPast');
  const cancelled = play(OPEN, ['2024-12-01T00:00:00Z', { kind: 'cancel' }]);
  expect(refusal(cancelled, SUBMIT)).toBe('obligation.cancelled');
  expect(refusal(cancelled, { kind: 'cancel' })).toBe('obligation.alreadyCancelled');
});

test('working days late may be none although the clock says late', () => {
  const weekdays = {
    countBetween: (after: string, until: string) => {
      let count = 0;
      for (let ms = Date.parse(after) + 86_400_000; ms <= Date.parse(until); ms += 86_400_000) {
        const day = new Date(ms).getUTCDay();
        if (day !== 0 && day !== 6) count += 1;
      }
      return count;
    },
  };
  // Last date on time Saturday 07/12/2024; Sunday is 0 working days late, Monday 1, a minute late the same day 0.
  expect(workingDaysLate(DUE, '2024-12-08T10:00:00.000Z', weekdays)).toBe(0);
  expect(workingDaysLate(DUE, '2024-12-09T10:00:00.000Z', weekdays)).toBe(1);
  expect(workingDaysLate('2024-12-09T08:01:00.000Z', '2024-12-09T09:00:00.000Z', weekdays)).toBe(0);
  expect(workingDaysLate(DUE, '2024-12-01T00:00:00.000Z', weekdays)).toBe(0);
  expect(workingDaysLate(null, '2024-12-09T10:00:00.000Z', weekdays)).toBe(0);
});

const anyEvent: fc.Arbitrary<ObligationEvent> = fc.oneof(
  fc.constant<ObligationEvent>({ kind: 'acknowledge' }),
  fc
    .record({
      complete: fc.boolean(),
      nil: fc.boolean(),
      lateReports: fc.constantFrom('accept' as const, 'refuse' as const),
    })
    .map((event): ObligationEvent => ({ kind: 'submit', ...event })),
  fc.nat(4).map((version): ObligationEvent => ({ kind: 'accept', version })),
  fc.nat(4).map((version) => sendBack(version, version % 2 ? '2024-12-12T17:00:00.000Z' : null)),
  fc.constant<ObligationEvent>({
    kind: 'extend',
    dueAt: '2024-12-20T17:00:00.000Z',
    parentDueAt: null,
    beyondParent: false,
  }),
  fc.constant<ObligationEvent>({ kind: 'declare', dueAt: '2024-12-15T17:00:00.000Z' }),
  fc.constant<ObligationEvent>({ kind: 'close' }),
  fc.constant<ObligationEvent>({ kind: 'cancel' }),
);

test('whatever happens, in whatever order: nothing is thrown and the row stays consistent', () => {
  const start = fc.constantFrom<ObligationState>(
    OPEN,
    { ...OPEN, status: 'dormant' },
    { ...OPEN, kind: 'acknowledge' },
    { ...OPEN, dueAt: null },
  );
  fc.assert(
    fc.property(start, fc.array(anyEvent, { maxLength: 15 }), (first, events) => {
      let state = first;
      events.forEach((event, index) => {
        const decided = decide(
          state,
          event,
          new Date(Date.parse('2024-12-01T00:00:00Z') + index * 86_400_000).toISOString(),
        );
        if (!decided.ok) return;
        const after = decided.value.state;
        expect(after.version).toBeGreaterThanOrEqual(state.version);
        expect(after.acceptedVersion ?? 0).toBeLessThanOrEqual(after.version);
        if (after.status === 'accepted') expect(after.acceptedVersion).toBe(after.version);
        if (state.firstCompleteAt !== null) expect(after.firstCompleteAt).toBe(state.firstCompleteAt);
        if (after.status !== 'returned')
          expect(after.reworkDueAt === null || after.status === 'cancelled').toBe(true);
        state = after;
      });
    }),
  );
});
