import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAMPAIGN_SENTENCES } from './campaign.ts';
import { SENTENCES, sentenceFor } from './index.ts';
import { OBLIGATION_SENTENCES } from './obligation.ts';
import { REPORT_SENTENCES } from './report.ts';

const OURS = { ...CAMPAIGN_SENTENCES, ...OBLIGATION_SENTENCES, ...REPORT_SENTENCES };

function sources(folder: string): string[] {
  const root = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
}

/** Codes that a problem or warning is made with, also where one of two is chosen. */
function codesIn(folder: string): string[] {
  const made = /\b(?:problem|warning|make)\(\s*(?:[^'()]*\?\s*)?'(\w+\.\w+)'(?:\s*:\s*'(\w+\.\w+)')?/g;
  const found = sources(folder).flatMap((text) =>
    [...text.matchAll(made)].flatMap(([, first, second]) => [first, second]),
  );
  return [...new Set(found.filter((code) => code !== undefined))].sort();
}

const placeholders = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

test('every code of the model, the engine and the acts has a sentence', () => {
  const used = ['model', 'engine', 'acts'].flatMap(codesIn);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((code) => !(code in SENTENCES))).toEqual([]);
});

test('no sentence of ours is without a code that uses it', () => {
  const all = ['engine', 'acts', 'api'].flatMap(sources).join('\n');
  expect(Object.keys(OURS).filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});

test('both languages fill the same places, and nothing in them has a meaning for ICU', () => {
  for (const [code, { vi, en }] of Object.entries(OURS)) {
    expect(placeholders(vi), code).toEqual(placeholders(en));
    expect(`${vi}${en}`, code).not.toContain("'");
    expect(vi, code).toBe(vi.normalize('NFC'));
  }
});

test('a sentence is filled in with what people read: local times, dates day first', () => {
  const problem = {
    code: 'obligation.extensionNotLater',
    params: { dueAt: '2024-12-07T17:00:00Z', inForce: '2024-12-08T08:30:00.000Z' },
  } as const;
  expect(sentenceFor(problem, 'vi')).toBe(
    'Hạn mới (00:00 08/12/2024) không muộn hơn hạn đang có (15:30 08/12/2024).',
  );
  const number = {
    code: 'report.numberNotVietnamese',
    params: { value: '1,234.5', meant: '1.234,5' },
  } as const;
  expect(sentenceFor(number, 'en')).toContain('Did you mean 1.234,5?');
});

test('an unknown code still says something', () => {
  expect(sentenceFor({ code: 'x.y', params: {} }, 'vi')).toBe('Yêu cầu bị từ chối (x.y).');
});
