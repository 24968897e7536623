import { describe, expect, it } from 'vitest';
import { cleanTexts, MAX_DEPTH } from './clean-text.ts';

describe('texts of a body', () => {
  it('come into NFC, so that one name is one name', () => {
    const body = { name: 'Hòa Bình'.normalize('NFD'), list: [{ text: 'Đắk Lắk'.normalize('NFD') }] };
    expect(cleanTexts(body)).toBeNull();
    expect(body).toEqual({ name: 'Hòa Bình'.normalize('NFC'), list: [{ text: 'Đắk Lắk'.normalize('NFC') }] });
  });

  it('may not hold NUL or half of a surrogate pair', () => {
    expect(cleanTexts({ a: { b: 'x\u0000y' } })).toMatchObject({ code: 'api.badText', path: ['a', 'b'] });
    expect(cleanTexts({ a: ['\ud83d'] })).toMatchObject({ code: 'api.badText', path: ['a', 0] });
    expect(cleanTexts({ '\udc00': 1 })).toMatchObject({ code: 'api.badText' });
    expect(cleanTexts({ a: '😀' })).toBeNull();
  });

  it('are found however deep, and a body deeper than any drawing is refused without exhausting the stack', () => {
    const poison: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(cleanTexts(poison)).toMatchObject({ code: 'api.tooDeep', params: { limit: MAX_DEPTH } });
  });
});
