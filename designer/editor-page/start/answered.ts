import type { Definition, Parameter } from '#model';
import { Refusal } from '../../api/client.ts';

export type Answered = Readonly<Record<string, string | number>>;

/** What the drawing proposes; questions without a proposal stay open. */
export function defaultsOf(definition: Definition | null): Answered {
  const given = (definition?.parameters ?? []).flatMap(({ key, default: value }) =>
    value === null ? [] : [[key, value] as const],
  );
  return Object.fromEntries(given);
}

export const unanswered = (definition: Definition | null, values: Answered): readonly Parameter[] =>
  (definition?.parameters ?? []).filter(({ key }) => {
    const value = values[key];
    return value === undefined || value === '';
  });

/** The only refusal that a recorded reason lifts (domain rule C11). */
export const asksForReason = (error: unknown): boolean =>
  error instanceof Refusal &&
  error.problems.length > 0 &&
  error.problems.every(({ code }) => code === 'plan.tooFewWorkingDays');
