import type { z } from 'zod';
import { problem } from '#model/problem';
import { ok, refuse, type Problem, type Result } from '#model/problem';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Of what is wrong with one request: 60,000 unknown keys fit into 1 MB, and each is told in two languages. */
const MOST = 100;

/**
 * Parses one part of a request. Every object is closed, however deep: a key that the schema does not
 * keep is refused, never dropped in silence (mass assignment, misspelt keys of a drawing).
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
  prefix: Path = [],
): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return refuse(
      ...parsed.error.issues
        .slice(0, MOST)
        .flatMap((issue) => fromIssue(issue, prefix, input))
        .slice(0, MOST),
    );
  const unknown = unknownKeys(input, parsed.data, prefix).slice(0, MOST);
  return unknown.length > 0 ? refuse(...unknown) : ok(parsed.data);
}

function unknownKeys(input: unknown, kept: unknown, path: Path): Problem[] {
  if (typeof input !== 'object' || input === null || typeof kept !== 'object' || kept === null) return [];
  // A drawing of an older format was migrated on the way: its keys were that format's.
  if (formatOf(input) !== formatOf(kept)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(input) ? Number(key) : key];
    const own = Object.getOwnPropertyDescriptor(kept, key);
    if (own === undefined) return [problem('api.unknownKey', here, { field: key })];
    return unknownKeys(value, own.value, here);
  });
}

const formatOf = (value: object): unknown => Object.getOwnPropertyDescriptor(value, 'formatVersion')?.value;

const TYPES: Readonly<Record<string, string>> = {
  string: 'chuỗi (string)',
  number: 'số (number)',
  int: 'số nguyên (integer)',
  boolean: 'true/false',
  array: 'danh sách (array)',
  object: 'đối tượng (object)',
  record: 'đối tượng (object)',
};

/** What a format means, where its pattern would be no help to a reader. */
const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'thời điểm có thật, giờ UTC (an instant that exists, in UTC): 2024-12-07T17:00:00Z',
  uuid: 'UUID',
  email: 'địa chỉ thư, không dấu (an address): ten@co-quan.gov.vn',
  url: 'địa chỉ (URL)',
};

function fromIssue(issue: Issue, prefix: Path, root: unknown): Problem[] {
  const path: Path = [
    ...prefix,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  const field = path.length === 0 ? 'body' : path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(root, issue.path) === undefined
        ? [problem('api.required', path, { field })]
        : [problem('api.wrongType', path, { field, expected: TYPES[issue.expected] ?? issue.expected })];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('api.unknownKey', [...path, key], { field: key }));
    case 'invalid_value':
      return [problem('api.notAllowed', path, { field, allowed: issue.values.map(String).join(', ') })];
    case 'too_small':
      return [problem('api.tooShort', path, { field, limit: `${issue.minimum}${counted(issue.origin)}` })];
    case 'too_big':
      return [problem('api.tooLong', path, { field, limit: `${issue.maximum}${counted(issue.origin)}` })];
    case 'invalid_format':
      return [
        problem('api.badFormat', path, {
          field,
          expected: FORMATS[issue.format] ?? issue.pattern ?? issue.format,
        }),
      ];
    case 'invalid_union':
      return fromUnion(issue, path, root);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => fromIssue({ ...inner, path: [] }, path, inner.input));
    case 'custom':
      return issue.message === 'impossible date'
        ? [problem('api.impossibleDate', path, { field })]
        : [problem('api.invalidValue', path, { field, reason: issue.message })];
    default:
      return [problem('api.invalidValue', path, { field, reason: issue.message })];
  }
}

/** Of the alternatives, the one that got furthest is what the caller meant. */
function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, root: unknown): Problem[] {
  const here = valueAt(root, issue.path);
  if (here === undefined) return [problem('api.required', path, { field: path.join('.') })];
  const meant = [...issue.errors].sort((a, b) => wrongKinds(a) - wrongKinds(b) || a.length - b.length)[0];
  if (meant === undefined)
    return [problem('api.invalidValue', path, { field: path.join('.'), reason: issue.message })];
  return meant.flatMap((inner) => fromIssue(inner, path, here));
}

const wrongKinds = (issues: readonly Issue[]): number =>
  issues.filter((inner) => inner.path.length === 0 && inner.code === 'invalid_type').length;

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, step)?.value
        : undefined,
    root,
  );
}

const counted = (origin: string): string =>
  origin === 'string' ? ' ký tự (characters)' : origin === 'array' || origin === 'set' ? ' mục (items)' : '';
