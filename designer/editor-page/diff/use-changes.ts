import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes-between.ts';
import { sentenceOf } from './sentence.ts';
import { wordingOf } from './wording.ts';

export interface ToldChange {
  readonly change: Change;
  readonly sentence: string;
}

/** What differs, each with its sentence in the language of the page. */
export function useChanges(before: Drawing | null, after: Drawing): readonly ToldChange[] {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { language } = i18n;
  return useMemo(() => {
    if (before === null) return [];
    // names that some other part of the page has asked for already; a unit without one is told by its key
    const known = queries.getQueriesData<{ readonly name: string }>({ queryKey: ['unit'] });
    const units = new Map(
      known.flatMap(([key, unit]) => (unit === undefined ? [] : [[String(key[1]), unit.name]])),
    );
    const words = wordingOf(
      { t: (key, params) => t(key, params ?? {}), exists: (key) => i18n.exists(key), language },
      [before, after],
      units,
    );
    return changesBetween(before, after).map((change) => ({ change, sentence: sentenceOf(change, words) }));
  }, [before, after, t, i18n, language, queries]);
}
