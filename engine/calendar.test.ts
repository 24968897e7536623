import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar, YearNotCovered } from './calendar.ts';
import { addDays } from './civil.ts';
import { VN } from './fixtures.ts';

const vn = workingCalendar(VN);
const someDate = fc.integer({ min: 0, max: 1000 }).map((day) => addDays('2024-01-01', day));
const workingDate = someDate.map((date) => vn.step(date, 1));

describe('the working calendar', () => {
  it('leaves out Tết 2026 and its weekends', () => {
    // Fri 13/02 is followed by nine days off; Mon 23/02 is the next working day.
    expect(vn.step('2026-02-13', 1)).toBe('2026-02-23');
    expect(vn.step('2026-02-24', -5)).toBe('2026-02-10');
    expect(vn.countBetween('2026-02-13', '2026-02-23')).toBe(1);
  });

  it('works on the Saturday that was swapped for a bridge day', () => {
    expect(vn.isWorking('2024-05-04')).toBe(true);
    expect(vn.isWorking('2024-04-29')).toBe(false);
    // Thu 02/05, Fri 03/05, Sat 04/05 (worked), then Mon 06/05.
    expect(vn.step('2024-04-26', 4)).toBe('2024-05-06');
    expect(vn.step('2026-08-21', 1)).toBe('2026-08-22');
    // Off: Mon 31/08 to Wed 02/09 after the weekend.
    expect(vn.step('2026-08-28', 1)).toBe('2026-09-03');
    expect(vn.isWorking('2026-11-24')).toBe(false);
  });

  it('counts from a Sunday without counting it', () => {
    expect(vn.step('2024-12-08', -2)).toBe('2024-12-05');
    expect(vn.step('2024-12-08', 0)).toBe('2024-12-08');
    expect(vn.step('2024-12-08', 1)).toBe('2024-12-09');
  });

  it('refuses years that it does not cover', () => {
    expect(() => vn.step('2027-12-30', 5)).toThrow(YearNotCovered);
    expect(() => vn.isWorking('2022-12-31')).toThrow(/vn does not cover 2022/);
    expect(vn.step('2030-01-01', 0)).toBe('2030-01-01');
  });

  it('lets the days of a unit differ for all that is below it', () => {
    const festival = { date: '2026-03-10', kind: 'off' as const, name: 'Lễ hội', status: 'decided' as const };
    const calendar = {
      ...VN,
      unitDays: [
        { ...festival, unitId: 'tinh' as (typeof VN.unitDays)[number]['unitId'] },
        { ...festival, kind: 'worked' as const, unitId: 'xa' as (typeof VN.unitDays)[number]['unitId'] },
      ],
    };
    expect(workingCalendar(calendar).isWorking('2026-03-10')).toBe(true);
    expect(workingCalendar(calendar, ['vn', 'tinh']).isWorking('2026-03-10')).toBe(false);
    expect(workingCalendar(calendar, ['vn', 'tinh', 'xa']).isWorking('2026-03-10')).toBe(true);
  });

  it('steps there and back again from a working day', () => {
    fc.assert(
      fc.property(workingDate, fc.integer({ min: -120, max: 120 }), (date, days) => {
        const there = vn.step(date, days);
        expect(vn.isWorking(there)).toBe(true);
        expect(vn.step(there, -days)).toBe(date);
      }),
    );
  });

  it('counts additively, and as many days as it steps', () => {
    fc.assert(
      fc.property(someDate, fc.nat(100), fc.nat(100), (a, first, second) => {
        const b = addDays(a, first);
        const c = addDays(b, second);
        expect(vn.countBetween(a, b) + vn.countBetween(b, c)).toBe(vn.countBetween(a, c));
        expect(vn.countBetween(a, vn.step(a, first))).toBe(first);
      }),
    );
  });
});
