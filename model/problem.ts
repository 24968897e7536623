/**
 * A refusal as a value. `code` is stable (part of the API), `path` names the place in the input
 * (`nodes.3.obligations.0.due`), `params` fill the sentence that the locale holds for the code.
 * No zod here: workflow code imports this file.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function problem(
  code: ProblemCode,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return { code, severity: 'error', path, params };
}

export function warning(
  code: ProblemCode,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return { code, severity: 'warning', path, params };
}

export const ok = <T>(value: T, warnings: readonly Problem[] = []): Result<T> => ({
  ok: true,
  value,
  warnings,
});
export const refuse = (...problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } => ({
  ok: false,
  problems,
});

/** Open on purpose: the catalogue of codes and their sentences is `problem-catalogue.ts`. */
export type ProblemCode = `${string}.${string}`;
