import { describe, expect, it } from 'vitest';
import { Periods, type RecurrenceRule } from '#model';
import { workingCalendar } from './calendar.ts';
import { dueInstant } from './due.ts';
import { VN } from './fixtures.ts';
import { nextOccurrence, type Occurrence } from './recurrence.ts';

const START = '2026-01-12T01:00:00.000Z';
const rule = (recurrence: object, more: object = {}): RecurrenceRule => {
  const parsed = Periods.parse({ kind: 'rule', recurrence, bound: 'by', ...more });
  if (parsed.kind !== 'rule') throw new Error('not a rule');
  return parsed;
};
function first(count: number, of: RecurrenceRule, skipDaysOff = false): Occurrence[] {
  const found: Occurrence[] = [];
  let after = START;
  while (found.length < count) {
    const next = nextOccurrence(of, after, {
      startAt: START,
      skipDaysOff: skipDaysOff ? workingCalendar(VN) : null,
    });
    if (next === null) break;
    found.push(next);
    after = dueInstant(next.due);
  }
  return found;
}

describe('a recurring report', () => {
  it('on the 31st of each month falls on the last day of shorter months', () => {
    const months = first(4, rule({ frequency: 'monthly', day: 31 }));
    expect(months.map(({ due }) => due.date)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(months[1]).toMatchObject({
      key: '2026-02',
      label: 'Tháng 02/2026',
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });

  it('opens none before the start, the others when the one before is due', () => {
    const months = first(2, rule({ frequency: 'monthly', day: 25 }));
    expect(months.map(({ opensAt }) => opensAt)).toEqual([START, '2026-01-25T17:00:00.000Z']);
  });

  it('takes another day in a named month', () => {
    const months = first(
      2,
      rule({ frequency: 'monthly', day: 17 }, { overrides: [{ month: '2026-02', date: '2026-02-12' }] }),
    );
    expect(months.map(({ due }) => due.date)).toEqual(['2026-01-17', '2026-02-12']);
  });

  it('each quarter is due in the month after it and covers the quarter', () => {
    const quarters = first(3, rule({ frequency: 'quarterly', day: 5, time: '15:00' }));
    expect(quarters.map(({ key, due }) => [key, due.date])).toEqual([
      ['2026-q1', '2026-04-05'],
      ['2026-q2', '2026-07-05'],
      ['2026-q3', '2026-10-05'],
    ]);
    expect(quarters[0]).toMatchObject({
      label: 'Quý I/2026',
      from: '2026-01-01',
      to: '2026-03-31',
      opensAt: START,
    });
    expect(quarters[1]?.opensAt).toBe('2026-03-31T17:00:00.000Z');
  });

  it('each week has the number of the ISO week', () => {
    // 16/01/2026 is a Friday, in ISO week 3.
    const weeks = first(2, rule({ frequency: 'weekly', weekday: 5 }));
    expect(weeks.map(({ key, due, from }) => [key, due.date, from])).toEqual([
      ['2026-w03', '2026-01-16', '2026-01-10'],
      ['2026-w04', '2026-01-23', '2026-01-17'],
    ]);
  });

  it('each day at an hour; with a rolling policy only on working days', () => {
    const daily = rule({ frequency: 'daily', time: '16:00' }, { from: '2026-02-12' });
    expect(first(3, daily).map(({ key }) => key)).toEqual(['2026-02-12', '2026-02-13', '2026-02-14']);
    expect(first(3, daily, true).map(({ key }) => key)).toEqual(['2026-02-12', '2026-02-13', '2026-02-23']);
  });

  it('every few hours, one opening when the one before is due', () => {
    const hourly = rule({ frequency: 'hourly', every: 6 }, { bound: 'before' });
    const found = first(3, hourly);
    expect(found.map(({ key }) => key)).toEqual(['2026-01-12-12', '2026-01-12-18', '2026-01-13-00']);
    expect(found[1]).toMatchObject({
      opensAt: '2026-01-12T05:00:00.000Z',
      due: { date: '2026-01-12', time: '18:00' },
    });
  });

  it('stops after its last day', () => {
    const bounded = rule({ frequency: 'weekly', weekday: 1 }, { until: '2026-01-27' });
    expect(first(9, bounded).map(({ due }) => due.date)).toEqual(['2026-01-12', '2026-01-19', '2026-01-26']);
  });
});
