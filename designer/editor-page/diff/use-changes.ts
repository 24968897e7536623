import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/queries.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes-between.ts';
import { sentenceOf } from './sentence.ts';
import { wordingOf } from './wording.ts';

export interface ToldChange {
  readonly change: Change;
  readonly sentence: string;
}

/** Names asked for one by one; a list of a thousand units is told by its number anyway. */
const MOST_NAMES = 60;
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What differs, each with its sentence in the language of the page. */
export function useChanges(before: Drawing | null, after: Drawing): readonly ToldChange[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const changes = useMemo(() => (before === null ? [] : changesBetween(before, after)), [before, after]);
  const tell = useMemo(
    () => (units: ReadonlyMap<string, string>, asked?: Set<string>) => {
      const translator = {
        t: (key: string, params?: Readonly<Record<string, string | number>>) => t(key, params ?? {}),
        exists: (key: string) => i18n.exists(key),
        language,
      };
      const words = wordingOf(translator, [before ?? after, after], units);
      const unit = (id: string) => {
        asked?.add(id);
        return words.unit(id);
      };
      return changes.map((change) => ({ change, sentence: sentenceOf(change, { ...words, unit }) }));
    },
    [changes, before, after, t, i18n, language],
  );
  const unnamed = useMemo(() => {
    const asked = new Set<string>();
    tell(NO_NAMES, asked);
    return [...asked].slice(0, MOST_NAMES);
  }, [tell]);
  const names = useUnitNames(unnamed);
  return useMemo(() => tell(names), [tell, names]);
}
