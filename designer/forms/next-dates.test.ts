import { describe, expect, it } from 'vitest';
import { Periods } from '#model';
import { nextDates } from './next-dates.ts';

const AROUND = {
  definition: { calendar: { id: 'vn', onDayOff: 'asWritten' as const } },
  calendars: [],
  startOn: '2026-01-20',
};

describe('the next dates of a recurring report', () => {
  it('begin after the first day of the trial and end with the rule', () => {
    const rule = Periods.parse({
      kind: 'rule',
      recurrence: { frequency: 'monthly', day: 15 },
      bound: 'before',
      until: '2026-04-01',
    });
    if (rule.kind !== 'rule') throw new Error('a rule was asked for');
    expect(nextDates(rule, AROUND, 5).map(({ due }) => due.date)).toEqual(['2026-02-15', '2026-03-15']);
  });
});
