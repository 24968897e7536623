import { describe, expect, it } from 'vitest';
import { startOfDay } from '#engine';
import { Calendar } from '#model';
import { dayMarks } from './day-marks.ts';
import { namedDay } from './named-day.ts';
import { ruleWords } from './rule-words.ts';
import { fittingZoom, months, nextZoom, roomy, timeScale } from './time-scale.ts';

const calendar = Calendar.parse({
  id: 'vn',
  version: 1,
  name: 'Lịch',
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 2024, to: 2024 },
  days: [
    { date: '2024-04-29', kind: 'off', name: 'Hoán đổi', status: 'decided' },
    { date: '2024-04-30', kind: 'off', name: 'Chiến thắng', status: 'decided' },
    { date: '2024-05-04', kind: 'worked', name: 'Làm bù', status: 'decided' },
  ],
});

describe('days off on the timeline', () => {
  it('are runs of weekends and holidays, swapped days marked as worked', () => {
    expect(
      dayMarks(calendar, '2024-04-27', '2024-05-06').map(({ kind, from, days }) => [kind, from, days]),
    ).toEqual([
      ['weekend', '2024-04-27', 2],
      ['off', '2024-04-29', 1],
      ['off', '2024-04-30', 1],
      ['worked', '2024-05-04', 1],
      ['weekend', '2024-05-05', 1],
    ]);
  });

  it('are not guessed for years that the calendar does not have', () => {
    expect(dayMarks(calendar, '2024-12-31', '2025-01-03')).toEqual([
      { kind: 'notCovered', from: '2025-01-01', days: 3, name: '' },
    ]);
  });
});

describe('the scale', () => {
  it('counts whole days from midnight in Vietnam', () => {
    const scale = timeScale({ from: '2024-11-01', to: '2024-11-30' }, 10);
    expect([scale.width, scale.xOf('2024-11-02'), scale.x(startOfDay('2024-12-01'))]).toEqual([300, 10, 300]);
  });

  it('shows a short span large and a long one whole, with room for the last date', () => {
    expect(fittingZoom({ from: '2024-11-01', to: '2024-11-10' })).toBe(40);
    const year = { from: '2024-01-01', to: '2024-12-31' };
    expect(fittingZoom(year) * 366).toBeLessThanOrEqual(1_000);
    expect(roomy(year, 2).to > year.to).toBe(true);
    expect([nextZoom(8, 'in'), nextZoom(8, 'out'), nextZoom(40, 'in'), nextZoom(2, 'out')]).toEqual([
      16,
      4,
      null,
      null,
    ]);
  });

  it('cuts months off at both ends', () => {
    expect(months({ from: '2024-01-30', to: '2024-03-01' })).toEqual([
      { day: '2024-01-30', days: 2 },
      { day: '2024-02-01', days: 29 },
      { day: '2024-03-01', days: 1 },
    ]);
  });
});

describe('a deadline in words', () => {
  const none = { lastDate: null, remindAt: [], escalateAt: null, byWorkingDays: false, event: null, why: [] };

  it('keeps its bound and names the hour only where there is one', () => {
    const before = { ...none, dueAt: startOfDay('2024-12-08'), date: '2024-12-08', bound: 'before' } as const;
    expect(namedDay(before, 'vi')).toEqual({ key: 'before', params: { day: 'CN 08/12/2024', time: '' } });
    const by = { ...none, dueAt: '2024-12-08T08:01:00.000Z', date: '2024-12-08', bound: 'by' } as const;
    expect(namedDay(by, 'vi')).toEqual({ key: 'by', params: { day: 'CN 08/12/2024', time: '15:00' } });
    const wholeDay = { ...none, dueAt: startOfDay('2024-12-09'), date: '2024-12-08', bound: 'by' } as const;
    expect(namedDay(wholeDay, 'en')).toEqual({ key: 'by', params: { day: 'Sun 08/12/2024', time: '' } });
    expect(namedDay({ ...none, dueAt: null, date: null, bound: null }, 'vi')).toBeNull();
  });

  it('says which way an event counts', () => {
    const definition = { parameters: [], events: [{ key: 'chot', label: 'Chốt số' }] };
    const rule = {
      kind: 'event',
      event: 'chot',
      offset: -3,
      days: 'working',
      time: null,
      bound: 'by',
    } as const;
    expect(ruleWords(rule, { definition, base: 'period' })).toEqual({
      key: 'event',
      params: { event: 'Chốt số', days: 3, way: 'before', unit: 'working', bound: 'by' },
    });
  });
});
