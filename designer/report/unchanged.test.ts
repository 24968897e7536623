import { expect, test } from 'vitest';
import { draftFrom } from '#engine/draft';
import { ReportForm } from '#model';
import type { ReportVersion } from './api.ts';
import { isUnchanged } from './unchanged.ts';

const form = ReportForm.parse({
  id: 'f',
  title: 'Báo cáo',
  kind: 'thematic',
  indicators: [
    { id: 'a', label: 'A', type: 'number', aggregate: 'sum' },
    { id: 'b', label: 'B', type: 'yesNo', aggregate: 'count' },
  ],
  sections: [{ id: 's', title: 'Kết quả' }],
});
const returned: ReportVersion = {
  id: 'v1',
  obligationId: 'o1',
  no: 1,
  complete: true,
  consolidationId: null,
  submittedBy: 'person:a',
  decidedBy: 'person:b',
  kind: 'ordinary',
  values: { a: { kind: 'number', value: '1.5' }, b: { kind: 'yesNo', yes: true } },
  sections: { s: 'Đã làm.' },
  note: '',
  late: false,
  workingDaysLate: 0,
  hash: '',
  receivedAt: '2024-12-01T00:00:00Z',
  submittedByName: null,
  onBehalfOfName: null,
  state: 'returned',
  decidedAt: null,
  decidedByName: null,
  decidedForName: null,
  reason: 'Thiếu biểu',
  attachmentIds: ['x'],
};

test('a report that goes back as it came is told apart from one that was mended', () => {
  const same = draftFrom(returned, form);
  expect(isUnchanged(form, same, returned)).toBe(true);
  expect(isUnchanged(form, { ...same, values: { ...same.values, a: '2' } }, returned)).toBe(false);
  expect(isUnchanged(form, { ...same, sections: { s: 'Đã làm xong.' } }, returned)).toBe(false);
  expect(isUnchanged(form, { ...same, attachments: ['x', 'y'] }, returned)).toBe(false);
  expect(isUnchanged(form, { ...same, attachments: [] }, returned)).toBe(false);
  expect(isUnchanged(form, same, { ...returned, state: 'accepted' })).toBe(false);
});
