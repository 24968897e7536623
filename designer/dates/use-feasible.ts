import { useEffect, useState } from 'react';
import type { CivilDate, Problem } from '#model';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import { scheduleInput } from './work-out.ts';

/** The earliest day that the first named deadline can be moved to, and how far that is. */
export interface FeasibleDate {
  readonly date: CivilDate;
  readonly shift: number;
}

/** Problems that go away when all named dates move together. */
const TOO_EARLY: ReadonlySet<string> = new Set([
  'schedule.tooFewWorkingDays',
  'schedule.dueBeforeStart',
  'schedule.allPeriodsPast',
]);
/** Nobody needs the answer while still typing. */
const REST_MS = 250;

export const isTooEarly = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => TOO_EARLY.has(code));

/** Looked for beside the page once the plan is impossible; null until found, and where no date will do. */
export function useFeasible(): FeasibleDate | null {
  const problems = useFindings((state) => state.scheduleProblems);
  const calendars = useFindings((state) => state.calendars);
  const trial = useFindings((state) => state.trial);
  const definition = useDrawing((state) => state.present.definition);
  const [found, setFound] = useState<{ readonly of: unknown; readonly date: FeasibleDate | null } | null>(
    null,
  );
  const wanted = isTooEarly(problems);
  useEffect(() => {
    if (!wanted) return;
    let worker: Worker | null = null;
    const later = setTimeout(() => {
      worker = new Worker(new URL('./feasible-worker.ts', import.meta.url), {
        type: 'module',
        name: 'dates',
      });
      worker.onmessage = ({ data }: MessageEvent<FeasibleDate | null>) => {
        setFound({ of: problems, date: data });
        worker?.terminate();
      };
      worker.postMessage(scheduleInput({ definition, calendars, trial }));
    }, REST_MS);
    return () => {
      clearTimeout(later);
      worker?.terminate();
    };
  }, [wanted, problems, definition, calendars, trial]);
  return wanted && found?.of === problems ? found.date : null;
}
