import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { vi } from './vi.ts';

const leaves = (tree: object, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : leaves(value as object, `${at}${key}.`),
  );
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => /^[a-z]/.test(name))
    .sort();

describe('the two locales', () => {
  it('have the same keys, none empty', () => {
    expect(leaves(en).map(([key]) => key)).toEqual(leaves(vi).map(([key]) => key));
    expect([...leaves(vi), ...leaves(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are written in NFC', () => {
    expect(leaves(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('fill the same parameters in every sentence without choices', () => {
    const simple = leaves(vi).filter(([, text]) => !text.includes('plural') && !text.includes('select'));
    const english = new Map(leaves(en));
    expect(
      simple.filter(
        ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
      ),
    ).toEqual([]);
  });

  it('say one of a thing in English as one: “1 day”, not “1 days”', () => {
    // asked for where there are several, or with “1–3” for a number
    const several = ['board.unitsDid', 'library.showAll', 'forms.attachmentTitle'];
    const counted =
      /\{(count|days|workingDays|hours|units|reports|levels)\} (working )?(day|hour|unit|report|file|level)s/;
    const blind = leaves(en).filter(([key, text]) => counted.test(text) && !several.includes(key));
    expect(blind).toEqual([]);
  });

  it('hold no text that no page asks for', () => {
    const pages = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../dist/**', '!./**'], {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    const sources = Object.values(pages).join('\n');
    // `t(`status.${status}`)` asks for all that begin so; fields put their labels together from a schema
    const put = [...sources.matchAll(/`([A-Za-z.]+[._])\$\{/g)].map(([, beginning]) => beginning ?? '');
    const together = ['form.', 'forms.', 'inspector.', 'letter.', ...put];
    const asked = (key: string): boolean =>
      [`'${key}'`, `"${key}"`].some((quoted) => sources.includes(quoted));
    const unasked = leaves(vi).filter(
      ([key]) => !asked(key) && !together.some((beginning) => key.startsWith(beginning)),
    );
    expect(unasked.map(([key]) => key)).toEqual([]);
  });
});
