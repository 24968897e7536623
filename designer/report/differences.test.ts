import { expect, test } from 'vitest';
import { ReportForm } from '#model';
import { differencesOf } from './differences.ts';

const form = ReportForm.parse({
  id: 'f',
  title: 'Báo cáo',
  kind: 'thematic',
  indicators: [
    { id: 'a', label: 'A', type: 'number', aggregate: 'sum' },
    { id: 'b', label: 'B', type: 'number', aggregate: 'sum' },
  ],
  sections: [{ id: 's', title: 'Kết quả' }],
});
const number = (value: string) => ({ kind: 'number', value }) as const;

test('what a version says otherwise than the one before it, in the order of the form', () => {
  const before = {
    values: { a: number('1'), b: number('2') },
    sections: { s: 'cũ' },
    attachmentIds: ['x', 'y'],
  };
  const after = { values: { b: number('3') }, sections: { s: 'mới' }, attachmentIds: ['y', 'z'] };
  expect(differencesOf(form, before, after)).toEqual([
    { kind: 'value', id: 'a', before: number('1'), after: null },
    { kind: 'value', id: 'b', before: number('2'), after: number('3') },
    { kind: 'section', id: 's', before: 'cũ', after: 'mới' },
    { kind: 'files', added: ['z'], removed: ['x'] },
  ]);
  expect(differencesOf(form, after, after)).toEqual([]);
});
