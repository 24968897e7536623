import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALENDAR_SENTENCES } from './calendar.ts';
import { DEFINITION_SENTENCES } from './definition.ts';
import { DIRECTIVE_SENTENCES } from './directive.ts';
import { PLAN_SENTENCES } from './plan.ts';
import type { Sentences } from './sentence.ts';

const sentences: Sentences = {
  ...CALENDAR_SENTENCES,
  ...DEFINITION_SENTENCES,
  ...DIRECTIVE_SENTENCES,
  ...PLAN_SENTENCES,
};

function codesIn(folder: string): string[] {
  const root = new URL(`../../${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const codes = files.flatMap(
    (file) =>
      readFileSync(new URL(file, root), 'utf8').match(
        /'(?:definition|plan|schedule|directive|calendar)\.[a-zA-Z]+'/g,
      ) ?? [],
  );
  return [...new Set(codes.map((code) => code.slice(1, -1)))].sort();
}

const placeholders = (sentence: string): string[] =>
  [
    ...new Set(
      [...sentence.matchAll(/\{([a-z][a-zA-Z]*)[},]/g)].map((match) =>
        (match[1] ?? '').replace(/(Vi|En)$/, ''),
      ),
    ),
  ].sort();

describe('sentences of definition, directive, plan and calendar', () => {
  it('exist for every code that the engine and the migrations use', () => {
    const used = [...codesIn('engine'), ...codesIn('model/migrations')];
    expect(used.length).toBeGreaterThan(80);
    expect(used.filter((code) => !(code in sentences))).toEqual([]);
  });

  it('have no code that nobody uses', () => {
    const used = new Set(['engine', 'model/migrations', 'acts', 'api'].flatMap(codesIn));
    expect(Object.keys(sentences).filter((code) => !used.has(code))).toEqual([]);
  });

  it('fill the same places in both languages', () => {
    for (const { vi, en } of Object.values(sentences)) {
      expect(placeholders(vi)).toEqual(placeholders(en));
    }
  });
});
