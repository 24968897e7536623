import { addDays } from '#engine';
import type { CivilDate, Definition } from '#model';
import type { Command, Draft } from '../drawing/command.ts';
import type { Trial } from '../drawing/findings-store.ts';
import { datedRules, topDates } from './top-date.ts';

/** Every date that somebody named, so many days later: the drawing's as one command, the trial's as answers. */
export function movedBy(
  days: number,
  { definition, trial }: { readonly definition: Definition; readonly trial: Trial },
): { readonly command: Command; readonly parameters: Trial['parameters'] } {
  const used = new Set(
    datedRules(definition).flatMap(({ date }) => (typeof date === 'string' ? [] : [date.parameter])),
  );
  const answers = topDates(definition, trial).flatMap((top): [string, CivilDate][] =>
    // a date without an answer counts from the start, as it does when the earliest one is looked for
    top.kind === 'parameter' && used.has(top.key)
      ? [[top.key, addDays(top.date ?? trial.startOn, days)]]
      : [],
  );
  const change = (draft: Draft): void => {
    for (const rule of datedRules(draft.definition)) {
      if (typeof rule.date === 'string') rule.date = addDays(rule.date, days);
    }
    for (const { periods } of draft.definition.reports) {
      if (periods.kind !== 'named') continue;
      for (const { due } of periods.list) due.date = addDays(due.date, days);
    }
  };
  return {
    command: { name: 'editDrawing', change },
    parameters: { ...trial.parameters, ...Object.fromEntries(answers) },
  };
}
