import { expect, it } from 'vitest';
import { absentMeanwhile } from './absent-meanwhile.ts';

// midnight in Viet Nam: 10 to 12 March
const absences = [
  { fromAt: '2026-03-09T17:00:00.000Z', toAt: '2026-03-12T17:00:00.000Z', substituteName: 'Ví dụ: Lê Thị C' },
];
const days = (fromDate: string | null, toDate: string | null) =>
  absentMeanwhile({ absences }, { fromDate, toDate }).map(({ from, until }) => [from, until]);

it('a substitute who is away himself on any of the days is named with his days, and no other', () => {
  const away = [['2026-03-10', '2026-03-12']];
  expect(days('2026-03-12', '2026-03-20')).toEqual(away);
  expect(days('2026-03-01', '2026-03-10')).toEqual(away);
  expect(days('2026-03-01', null)).toEqual(away);
  expect(days('2026-03-13', '2026-03-20')).toEqual([]);
  expect(days('2026-03-01', '2026-03-09')).toEqual([]);
  expect(days(null, null)).toEqual([]);
});
