import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { TaskKind, WorkAct } from '#model';
import type { Items, Page } from '#api/http/shapes';
import type {
  Task,
  Counts,
  Colleague,
  BulkAnswer,
  BulkBody as BulkOrder,
  WorkBody,
} from '#api/routes/tasks/shapes';
import { get, post, put } from '../api/client.ts';
import { type Sought, searchOf } from './sought.ts';

export type {
  Task,
  Counts,
  Colleague,
  BulkAnswer,
  BulkBody as BulkOrder,
} from '#api/routes/tasks/shapes';

export type BulkItem = BulkOrder['items'][number];

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
    queryFn: ({ signal }) => get<Items<Colleague>>(`/api/units/${encodeURIComponent(unitId)}/people`, signal),
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
      put<Task, WorkBody>(`/api/tasks/${encodeURIComponent(task.subject)}/work`, {
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

export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: BulkOrder) => post<BulkAnswer, BulkOrder>('/api/bulk', order),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
