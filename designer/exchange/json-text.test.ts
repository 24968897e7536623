import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../test/harness/cpu-time.ts';
import { jsonFault } from './json-text.ts';

describe('the place of a fault in JSON', () => {
  it('is the line and column where the text stops being JSON', () => {
    expect(jsonFault('{\n  "a": 1,\n  "b" 2\n}')).toEqual({ kind: 'damaged', line: 3, column: 7 });
    expect(jsonFault('{"a": 1,}')).toEqual({ kind: 'damaged', line: 1, column: 9 });
    expect(jsonFault('{"a": [1, 2')).toEqual({ kind: 'damaged', line: 1, column: 12 });
    expect(jsonFault('')).toEqual({ kind: 'damaged', line: 1, column: 1 });
    expect(jsonFault('{} {}')).toEqual({ kind: 'damaged', line: 1, column: 4 });
  });

  it('is found exactly where JSON.parse refuses the text', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', ':', '"', '}', ']', '1', '\\', '\n', 'x'))
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(jsonFault(text) === null).toBe(parses);
      }),
      { numRuns: 1500 },
    );
  });

  it('refuses what nests thousands deep, however it ends', () => {
    expect(jsonFault('['.repeat(1_000_000))).toEqual({ kind: 'tooDeep', most: 64 });
    expect(jsonFault('{"a":'.repeat(100_000))).toEqual({ kind: 'tooDeep', most: 64 });
  });

  it('reads a string of megabytes', () => {
    expect(jsonFault(`"${'a'.repeat(5_000_000)}"`)).toBeNull();
    expect(jsonFault(`"${'a'.repeat(5_000_000)}`)).toEqual({ kind: 'damaged', line: 1, column: 1 });
  });

  it('reads a large text in a moment', async () => {
    const text = JSON.stringify(
      Array.from({ length: 60_000 }, (_, nth) => ({ nth, text: 'chữ'.repeat(20) })),
    );
    expect(await cpuMs(() => expect(jsonFault(text)).toBeNull())).toBeLessThan(3000);
  });
});
