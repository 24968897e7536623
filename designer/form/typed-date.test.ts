import { describe, expect, it } from 'vitest';
import { Calendar } from '#model';
import { lastDayOf, noteOf, readDate, readTime } from './typed-date.ts';

describe('a typed date', () => {
  it('is day, month and the whole year, with or without leading zeros', () => {
    expect(readDate('08/12/2024')).toBe('2024-12-08');
    expect(readDate(' 8/12/2024 ')).toBe('2024-12-08');
    expect(readDate('8-12-2024')).toBe('2024-12-08');
    expect(readDate('8.12.2024')).toBe('2024-12-08');
  });

  it('is never guessed', () => {
    for (const text of ['8/12/24', '8/12', '30/02/2024', '12/31/2024', '2024-12-08', 'mai', ''])
      expect(readDate(text)).toBeNull();
  });
});

describe('a typed time', () => {
  it('is taken with a colon, h or g', () => {
    expect(['7:30', '07:30', '7h30', '15h', '15 g 30'].map(readTime)).toEqual([
      '07:30',
      '07:30',
      '07:30',
      '15:00',
      '15:30',
    ]);
    expect(['24:00', '7', '7:3', ''].map(readTime)).toEqual([null, null, null, null]);
  });
});

describe('a day', () => {
  const calendar = Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Việt Nam',
    weekdays: [1, 2, 3, 4, 5],
    years: { from: 2024, to: 2024 },
    days: [
      { date: '2024-09-02', kind: 'off', name: 'Quốc khánh', status: 'decided' },
      { date: '2024-05-04', kind: 'worked', name: 'Làm bù', status: 'decided' },
    ],
  });

  it('is told with the reason why nobody works, or why people do', () => {
    expect(noteOf('2024-09-02', calendar)).toEqual({ kind: 'off', name: 'Quốc khánh', estimate: false });
    expect(noteOf('2024-05-04', calendar)).toMatchObject({ kind: 'worked', name: 'Làm bù' });
    expect(noteOf('2024-12-08', calendar)).toEqual({ kind: 'weekend' });
    expect(noteOf('2024-12-09', calendar)).toEqual({ kind: 'working' });
  });

  it('of a year that the calendar lacks is not guessed', () => {
    expect(noteOf('2025-01-02', calendar)).toEqual({ kind: 'notCovered' });
  });
});

describe('the last day on time', () => {
  it('is the day before with “trước ngày”, the day itself with “chậm nhất” or an hour', () => {
    expect(lastDayOf({ date: '2024-12-08', time: null, bound: 'before' })).toBe('2024-12-07');
    expect(lastDayOf({ date: '2024-12-08', time: null, bound: 'by' })).toBe('2024-12-08');
    expect(lastDayOf({ date: '2024-12-08', time: '15:00', bound: 'before' })).toBe('2024-12-08');
    expect(lastDayOf({ date: '2024-12-08', time: '15:00', bound: 'by' })).toBe('2024-12-08');
  });
});
