import { expect, test } from 'vitest';
import { timeline } from './timeline.ts';

const at = '2024-12-05T01:00:00.000Z';
const later = '2024-12-07T17:00:00.000Z';
const event = (kind: string, unitId: string, data: Record<string, unknown> = {}) => ({
  at,
  kind,
  unitId,
  data,
});

test('acts of the same kind at one instant are one row', () => {
  const events = [event('obligation.acknowledged', 'a'), event('obligation.acknowledged', 'b')];
  expect(timeline({ events, notices: [], owing: new Map() })).toEqual([
    { at, what: 'Đã tiếp nhận / acknowledged', count: 2, units: ['a', 'b'] },
  ]);
});

test('passing on counts the tasks, not the unit that passed them on', () => {
  const events = [event('node.disseminated', 'city', { obligations: 15 })];
  expect(timeline({ events, notices: [], owing: new Map() })[0]).toMatchObject({
    count: 15,
    units: ['city'],
  });
});

test('a reminder names who owes the report, once however many were told', () => {
  const notices = [
    { at: later, kind: 'escalation', obligationId: 'o1' },
    { at: later, kind: 'escalation', obligationId: 'o1' },
    { at, kind: 'reminder', obligationId: 'o1' },
    { at, kind: 'accepted', obligationId: 'o1' },
  ];
  const rows = timeline({ events: [], notices, owing: new Map([['o1', 'commune']]) });
  expect(rows.map(({ what, units }) => [what, ...units])).toEqual([
    ['Nhắc việc / reminded', 'commune'],
    ['Báo lên cấp trên / escalated', 'commune'],
  ]);
});

test.each([
  [{ no: 1, kind: 'ordinary', late: false }, 'Nộp báo cáo / report'],
  [{ no: 2, kind: 'ordinary', late: false }, 'Nộp lại báo cáo / corrected report'],
  [{ no: 1, kind: 'ordinary', late: true }, 'Nộp báo cáo muộn / late report'],
  [{ no: 1, kind: 'nil', late: false }, 'Báo cáo không phát sinh / nil report'],
  [{ no: 1, kind: 'consolidated' }, 'Trình báo cáo tổng hợp / consolidated report'],
])('a submission %o is told as “%s”', (data, what) => {
  const rows = timeline({ events: [event('report.submitted', 'a', data)], notices: [], owing: new Map() });
  expect(rows[0]?.what).toBe(what);
});
