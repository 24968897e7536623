import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Calendar, CivilDate, DraftChange, DraftContent } from '#model';
import type { Items } from '#api/http/shapes';
import type {
  AcknowledgeBody,
  Decided,
  DecidedExtension,
  ExtensionBody,
  ReportBody,
  Extension,
  ObligationDetails as Task,
  SubmissionReceipt as Receipt,
  DecisionBody as ExtensionAnswer,
} from '#api/routes/obligations/shapes';
import type {
  Draft as OpenedDraft,
  DraftBody,
  SavedDraft,
  Slack,
  Surroundings,
} from '#api/routes/obligations/draft-shapes';
import type { ActorTask } from '#api/routes/notices/shapes';
import { get, post, put } from '../api/client.ts';

export type {
  ReportVersion,
  Attachment as UploadedFile,
  Extension,
  ObligationDetails as Task,
  SubmissionReceipt as Receipt,
  DecisionBody as ExtensionAnswer,
} from '#api/routes/obligations/shapes';
export type {
  Surroundings,
  Draft as OpenedDraft,
  SavedDraft,
  Slack,
} from '#api/routes/obligations/draft-shapes';
export type { ActorTask } from '#api/routes/notices/shapes';

/** What is read and what is saved have in common. */
export type Draft = Omit<SavedDraft, 'replaced'>;
export type Replaced = SavedDraft['replaced'][number];

const at = (id: string): string => `/api/obligations/${encodeURIComponent(id)}`;

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => get<Task>(at(id), signal) });

export const useSurroundings = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'surroundings'],
    queryFn: ({ signal }) => get<Surroundings>(`${at(id)}/surroundings`, signal),
  });

export const readDraft = (id: string, signal?: AbortSignal) => get<OpenedDraft>(`${at(id)}/draft`, signal);

/** Others write in the same report: what they save is read anew now and then. */
export const useDraft = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'draft'],
    queryFn: ({ signal }) => readDraft(id, signal),
    refetchInterval: 20_000,
  });

export const saveDraft = (
  id: string,
  change: DraftChange & { readonly basedOn: number; readonly seenRevision: number },
) => put<SavedDraft, DraftBody>(`${at(id)}/draft`, change);

export const useSlack = (id: string) =>
  useQuery({
    queryKey: ['task', id, 'slack'],
    queryFn: ({ signal }) => get<Slack>(`${at(id)}/extension-slack`, signal),
  });

export const useCalendar = (id: string | null): Calendar | undefined =>
  useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => get<Items<Calendar>>('/api/calendars', signal),
    staleTime: 60_000,
    enabled: id !== null,
  }).data?.items.find((each) => each.id === id);

export const useActorTask = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['actorTask', id],
    queryFn: ({ signal }) => get<ActorTask>(`/api/actor-tasks/${encodeURIComponent(id)}`, signal),
    enabled,
  });

/** An act on one task; afterwards everything that shows it is read anew. */
export function useTaskAct<T, R>(id: string, act: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['task', id] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  });
}

export const acknowledge = (id: string, revision: number) =>
  post<Decided, AcknowledgeBody>(`${at(id)}/acknowledgement`, { expectedRevision: revision });

export const acknowledgeActorTask = (id: string) =>
  post<ActorTask>(`/api/actor-tasks/${id}/acknowledgement`, {});

export interface Submission {
  readonly content: DraftContent;
  readonly expectedRevision: number;
  /** The same for a repetition after a broken line. */
  readonly key: string;
}
export const submit = (id: string, { content, expectedRevision, key }: Submission) =>
  post<Receipt, ReportBody>(`${at(id)}/reports`, { ...content, expectedRevision }, key);

export const askExtension = (
  id: string,
  wish: { readonly date: CivilDate; readonly reason: string; readonly expectedRevision: number },
) => post<Extension, ExtensionBody>(`${at(id)}/extensions`, wish);

export const decideExtension = (id: string, answer: ExtensionAnswer) =>
  post<DecidedExtension, ExtensionAnswer>(`/api/extensions/${id}/decision`, answer);
