import { z } from 'zod';
import { Definition, FORMAT_VERSION } from '../definition.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import type { Migration } from './migration.ts';
import { migrations as known } from './migrations.ts';

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  readonly target?: number;
}

/**
 * A drawing as it was saved, of whatever format, as today's `Definition`. Newer formats are refused:
 * reading them as if they were ours would lose what we do not know.
 */
export function migrateDefinition(saved: unknown): Result<Definition> {
  const migrated = migrateFormat(saved);
  if (!migrated.ok) return migrated;
  const parsed = Definition.safeParse(migrated.value);
  return parsed.success ? ok(parsed.data) : refuse(...parsed.error.issues.map(schemaProblem));
}

export function migrateFormat(
  saved: unknown,
  options: MigrateOptions = {},
): Result<Readonly<Record<string, unknown>>> {
  const { migrations = known, target = FORMAT_VERSION } = options;
  if (!isRecord(saved)) return refuse(problem('definition.notADefinition'));
  const version = saved['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse(problem('definition.notADefinition', ['formatVersion']));
  if (version > target)
    return refuse(problem('definition.versionTooNew', ['formatVersion'], { version, supported: target }));
  let drawing: Readonly<Record<string, unknown>> = saved;
  for (let at = version; at < target; at += 1) {
    const migration = migrations.find(({ from }) => from === at);
    if (!migration) return refuse(problem('definition.versionTooOld', ['formatVersion'], { version: at }));
    drawing = { ...migration.up(structuredCloneOf(drawing)), formatVersion: at + 1 };
  }
  return ok(drawing);
}

/** JSON in, JSON out: a migration may change what it gets without changing the caller's drawing. */
const structuredCloneOf = (drawing: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(drawing));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

/** Place and reason of a malformed value, in both languages. */
export function schemaProblem(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((each) => (typeof each === 'symbol' ? String(each) : each));
  return problem('definition.schema', path, {
    place: path.join('.'),
    detailVi: messageOf(vietnamese(issueOf(issue))) ?? issue.message,
    detailEn: messageOf(english(issueOf(issue))) ?? issue.message,
  });
}

// A finished issue holds everything that the locale reads of a raw one except `input`.
const issueOf = (issue: z.core.$ZodIssue): z.core.$ZodRawIssue =>
  ({ ...issue, input: issue.input }) as z.core.$ZodRawIssue;

const messageOf = (message: string | { message: string } | null | undefined): string | null =>
  typeof message === 'string' ? message : (message?.message ?? null);
