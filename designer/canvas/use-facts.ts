import { useMemo, useState } from 'react';
import { useDrawing, useFindings, useView } from '../drawing/editor.tsx';
import { dayCounter } from './due-line.ts';
import { factsOf, type LevelFacts } from './level-facts.ts';
import { createReuse } from './reuse.ts';

interface Known {
  readonly id: string;
  readonly facts: LevelFacts;
}

/** What every level shows; the very same object for a level that nothing happened to. */
export function useFacts(): ReadonlyMap<string, LevelFacts> {
  const definition = useDrawing((state) => state.present.definition);
  const overlay = useView((state) => state.overlay);
  const problems = useFindings((state) => state.problems);
  const groups = useFindings((state) => state.groups);
  const schedule = useFindings((state) => state.schedule);
  const calendars = useFindings((state) => state.calendars);
  const startOn = useFindings((state) => state.trial.startOn);
  const daysUntil = useMemo(() => dayCounter(calendars, startOn), [calendars, startOn]);
  const [reuse] = useState(createReuse<Known>);
  return useMemo(() => {
    const found = factsOf({ definition, overlay, problems, groups, schedule, startOn, daysUntil });
    return new Map(
      reuse([...found].map(([id, facts]) => ({ id, facts }))).map(({ id, facts }) => [id, facts]),
    );
  }, [definition, overlay, problems, groups, schedule, startOn, daysUntil, reuse]);
}
