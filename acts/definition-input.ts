import { type Definition, Directive, ok, type Problem, refuse, type Result } from '#model';
import { migrateDefinition, schemaProblem } from '#model/migrations/migrate';

/** Most faults told at once: a file that is no drawing at all has thousands. */
const MOST_FAULTS = 100;

/** Reads a drawing from outside, or a draft saved by an older format, as today's; every fault names its place. */
export function parseDefinition(input: unknown): Result<Definition> {
  const read = migrateDefinition(input);
  return read.ok ? read : refuse(...placed(read.problems, 'definition'));
}

/** Parses a proposed letter; null and undefined mean none. */
export function parseDirective(input: unknown): Result<Directive | null> {
  if (input === null || input === undefined) return ok(null);
  const read = Directive.safeParse(input);
  if (read.success) return ok(read.data);
  const faults = read.error.issues.map((issue) => ({ ...schemaProblem(issue), code: SCHEMA_OF_DIRECTIVE }));
  return refuse(...placed(faults, 'directive'));
}

const SCHEMA_OF_DIRECTIVE = 'directive.schema' as const;

const placed = (problems: readonly Problem[], root: string): Problem[] =>
  problems.slice(0, MOST_FAULTS).map((each) => ({ ...each, path: [root, ...each.path] }));
