import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { useFindings } from '../drawing/editor.tsx';
import { ProblemRow } from './problem-row.tsx';
import type { QuickFix } from './fixes/fix.ts';
import { groupsOf, type ProblemGroups } from './problem-groups.ts';
import { keyOf } from './problems-of.ts';
import classes from './problems-panel.module.css';
import { useListKeys } from './use-list-keys.ts';
import { useQuickFixes } from './use-quick-fixes.ts';

const NONE: readonly QuickFix[] = [];

/** What is wrong and where: of the drawing, then of the trial. Enter goes there, a button mends it. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const { ofDrawing, ofTrial, all } = useGroups();
  const fixes = useQuickFixes(all);
  const { list, active, setActive, onKeyDown, stay } = useListKeys(all);
  const row = (problem: Problem, index: number) => (
    <ProblemRow
      key={keyOf(problem)}
      problem={problem}
      fixes={fixes.get(keyOf(problem)) ?? NONE}
      index={index}
      active={index === active}
      onFocus={setActive}
      onFix={stay}
    />
  );
  if (all.length === 0) {
    return (
      <div className={classes['empty']} role="status">
        <IconCircleCheck size={20} aria-hidden />
        <Text size="sm">{t('problems.none')}</Text>
      </div>
    );
  }
  return (
    // the buttons inside are what is operated; the list only passes their keys on
    <ul ref={list} className={classes['list']} aria-label={t('problems.title')} onKeyDown={onKeyDown}>
      {ofDrawing.map(row)}
      {ofTrial.length === 0 ? null : (
        <li className={classes['heading']} id="problems-of-trial">
          {t('problems.ofTrial')}
        </li>
      )}
      {ofTrial.map((problem, index) => row(problem, ofDrawing.length + index))}
    </ul>
  );
}

/** The trial repeats what the rule book has said already: only the rest is its own. */
function useGroups(): ProblemGroups {
  const problems = useFindings((state) => state.problems);
  const schedule = useFindings((state) => state.scheduleProblems);
  const plan = useFindings((state) => state.planProblems);
  return useMemo(() => groupsOf(problems, [...schedule, ...plan]), [problems, schedule, plan]);
}
