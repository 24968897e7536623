import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SENTENCES } from '#model/sentences/index';

const folder = new URL('./', import.meta.url);
const codes = new Set(
  readdirSync(folder, { encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(
        /(?:problem\(|warning\(|at\(\[\w+, \S+\],)\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g,
      ),
    ])
    .map((match) => match[1] ?? ''),
);

describe('every refusal of an act', () => {
  it('has a Vietnamese and an English sentence with the same parameters', () => {
    expect(codes.size).toBeGreaterThan(60);
    for (const code of codes) {
      const sentence = SENTENCES[code];
      expect(sentence, code).toBeDefined();
      const names = (text: string | undefined) =>
        [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect([...new Set(names(sentence?.vi))], code).toEqual([...new Set(names(sentence?.en))]);
    }
  });
});
