import type { z } from 'zod';

/** Why a field does not take what was typed: `form.wrong.<key>`. */
export interface Wrong {
  readonly key:
    | 'empty'
    | 'tooLong'
    | 'number'
    | 'range'
    | 'date'
    | 'time'
    | 'format'
    | 'tooFew'
    | 'missing'
    | 'tooMany'
    | 'other';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Keys of other parts of the drawing: refused while there is none of these parts. */
const NAMED: ReadonlySet<string> = new Set(['report', 'event', 'indicator', 'node', 'subgroup', 'parameter']);

/** The first thing that a schema finds wrong. */
export function wrongOf(error: z.ZodError): Wrong {
  const [issue] = error.issues;
  if (issue === undefined) return { key: 'other' };
  const what = String(issue.path.at(-1));
  if (NAMED.has(what)) return { key: 'missing', params: { what } };
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return { key: 'empty' };
      if (issue.origin === 'array') return { key: 'tooFew', params: { count: Number(issue.minimum) } };
      return { key: 'range' };
    case 'too_big':
      if (issue.origin === 'string') return { key: 'tooLong', params: { count: Number(issue.maximum) } };
      if (issue.origin === 'array') return { key: 'tooMany', params: { count: Number(issue.maximum) } };
      return { key: 'range' };
    case 'invalid_format':
      return { key: 'format' };
    case 'invalid_type':
      return { key: issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'empty' };
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
    case 'invalid_value':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { key: 'other' };
  }
}
