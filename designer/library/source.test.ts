import { describe, expect, it } from 'vitest';
import { Directive } from '#model';
import { sourceOf } from './source.ts';

const letter = (given: object) =>
  Directive.parse({
    codeNumber: '1680',
    codeNotation: 'SCT-QLTM',
    documentType: 'Công văn',
    subject: 'triển khai',
    issuedDate: null,
    place: 'Hà Nội',
    issuingBody: 'Sở Công Thương',
    ...given,
  });

describe('the source of a template', () => {
  it('is cited by its code as written, a blank number as blank', () => {
    expect(sourceOf(letter({})).code).toBe('1680/SCT-QLTM');
    expect(sourceOf(letter({ codeNumber: null })).code).toBe('…/SCT-QLTM');
    expect(sourceOf(letter({ codeNumber: '1101', codeNotation: 'CV/TU', system: 'party' })).code).toBe(
      '1101-CV/TU',
    );
  });

  it('is dated as far as its date is known', () => {
    const dated = (year: number, month: number | null, day: number | null) => {
      const { known, date } = sourceOf(letter({ issuedDate: { year, month, day } }));
      return `${known ?? ''} ${date}`;
    };
    expect(dated(2024, 11, 5)).toBe('day 05/11/2024');
    expect(dated(2024, 11, null)).toBe('month 11/2024');
    expect(dated(2024, null, null)).toBe('year 2024');
    expect(sourceOf(letter({})).known).toBeNull();
  });
});
