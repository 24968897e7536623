import type { Calendar, Problem } from '#model';
import { applied } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { DATE_FIXES } from './fixes/dates.ts';
import type { Offers, QuickFix } from './fixes/fix.ts';
import { LETTER_FIXES } from './fixes/letter.ts';
import { OBLIGATION_FIXES } from './fixes/obligations.ts';
import { REFERENCE_FIXES } from './fixes/references.ts';
import { REPORT_FIXES } from './fixes/reports.ts';
import { STRUCTURE_FIXES } from './fixes/structure.ts';
import { fromDrawing, problemsOf } from './problems-of.ts';

const OFFERS: Offers = {
  ...STRUCTURE_FIXES,
  ...REFERENCE_FIXES,
  ...OBLIGATION_FIXES,
  ...REPORT_FIXES,
  ...DATE_FIXES,
  ...LETTER_FIXES,
};

export const FIXABLE: readonly string[] = Object.keys(OFFERS);

interface Asked {
  readonly drawing: Drawing;
  readonly calendars: readonly Calendar[];
}

/** The obvious ways out of one problem. */
export function quickFixes(problem: Problem, asked: Asked): readonly QuickFix[] {
  let fixes: readonly QuickFix[] = [];
  for (const tried of triedFixes([problem], asked)) if (tried !== null) ({ fixes } = tried);
  return fixes;
}

interface Tried {
  readonly problem: Problem;
  readonly fixes: readonly QuickFix[];
}

/**
 * The rule book is asked about every way out: what would not help, or would make something else wrong, is
 * not offered. Pauses (null) after each question, so that the page can be used in between.
 */
export function* triedFixes(
  problems: readonly Problem[],
  { drawing, calendars }: Asked,
): Generator<Tried | null, void> {
  const before = problemsOf(drawing, calendars);
  // dates follow the levels: first the tree, then what hangs on it
  const broken = isBroken(before);
  for (const problem of problems) {
    const found = { problem: { ...problem, path: fromDrawing(problem.path) }, drawing };
    const offered = broken && isDateProblem(problem) ? [] : (OFFERS[problem.code]?.(found) ?? []);
    const fixes: QuickFix[] = [];
    for (const each of offered) {
      yield null;
      const changed = applied(drawing, each.command);
      if (changed === drawing) continue;
      if (improves(before, problemsOf(changed, calendars), problem)) fixes.push(each);
    }
    yield { problem, fixes };
  }
}

type Counts = ReadonlyMap<string, number>;

/** The problem is fewer (one of the trial is not the rule book's to count), and no error came instead. */
function improves(before: readonly Problem[], after: readonly Problem[], { code }: Problem): boolean {
  const known = before.some((each) => each.code === code);
  const fewer = !known || countOf(after, code) < countOf(before, code);
  return fewer && noNewError(before, after);
}

const countOf = (problems: readonly Problem[], code: string): number =>
  problems.filter((each) => each.code === code).length;

/** With a broken tree dates are not looked at: what shows once it is mended was there before. */
export function noNewError(before: readonly Problem[], after: readonly Problem[]): boolean {
  const hidden = isBroken(before);
  const had = errorsOf(before);
  return [...errorsOf(after)].every(
    ([key, count]) => count <= (had.get(key) ?? 0) || (hidden && isDateProblem({ code: key })),
  );
}

function errorsOf(problems: readonly Problem[]): Counts {
  const counts = new Map<string, number>();
  for (const { code, severity, params } of problems) {
    if (severity !== 'error') continue;
    // dates in it may move with the fix
    const key = `${code} ${params['level'] ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const isDateProblem = ({ code }: { readonly code: string }): boolean => /^(schedule|calendar)\./.test(code);

const isBroken = (problems: readonly Problem[]): boolean =>
  problems.some(({ code, severity }) => severity === 'error' && STRUCTURE.has(code));

/** Errors of `validateStructure`. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'definition.duplicateNode',
  'definition.duplicateParameter',
  'definition.duplicateEvent',
  'definition.duplicateReport',
  'definition.duplicateSubgroup',
  'definition.noRoot',
  'definition.severalRoots',
  'definition.rootNotRoot',
  'definition.rootBelowTop',
  'definition.parentUnknown',
  'definition.cycle',
  'definition.unreachable',
  'definition.emptyList',
]);
