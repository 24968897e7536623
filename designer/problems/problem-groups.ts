import type { Problem } from '#model';
import { fromDrawing, inOrder } from './problems-of.ts';

export interface ProblemGroups {
  readonly ofDrawing: readonly Problem[];
  readonly ofTrial: readonly Problem[];
  readonly all: readonly Problem[];
}

export function groupsOf(problems: readonly Problem[], trial: readonly Problem[]): ProblemGroups {
  const said = new Set(problems.map(sentenceKey));
  const ofDrawing = inOrder(problems);
  const own = trial.map((each) => ({ ...each, path: fromDrawing(each.path) }));
  const ofTrial = inOrder(own.filter((each) => !said.has(sentenceKey(each)) && !isSaidByPlan(each, own)));
  return { ofDrawing, ofTrial, all: [...ofDrawing, ...ofTrial] };
}

const sentenceKey = ({ code, path }: Problem): string => JSON.stringify([code, path]);

/** With a plan the same shortfall is known together with how many units it concerns. */
const isSaidByPlan = ({ code, path }: Problem, all: readonly Problem[]): boolean =>
  code.startsWith('schedule.') &&
  all.some(
    (each) =>
      each.code === code.replace('schedule.', 'plan.') && JSON.stringify(each.path) === JSON.stringify(path),
  );
