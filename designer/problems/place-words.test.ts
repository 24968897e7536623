import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../templates/index.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Place } from '../drawing/view-store.ts';
import { placeWords } from './place-words.ts';

const template = (key: string): Drawing => {
  const found = TEMPLATES.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const words = (key: string, path: Place) =>
  placeWords(path, template(key))
    .map((crumb) => ('text' in crumb ? crumb.text : `<${crumb.key}>`))
    .join(' › ');

describe('the place of a problem in words', () => {
  it('begins with the level and ends with the field', () => {
    expect(words('bon-cap-2024', ['definition', 'nodes', 2, 'obligations', 0, 'due', 'date'])).toBe(
      'UBND các huyện, quận, thị xã, thành phố thuộc t… › <obligations> › <due>',
    );
    expect(words('bon-cap-2024', ['definition', 'nodes', 3])).toBe('UBND các xã, phường, thị trấn');
    expect(words('bac-kan-2024', ['definition', 'nodes', 1, 'obligations', 0, 'via', 'due'])).toMatch(
      /› <via> › <due>$/,
    );
  });

  it('names forms and their periods, the letter and its parts', () => {
    expect(words('quan-7-2023', ['definition', 'reports', 0, 'periods', 'list', 1])).toMatch(
      /^Báo cáo .* › <periods> › Báo cáo 6 tháng đầu năm 2024$/,
    );
    expect(words('bac-kan-2024', ['directive', 'recipients'])).toBe('<directive> › <recipients>');
    expect(words('bac-kan-2024', ['definition', 'calendar', 'id'])).toBe('<calendar>');
    expect(words('bon-cap-2024', ['definition', 'parameters', 0])).toBe(
      '<parameters> › Ngày UBND tỉnh báo cáo Bộ (chậm nhất)',
    );
  });
});
