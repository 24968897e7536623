import { describe, expect, it } from 'vitest';
import { Directive } from '#model';
import { canonicalJson, contentHash } from './canonical-hash.ts';

describe('the canonical hash', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(contentHash({ a: 1, b: [{ x: 1, y: 2 }] })).toBe(contentHash({ b: [{ y: 2, x: 1 }], a: 1 }));
  });
  it('depends on the order of lists', () => {
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });
  it('treats a member that is undefined as absent, and null as itself', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
  it('of a letter from before the mark of secrecy is what it was', () => {
    const directive = Directive.parse({
      codeNumber: '15',
      codeNotation: 'UBND-KT',
      documentType: 'Công văn',
      subject: 'triển khai',
      issuedDate: { year: 2024, month: 11, day: 18 },
      place: 'Bắc Kạn',
      issuingBody: 'UBND thành phố Bắc Kạn',
    });
    const hash = contentHash({ definition: null, directive });
    // worked out when the model had no such field
    expect(hash).toBe('8a6b4311e5d3a1c7e59af6938297c54d6142ab2353a79e99824d1d0b0cc0c459');
    expect(
      contentHash({ definition: null, directive: { ...directive, confidentiality: 'secret' } }),
    ).not.toBe(hash);
  });
});
