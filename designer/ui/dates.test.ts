import { describe, expect, it } from 'vitest';
import { date, dateTime, daysLeft, lastOnTime, lastOnTimeInstant, time, weekday } from './dates.ts';

/** `trước ngày 08/12/2024`: midnight in Vietnam, the evening before in UTC. */
const DUE = '2024-12-07T17:00:00.000Z';

describe('instants as people in Vietnam read them', () => {
  it('are dd/MM/yyyy of UTC+7, whatever the browser’s zone', () => {
    expect(date('2024-12-31T17:00:00.000Z')).toBe('01/01/2025');
    expect(dateTime('2024-12-04T08:00:00.000Z')).toBe('04/12/2024 15:00');
    expect(time('2024-12-04T16:59:59.999Z')).toBe('23:59');
  });

  it('name the weekday of that date in either language', () => {
    expect([weekday(DUE, 'vi'), weekday(DUE, 'en')]).toEqual(['CN', 'Sun']);
    expect(weekday('2024-12-02T01:00:00.000Z', 'vi')).toBe('T2');
  });
});

describe('a deadline', () => {
  it('is shown as the last day that is still on time, with that day’s weekday', () => {
    expect(lastOnTime(DUE)).toBe('07/12/2024');
    expect(weekday(lastOnTimeInstant(DUE), 'vi')).toBe('T7');
  });

  it('counts the civil days left, none on the last day, negative after it', () => {
    expect(daysLeft(DUE, '2024-12-04T08:00:00.000Z')).toBe(3);
    expect(daysLeft(DUE, '2024-12-07T16:59:59.999Z')).toBe(0);
    expect(daysLeft(DUE, DUE)).toBe(-1);
  });

  it('at an hour of the day leaves no day on that day', () => {
    expect(daysLeft('2024-12-05T09:00:00.000Z', '2024-12-05T01:00:00.000Z')).toBe(0);
  });
});
