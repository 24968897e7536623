import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Due, DueRule } from '#model';
import { workingCalendar } from './calendar.ts';
import { addDays } from './civil.ts';
import { type DueInput, resolveDue } from './due.ts';
import { VN } from './fixtures.ts';

const vn = workingCalendar(VN);
const input = (rule: DueRule, more: Partial<DueInput> = {}): DueInput => ({
  rule,
  base: null,
  period: null,
  calendar: vn,
  onDayOff: 'asWritten',
  parameters: {},
  events: {},
  reminders: [],
  escalation: null,
  path: ['due'],
  ...more,
});
const due = (rule: DueRule, more: Partial<DueInput> = {}): Due => {
  const result = resolveDue(input(rule, more));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const codes = (rule: DueRule, more: Partial<DueInput> = {}): string[] => {
  const result = resolveDue(input(rule, more));
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const day = (date: string, bound: 'before' | 'by', time: string | null = null): DueRule => ({
  kind: 'date',
  date,
  bound,
  time,
});

describe('a deadline', () => {
  it('"trước ngày 08/12/2024" ends when that Sunday begins', () => {
    expect(due(day('2024-12-08', 'before'))).toMatchObject({
      dueAt: '2024-12-07T17:00:00.000Z',
      date: '2024-12-08',
      lastDate: '2024-12-07',
    });
  });

  it('"chậm nhất ngày 04/02/2026" ends with that day', () => {
    expect(due(day('2026-02-04', 'by'))).toMatchObject({
      dueAt: '2026-02-04T17:00:00.000Z',
      lastDate: '2026-02-04',
    });
  });

  it('with an hour ends at the hour, or at the minute after it', () => {
    expect(due(day('2026-02-04', 'before', '15:00')).dueAt).toBe('2026-02-04T08:00:00.000Z');
    expect(due(day('2026-02-04', 'by', '15:00')).dueAt).toBe('2026-02-04T08:01:00.000Z');
    expect(due(day('2026-02-04', 'by', '23:59')).dueAt).toBe('2026-02-04T17:00:00.000Z');
  });

  it('reminds n working days before the date that is named, at the hour', () => {
    // From Sunday 08/12/2024: Fri 06/12 is the first working day back, Thu 05/12 the second.
    const found = due(day('2024-12-08', 'before'), {
      reminders: [
        { unit: 'workingDays', offset: -2, time: '08:00' },
        { unit: 'hours', offset: -24 },
        { unit: 'workingDays', offset: 0, time: '08:00' },
      ],
      escalation: { unit: 'workingDays', offset: 1, time: '09:30' },
    });
    expect(found.remindAt).toEqual([
      '2024-12-05T01:00:00.000Z',
      '2024-12-06T17:00:00.000Z',
      '2024-12-08T01:00:00.000Z',
    ]);
    expect(found.escalateAt).toBe('2024-12-09T02:30:00.000Z');
    expect(found.byWorkingDays).toBe(true);
  });

  it('on a day off stands as written, or moves by the policy, and says so', () => {
    const rule = day('2024-12-08', 'before');
    expect(due(rule, { onDayOff: 'rollForward' })).toMatchObject({
      date: '2024-12-09',
      dueAt: '2024-12-08T17:00:00.000Z',
    });
    const back = due(rule, { onDayOff: 'rollBack' });
    expect(back).toMatchObject({ date: '2024-12-06', byWorkingDays: true });
    expect(back.why.map((step) => step.rule)).toEqual(['date', 'rolled']);
    expect(due(rule).byWorkingDays).toBe(false);
  });

  it('counted back keeps bound and hour, and crosses Tết', () => {
    const base = due(day('2026-02-24', 'before', '15:00'));
    const found = due({ kind: 'lead', workingDays: 5 }, { base });
    expect(found).toMatchObject({
      date: '2026-02-10',
      bound: 'before',
      dueAt: '2026-02-10T08:00:00.000Z',
      byWorkingDays: true,
    });
    expect(found.why.map((step) => step.rule)).toEqual(['date', 'lead']);
    expect(due({ kind: 'lead', workingDays: 0 }, { base }).dueAt).toBe(base.dueAt);
    expect(due({ kind: 'lead', workingDays: 1 }, { base: due(day('2026-02-24', 'by')) }).dueAt).toBe(
      '2026-02-23T17:00:00.000Z',
    );
  });

  it('counted back by hours', () => {
    const base = due(day('2026-02-05', 'before'));
    expect(due({ kind: 'leadHours', hours: 3 }, { base })).toMatchObject({
      dueAt: '2026-02-04T14:00:00.000Z',
      date: '2026-02-04',
      lastDate: '2026-02-04',
    });
  });

  it('anchored to an event waits for it, and so does what counts back from it', () => {
    const rule: DueRule = {
      kind: 'event',
      event: 'bau-cu',
      offset: 3,
      days: 'working',
      time: null,
      bound: 'by',
    };
    const waiting = due(rule);
    expect(waiting).toMatchObject({ dueAt: null, event: 'bau-cu' });
    expect(due({ kind: 'lead', workingDays: 1 }, { base: waiting })).toMatchObject({
      dueAt: null,
      event: 'bau-cu',
    });
    // 13/02 + 3 working days: 23, 24, 25 February 2026.
    const known = due(rule, { events: { 'bau-cu': '2026-02-13' } });
    expect(known).toMatchObject({ date: '2026-02-25', dueAt: '2026-02-25T17:00:00.000Z', event: 'bau-cu' });
    expect(due({ kind: 'lead', workingDays: 1 }, { base: known })).toMatchObject({
      date: '2026-02-24',
      event: 'bau-cu',
    });
    expect(due({ ...rule, days: 'calendar', offset: -3 }, { events: { 'bau-cu': '2026-02-13' } }).date).toBe(
      '2026-02-10',
    );
  });

  it('that nobody set is not the same as none', () => {
    expect(codes({ kind: 'unknown' })).toEqual(['schedule.deadlineUnknown']);
    expect(due({ kind: 'none' })).toMatchObject({ dueAt: null, event: null, remindAt: [] });
  });

  it('is refused when there is nothing to count from or no such date', () => {
    expect(codes({ kind: 'lead', workingDays: 3 })).toEqual(['schedule.leadWithoutDate']);
    expect(codes({ kind: 'lead', workingDays: 3 }, { base: due({ kind: 'none' }) })).toEqual([
      'schedule.leadWithoutDate',
    ]);
    expect(codes({ kind: 'period' })).toEqual(['schedule.periodWithoutDate']);
    expect(codes({ kind: 'date', date: { parameter: 'han' }, time: null, bound: 'by' })).toEqual([
      'schedule.parameterMissing',
    ]);
    expect(codes(day('2026-02-30', 'by'))).toEqual(['schedule.impossibleDate']);
    expect(codes({ kind: 'lead', workingDays: 10 }, { base: due(day('2023-01-05', 'by')) })).toEqual([
      'calendar.yearNotCovered',
    ]);
  });

  it('counted back never lands on a day off and never after what it counts from', () => {
    fc.assert(
      fc.property(
        fc.nat(1200),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('before', 'by'),
        (at, days, bound) => {
          const base = due(day(addDays('2024-01-10', at), bound as 'before' | 'by'));
          const result = resolveDue(input({ kind: 'lead', workingDays: days }, { base }));
          if (!result.ok) return;
          expect(vn.isWorking(result.value.date ?? '')).toBe(true);
          expect((result.value.dueAt ?? '') < (base.dueAt ?? '')).toBe(true);
        },
      ),
    );
  });
});
