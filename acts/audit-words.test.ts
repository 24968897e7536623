import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUDIT_WORDS } from '#model';

const FOLDER = new URL('./', import.meta.url);
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  .join('\n');

describe('the words of the audit trail', () => {
  it('are there for every act that is written out', () => {
    const written = [
      ...sources.matchAll(/\bact: (?:[^'\n]*\? )?'([a-zA-Z]+\.[a-zA-Z]+)'(?: : '([a-zA-Z]+\.[a-zA-Z]+)')?/g),
    ];
    const acts = new Set(
      written.flatMap(([, one, other]) => [one, other]).filter((act) => act !== undefined),
    );
    expect(acts.size).toBeGreaterThan(25);
    expect([...acts].filter((act) => !(act in AUDIT_WORDS))).toEqual([]);
  });
});
