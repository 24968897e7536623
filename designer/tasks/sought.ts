import type { TaskKind, TaskQuery } from '#model';
import { TASK_KINDS } from '#model/task-kinds';

/** What the list is narrowed to; it stands in the address, so that a reload or the way back finds it again. */
export type Sought = Pick<
  TaskQuery,
  'kind' | 'mode' | 'overdue' | 'dueWithin' | 'mine' | 'assignee' | 'from' | 'status' | 'q' | 'done'
>;

const isKind = (word: string): word is TaskKind => TASK_KINDS.some((kind) => kind === word);

export function soughtIn(params: URLSearchParams): Sought {
  const kinds = (params.get('kind') ?? '').split(',').filter(isKind);
  const mode = params.get('mode');
  const days = Number(params.get('dueWithin') ?? Number.NaN);
  const said = (name: string): boolean => params.get(name) === 'true';
  const text = <N extends 'assignee' | 'from' | 'status' | 'q'>(name: N): Partial<Record<N, string>> => {
    const value = params.get(name);
    // one property, of the name that was asked for
    return value === null || value === '' ? {} : ({ [name]: value } as Partial<Record<N, string>>);
  };
  return {
    ...(kinds.length > 0 && { kind: kinds }),
    ...((mode === 'live' || mode === 'rehearsal') && { mode }),
    ...(said('overdue') && { overdue: true }),
    // “due soon” leaves out what is late already
    ...(params.get('overdue') === 'false' && { overdue: false }),
    ...(Number.isInteger(days) && days >= 0 && days <= 250 && params.has('dueWithin') && { dueWithin: days }),
    ...(said('mine') && { mine: true }),
    ...text('assignee'),
    ...text('from'),
    ...text('status'),
    ...text('q'),
    ...(said('done') && { done: true }),
  };
}

/** The query of the API, and of the page's own address: the same words. */
export function searchOf(sought: Sought): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(sought)) {
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (value !== undefined && text !== '') params.set(name, text);
  }
  return params.toString();
}

/** How many filters are on, the search beside them not counted. */
export const filtersOn = ({ q: _, ...filters }: Sought): number =>
  Object.values(filters).filter((value) => value !== undefined && value !== false).length;

/** The same without one of its filters. */
export function without(sought: Sought, name: keyof Sought): Sought {
  const { [name]: _, ...rest } = sought;
  return rest;
}
