import { expect, test } from 'vitest';
import { Directive } from '#model';
import { carrySources } from './carry-sources.ts';

const before = Directive.parse({
  codeNumber: null,
  codeNotation: 'UBND',
  documentType: 'Công văn',
  subject: 'cũ',
  issuedDate: null,
  place: 'Đức Xuân',
  issuingBody: 'UBND phường',
  paragraphs: ['một', 'hai', 'ba'],
});
const sources = {
  subject: { code: 'received', params: { letter: 'x' } },
  place: { code: 'office', params: {} },
  'paragraphs.0': { code: 'rule', params: {} },
  'paragraphs.1': { code: 'tasks', params: {} },
  'paragraphs.2': { code: 'deadline', params: { group: 'g' } },
};

test('an untouched letter keeps every source', () => {
  expect(carrySources({ before, after: before, sources, name: 'An' })).toEqual(sources);
});

test('what was written anew is its writer’s; what only moved keeps where it came from', () => {
  const after = { ...before, subject: 'mới', paragraphs: ['mở đầu', 'một', 'ba'] };
  expect(carrySources({ before, after, sources, name: 'An' })).toEqual({
    subject: { code: 'edited', params: { name: 'An' } },
    place: sources.place,
    'paragraphs.0': { code: 'edited', params: { name: 'An' } },
    'paragraphs.1': sources['paragraphs.0'],
    'paragraphs.2': sources['paragraphs.2'],
  });
});
