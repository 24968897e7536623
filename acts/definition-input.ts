import { Definition, Directive, ok, type Problem, problem, refuse, type Result } from '#model';
import type { z } from 'zod';

/** Parses a drawing from outside; every fault names its place. */
export const parseDefinition = (input: unknown): Result<Definition> =>
  parsed(Definition, input, 'definition');

/** Parses a proposed letter; null and undefined mean none. */
export function parseDirective(input: unknown): Result<Directive | null> {
  return input === null || input === undefined ? ok(null) : parsed(Directive, input, 'directive');
}

function parsed<S extends z.ZodType>(schema: S, input: unknown, root: string): Result<z.output<S>> {
  const result = schema.safeParse(input);
  if (result.success) return ok(result.data);
  const problems: Problem[] = result.error.issues
    .slice(0, 100)
    .map((issue) =>
      problem('definition.malformed', [root, ...issue.path.map(step)], { reason: issue.message }),
    );
  return refuse(...problems);
}

const step = (part: PropertyKey): string | number => (typeof part === 'number' ? part : String(part));
