import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { TaskKind, WorkAct } from '#model';
import { get, post, put } from '../api/client.ts';
import type { Page, ShownProblem } from '../api/shapes.ts';
import { type Sought, searchOf } from './sought.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Task {
  readonly subject: string;
  readonly kind: TaskKind;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly mode: 'live' | 'rehearsal';
  readonly documentCode: string | null;
  readonly subjectText: string;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly fromUnitId: string | null;
  readonly fromUnitName: string | null;
  readonly obligationId: string | null;
  readonly letterId: string | null;
  readonly count: number | null;
  readonly dueAt: string | null;
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly status: string | null;
  readonly openedAt: string;
  readonly doneAt: string | null;
  readonly assignee: Person | null;
  readonly coordinators: readonly Person[];
  readonly dueOn: string | null;
  readonly opinion: string;
  readonly assignedBy: string | null;
  readonly assignedForName: string | null;
  readonly workRevision: number | null;
}

export interface Counts {
  readonly total: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly byKind: Readonly<Partial<Record<TaskKind, number>>>;
}

export interface Colleague extends Person {
  readonly title: string;
  readonly roles: readonly string[];
}

const LOOK_AGAIN_MS = 15_000;

export const useTasks = (sought: Sought) =>
  useInfiniteQuery({
    queryKey: ['tasks', 'list', searchOf(sought)],
    queryFn: ({ signal, pageParam }) =>
      get<Page<Task>>(
        `/api/tasks?limit=50&${searchOf(sought)}${pageParam === '' ? '' : `&cursor=${pageParam}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/**
 * Asked again every quarter of a minute, and whenever the window is looked at: tasks come from many campaigns,
 * whose event streams are one connection each; counting a desk is one cheap question.
 */
export const useCounts = () =>
  useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => get<Counts>('/api/tasks/counts', signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const useColleagues = (unitId: string) =>
  useQuery({
    queryKey: ['unit', unitId, 'people'],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly Colleague[] }>(
        `/api/units/${encodeURIComponent(unitId)}/people`,
        signal,
      ),
    staleTime: 60_000,
  });

export interface Given {
  readonly personId?: string;
  readonly coordinatorIds?: readonly string[];
  readonly dueOn?: string | null;
  readonly opinion?: string;
}

/** Who does one task. */
export function useWork() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ task, act, ...given }: Given & { readonly task: Task; readonly act: WorkAct }) =>
      put<Task>(`/api/tasks/${encodeURIComponent(task.subject)}/work`, {
        act,
        expectedRevision: task.workRevision,
        ...given,
      }),
    // also after a refusal: somebody else was quicker, and the list has to say so
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useAcknowledge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (task: Task) =>
      post(
        task.kind === 'actorTask'
          ? `/api/actor-tasks/${task.subject.slice('actorTask:'.length)}/acknowledgement`
          : `/api/obligations/${task.obligationId ?? ''}/acknowledgement`,
        {},
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export interface BulkItem extends Given {
  readonly subject?: string;
  readonly obligationId?: string;
  readonly no?: number;
  readonly expectedRevision?: number | null;
}

export interface BulkOrder extends Given {
  readonly act: 'assign' | 'release' | 'remind' | 'accept' | 'return';
  readonly items: readonly BulkItem[];
  readonly reason?: string;
  readonly reworkDueAt?: string | null;
}

export interface BulkAnswer {
  readonly done: number;
  readonly refused: number;
  readonly rows: readonly {
    readonly subject: string | null;
    readonly obligationId: string | null;
    readonly problem: ShownProblem | null;
    readonly revision: number | null;
  }[];
}

export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: BulkOrder) => post<BulkAnswer>('/api/bulk', order),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
