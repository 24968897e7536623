import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { useFindings, useView } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import { problemsAt } from './paths.ts';
import type { Wrong } from './wrong.ts';

interface Said {
  readonly readOnly: boolean;
  readonly problems: readonly Problem[];
  /** Sentences of what is wrong, red; undefined where nothing is. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What is to be said beneath a field: what keeps the text from being taken, and the rule book's problems. */
export function useField(path: Place, wrong: Wrong | null, deep = true): Said {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const readOnly = useView((state) => state.readOnly);
  const problems = useFindings(useShallow((state) => problemsAt(state.problems, path, { deep })));
  const of = (severity: Problem['severity']) =>
    problems.filter((each) => each.severity === severity).map((each) => sentenceFor(each, language));
  const refused = wrong === null ? [] : [t(`form.wrong.${wrong.key}`, { ...wrong.params })];
  return { readOnly, problems, errors: [...refused, ...of('error')], warnings: of('warning') };
}
