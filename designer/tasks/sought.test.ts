import { describe, expect, it } from 'vitest';
import { filtersOn, searchOf, soughtIn, without } from './sought.ts';

describe('what the list is narrowed to', () => {
  it('stands in the address and comes back from it', () => {
    const sought = { kind: ['report', 'rework'] as const, overdue: true, q: '1680/SCT-QLTM', dueWithin: 5 };
    const back = soughtIn(new URLSearchParams(searchOf({ ...sought, kind: [...sought.kind] })));
    expect(back).toEqual(sought);
    expect(filtersOn(back)).toBe(3);
    const more = { from: '2024-district-058', status: 'returned', assignee: 'nobody' };
    expect(soughtIn(new URLSearchParams(searchOf(more)))).toEqual(more);
    const soon = { dueWithin: 5, overdue: false };
    expect(soughtIn(new URLSearchParams(searchOf(soon)))).toEqual(soon);
    expect(filtersOn(soon)).toBe(1);
    expect(without({ ...more, done: true }, 'status')).toEqual({
      from: more.from,
      assignee: 'nobody',
      done: true,
    });
  });

  it('does not believe what somebody wrote into the address', () => {
    expect(soughtIn(new URLSearchParams('kind=nothing&mode=other&dueWithin=-3&overdue=yes'))).toEqual({});
  });
});
