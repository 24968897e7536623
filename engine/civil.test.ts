import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  atTime,
  civilDateOf,
  dateOfDay,
  dayNumber,
  daysInMonth,
  isCivilDate,
  lastDayOnTime,
  startOfDay,
  timeOfDayOf,
  weekday,
  wholeDate,
} from './civil.ts';

describe('civil dates of Asia/Ho_Chi_Minh', () => {
  it('begin seven hours before the UTC day', () => {
    expect(startOfDay('2026-02-05')).toBe('2026-02-04T17:00:00.000Z');
    expect(atTime('2024-12-05', '08:00')).toBe('2024-12-05T01:00:00.000Z');
    expect(civilDateOf('2026-02-04T16:59:59.999Z')).toBe('2026-02-04');
    expect(civilDateOf('2026-02-04T17:00:00Z')).toBe('2026-02-05');
    expect(timeOfDayOf('2026-02-04T17:05:00Z')).toBe('00:05');
  });

  it('have the weekdays of the calendar on the wall', () => {
    expect(weekday('2024-12-08')).toBe(7);
    expect(weekday('2026-02-17')).toBe(2);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2024-02-29')).toBe(4);
  });

  it('end a deadline’s last day before the deadline itself, in Viet Nam', () => {
    expect(lastDayOnTime('2024-12-07T17:00:00.000Z')).toBe('2024-12-07');
    expect(lastDayOnTime('2024-12-07T17:00:00.001Z')).toBe('2024-12-08');
  });

  it('are no day where they are known in part', () => {
    expect(wholeDate({ year: 2024, month: 2, day: 9 })).toBe('2024-02-09');
    expect(wholeDate({ year: 2024, month: 2, day: null })).toBeNull();
    expect(wholeDate(null)).toBeNull();
  });

  it('know leap years and refuse impossible dates', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(2100, 2)).toBe(28);
    expect(daysInMonth(2026, 12)).toBe(31);
    expect(
      ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'x'].filter(isCivilDate),
    ).toEqual([]);
    expect(isCivilDate('2024-02-29')).toBe(true);
  });

  it('agree with UTC arithmetic on every day of five centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 90_000 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfDay(day)).toBe(date);
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
        expect(civilDateOf(startOfDay(date))).toBe(date);
        expect(addDays(addDays(date, 40), -40)).toBe(date);
      }),
    );
  });
});
