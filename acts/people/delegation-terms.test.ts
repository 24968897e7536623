import { describe, expect, it } from 'vitest';
import type { Result } from '#model';
import { periodOf, rightsOf } from './delegation-terms.ts';

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe('the rights of a delegation', () => {
  it('are the whole post for an absence, and nothing may be picked out of it', () => {
    expect(rightsOf(['leader'], { kind: 'absence', scopes: null })).toMatchObject({ ok: true, value: null });
    expect(codes(rightsOf(['leader'], { kind: 'absence', scopes: ['read'] }))).toEqual([
      'delegation.wholePost',
    ]);
  });

  it('are part of what the post may, with reading; never more, never nothing', () => {
    expect(rightsOf(['leader'], { kind: 'delegation', scopes: ['letters:approve'] })).toMatchObject({
      value: ['read', 'letters:approve'],
    });
    expect(codes(rightsOf(['leader'], { kind: 'delegation', scopes: ['letters:issue'] }))).toEqual([
      'delegation.wider',
    ]);
    for (const scopes of [null, [], ['read']] as const)
      expect(codes(rightsOf(['leader'], { kind: 'delegation', scopes }))).toEqual([
        'delegation.scopesNeeded',
      ]);
  });
});

describe('the period of a delegation', () => {
  const today = '2026-03-02';
  it('runs from midnight in Viet Nam to the end of the last day', () => {
    expect(periodOf({ fromDate: today, toDate: today }, today)).toMatchObject({
      value: { fromAt: '2026-03-01T17:00:00.000Z', toAt: '2026-03-02T17:00:00.000Z' },
    });
  });

  it('does not begin in the past, end before it begins, or last more than 366 days', () => {
    const refused = (fromDate: string, toDate: string) => codes(periodOf({ fromDate, toDate }, today));
    expect(refused('2026-03-01', '2026-03-05')).toEqual(['delegation.pastDate']);
    expect(refused('2026-03-05', '2026-03-04')).toEqual(['delegation.periodReversed']);
    expect(refused('2026-03-02', '2027-03-03')).toEqual(['delegation.tooLong']);
    expect(refused('2026-03-02', '2027-03-02')).toEqual([]);
  });
});
