import { expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

it('names of sheets are such as a spreadsheet takes', () => {
  const names = sheetNames(
    [
      'Nguồn',
      'Ủy ban nhân dân phường Đức Xuân, thành phố Bắc Kạn',
      'Ủy ban nhân dân phường Đức Xuân, thành phố Thái Nguyên',
      "'a/b:c*[d]?'",
      '  ',
      'A',
      'a',
    ],
    ['Nguồn'],
  );
  expect(names).toEqual([
    'Nguồn (2)',
    'Ủy ban nhân dân phường Đức Xuâ…',
    'Ủy ban nhân dân phường Đức… (2)',
    'a b c d',
    'Bảng',
    'A',
    'a (2)',
  ]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});
