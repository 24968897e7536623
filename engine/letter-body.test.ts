import { expect, it } from 'vitest';
import { bodyParts, noteOf } from './letter-body.ts';

const kinds = (...paragraphs: string[]): readonly string[] =>
  bodyParts({ paragraphs }).map(({ kind }) => kind);

it('a short numbered line that ends like no sentence is a heading, as is a part with a Roman number', () => {
  expect(
    kinds(
      'I. Mục đích, ý nghĩa:',
      '2. Nội dung hoạt động',
      '1. Treo cờ.',
      '3. Các việc sau:',
      'IV người tham gia',
      '1234. Không',
      `2. ${'dài '.repeat(60)}`,
    ),
  ).toEqual(['heading', 'heading', 'text', 'text', 'text', 'text', 'text']);
});

it('what is numbered in brackets behind the end of the letter is a note, not before it', () => {
  expect(kinds('(1) Việc thứ nhất.', 'Đề nghị triển khai./.', '(1) Kết luận số 77-KL/TW.')).toEqual([
    'text',
    'text',
    'note',
  ]);
  expect(kinds('(1) Việc thứ nhất.')).toEqual(['text']);
  expect(noteOf('(12) Kết luận')).toEqual({ number: 12, text: 'Kết luận' });
});
