import { IntlMessageFormat } from 'intl-messageformat';
import { en, vi } from '../locales/areas/exchange.ts';
import type { Language } from '../locales/i18n.ts';

export type WordKey = keyof typeof vi;
/** A sentence of this area in one language: files are written outside of any page. */
export type Words = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string;

export function wordsIn(language: Language): Words {
  const texts = { vi, en }[language];
  return (key, params = {}) =>
    String(new IntlMessageFormat(texts[key], language, undefined, { ignoreTag: true }).format({ ...params }));
}

export const isWord = (key: string): key is WordKey => Object.hasOwn(vi, key);
