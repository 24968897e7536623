import { describe, expect, it } from 'vitest';
import { VN, chainOf } from './fixtures.ts';
import { input, planOf } from './plan-fixtures.ts';

describe('calendar days of one unit', () => {
  it('move the deadlines of that unit and of those below it, and of nobody else', () => {
    const festival = {
      date: '2026-12-07',
      kind: 'off' as const,
      name: 'Lễ hội',
      status: 'decided' as const,
      unitId: 'r-1' as never,
    };
    const plan = planOf(
      input(chainOf(['province', 'district']), { calendars: [{ ...VN, unitDays: [festival] }] }),
    );
    const [period] = plan.periods;
    // 15/12 less 5 working days is 08/12, with 07/12 out of the way; reminders apart nothing changes there.
    expect(period?.dues['district/kq']?.date).toBe('2026-12-08');
    expect(period?.unitDues).toEqual({});
    const earlier = planOf(
      input(chainOf(['province', 'district'], { leads: [6] }), {
        calendars: [{ ...VN, unitDays: [festival] }],
      }),
    );
    expect(earlier.periods[0]?.dues['district/kq']?.date).toBe('2026-12-07');
    expect(Object.entries(earlier.periods[0]?.unitDues ?? {}).map(([key, { date }]) => [key, date])).toEqual([
      ['r-1-0/district/kq', '2026-12-04'],
      ['r-1-1/district/kq', '2026-12-04'],
    ]);
  });
});
