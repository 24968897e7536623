import { describe, expect, it } from 'vitest';
import { Signature } from '#model';
import { maySign, withLine, withoutLine, withSign, withTitle } from './signing.ts';
import { readPartialDate } from './partial-date.ts';

const SIGNED = Signature.parse({
  authority: ['TM', 'KT'],
  titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
});

describe('signs of authority', () => {
  it('stand without a gap from the first line on', () => {
    expect([0, 1, 2, 3].map((line) => maySign(SIGNED, line))).toEqual([true, true, true, false]);
    expect(maySign({ authority: [] }, 1)).toBe(false);
  });

  it('go together with those below them', () => {
    expect(withSign(SIGNED, 0, null).authority).toEqual([]);
    expect(withSign(SIGNED, 1, 'TL').authority).toEqual(['TM', 'TL']);
    expect(withSign(SIGNED, 2, 'Q').authority).toEqual(['TM', 'KT', 'Q']);
  });

  it('go with their line', () => {
    expect(withoutLine(SIGNED, 0)).toMatchObject({
      authority: ['KT'],
      titles: ['CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    });
    expect(withTitle(SIGNED, 2, 'Q. CHỦ TỊCH').titles[2]).toBe('Q. CHỦ TỊCH');
    expect(withLine(SIGNED, '').titles).toHaveLength(4);
  });
});

describe('a date known in part', () => {
  it('is read from the year on', () => {
    expect(readPartialDate('14/11/2024')).toEqual({ year: 2024, month: 11, day: 14 });
    expect(readPartialDate('11/2024')).toEqual({ year: 2024, month: 11, day: null });
    expect(readPartialDate('…/11/2024')).toEqual({ year: 2024, month: 11, day: null });
    expect(readPartialDate('2024')).toEqual({ year: 2024, month: null, day: null });
  });

  it('is refused where it does not exist or cannot be read', () => {
    for (const text of ['31/02/2024', '13/2024', 'tháng 11', '', '1/2/3/2024', '24'])
      expect(readPartialDate(text)).toBeNull();
  });
});
