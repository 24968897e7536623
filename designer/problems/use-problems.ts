import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Problem } from '#model';
import { type Editor, useEditor, useFindings } from '../drawing/editor.tsx';
import { problemsOf } from './problems-of.ts';
import { whenIdle } from './when-idle.ts';

/** Asks the rule book again after every command, never while the page is busy. Called once by the page. */
export function useProblems(): void {
  const editor = useEditor();
  useEffect(() => followProblems(editor), [editor]);
}

function followProblems({ drawing, findings }: Editor): () => void {
  const look = () => {
    const { calendars, problems } = findings.getState();
    const found = problemsOf(drawing.getState().present, calendars);
    // the same list again must not draw the canvas again
    const shared = replaceEqualDeep(problems, found);
    if (shared !== problems) findings.getState().set({ problems: shared });
  };
  const idle = whenIdle(look);
  look();
  const stops = [
    drawing.subscribe(({ present }, before) => {
      if (present !== before.present) idle.ask();
    }),
    findings.subscribe(({ calendars }, before) => {
      if (calendars !== before.calendars) idle.ask();
    }),
    idle.cancel,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** For the button that opens the panel: what keeps the drawing from being published, and what is worth a look. */
export function useProblemCounts(): ProblemCounts {
  const problems = useFindings((state) => state.problems);
  return useMemo(() => countsOf(problems), [problems]);
}

export function countsOf(problems: readonly Problem[]): ProblemCounts {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}
