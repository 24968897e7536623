import { describe, expect, it } from 'vitest';
import { workingCalendar } from './calendar.ts';
import { VN } from './fixtures.ts';
import { endOfWorkingDays, workingDaysLeft } from './working-days-left.ts';

const vn = workingCalendar(VN);
/** The end of Friday 06/12/2024 in Viet Nam. */
const DUE = '2024-12-06T17:00:00.000Z';

describe('working days left', () => {
  it('does not count today, and counts the last day', () => {
    expect(workingDaysLeft(DUE, '2024-12-02T02:00:00.000Z', vn)).toBe(4);
    expect(workingDaysLeft(DUE, '2024-12-06T16:59:59.999Z', vn)).toBe(0);
    // from the weekend before
    expect(workingDaysLeft(DUE, '2024-11-30T02:00:00.000Z', vn)).toBe(5);
  });

  it('is negative by the days that it is late, and nothing where only the clock is', () => {
    expect(workingDaysLeft(DUE, DUE, vn)).toBe(0);
    expect(workingDaysLeft(DUE, '2024-12-08T02:00:00.000Z', vn)).toBe(0);
    expect(workingDaysLeft(DUE, '2024-12-10T02:00:00.000Z', vn)).toBe(-2);
    expect(Object.is(workingDaysLeft(DUE, DUE, vn), -0)).toBe(false);
  });

  it('ends so many working days on, today for none', () => {
    expect(endOfWorkingDays('2024-12-05T02:00:00.000Z', 0, vn)).toBe('2024-12-05T17:00:00.000Z');
    expect(endOfWorkingDays('2024-12-05T02:00:00.000Z', 2, vn)).toBe('2024-12-09T17:00:00.000Z');
  });
});
