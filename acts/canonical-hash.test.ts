import { describe, expect, it } from 'vitest';
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
});
