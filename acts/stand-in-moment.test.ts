import { describe, expect, it } from 'vitest';
import { answersBy } from './stand-in-moment.ts';

const owed = (index: number, dueAt: string | null = '2024-12-08T00:00:00.000Z') => ({
  unitId: `2024-commune-${String(index).padStart(5, '0')}`,
  periodKey: 'once',
  openedAt: '2024-11-20T01:00:00.000Z',
  dueAt,
});
const units = Array.from({ length: 1000 }, (_, index) => owed(index));
const answering = (share: number, by: string) =>
  units.filter((each) => answersBy(each, { share, by })).length;

describe('units that somebody stands in for', () => {
  it('answer in the share asked for, all before their deadline', () => {
    expect(answering(100, '2024-12-08T00:00:00.000Z')).toBe(1000);
    expect(answering(0, '2030-01-01T00:00:00.000Z')).toBe(0);
    const half = answering(50, '2024-12-08T00:00:00.000Z');
    expect(half).toBeGreaterThan(440);
    expect(half).toBeLessThan(560);
  });

  it('answer one after the other, and who answered stays among those who did', () => {
    const early = answering(100, '2024-11-25T00:00:00.000Z');
    const later = answering(100, '2024-12-02T00:00:00.000Z');
    expect(early).toBeGreaterThan(150);
    expect(later).toBeGreaterThan(early + 200);
    const by = '2024-11-29T00:00:00.000Z';
    const few = units.filter((each) => answersBy(each, { share: 30, by }));
    expect(few.every((each) => answersBy(each, { share: 60, by }))).toBe(true);
  });

  it('answer within ten days where nothing is due', () => {
    expect(answersBy(owed(1, null), { share: 100, by: '2024-11-30T01:00:00.000Z' })).toBe(true);
  });
});
