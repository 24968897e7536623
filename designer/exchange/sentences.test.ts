import { expect, test } from 'vitest';
import { SENTENCES } from '#model/sentences/index';
import { EXCHANGE_SENTENCES } from '#model/sentences/exchange';

const sources = import.meta.glob<string>('./*.ts', { eager: true, query: '?raw', import: 'default' });
const placeholders = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

test('every code of a file that is read has a sentence, and every sentence a code', () => {
  const own = Object.entries(sources).filter(([path]) => !path.endsWith('.test.ts'));
  const used = own.flatMap(([, text]) => [...text.matchAll(/'(exchange\.\w+)'/g)].map(([, code]) => code));
  expect([...new Set(used)].sort()).toEqual(Object.keys(EXCHANGE_SENTENCES).sort());
  expect(Object.keys(EXCHANGE_SENTENCES).every((code) => code in SENTENCES)).toBe(true);
});

test('both languages fill the same places, in NFC, with nothing that has a meaning for ICU', () => {
  for (const [code, { vi, en }] of Object.entries(EXCHANGE_SENTENCES)) {
    expect(placeholders(vi), code).toEqual(placeholders(en));
    expect(`${vi}${en}`, code).not.toContain("'");
    expect(vi, code).toBe(vi.normalize('NFC'));
  }
});
