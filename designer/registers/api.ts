import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Directive, Office } from '#model';
import type { Items, Page } from '#api/http/shapes';
import type {
  Arrival,
  Incoming,
  Issued,
  Letter,
  Moved,
  OfficeView,
  Outgoing,
  Saved,
} from '#api/routes/letters/shapes';
import type { Registered as RegisterAnswer, DraftBody as DraftAsk } from '#api/routes/letters/act-shapes';
import type {
  ApprovalBody,
  Drafted,
  IssueBody,
  LetterBody,
  OfficeBody,
  Opined,
  OpinionBody,
  RegisterBody,
  ReturnBody,
  SubmissionBody,
  WithdrawalBody,
} from '#api/routes/letters/act-shapes';
import { get, post, put, refusalOf } from '../api/client.ts';

export type { Incoming, Arrival, Outgoing, Sources, Letter, OfficeView } from '#api/routes/letters/shapes';
export type { Registered as RegisterAnswer, DraftBody as DraftAsk } from '#api/routes/letters/act-shapes';

/** How a register is narrowed. */
export interface Sought {
  readonly q: string;
  readonly year: string;
  readonly mode: string;
  readonly undecided?: boolean;
  readonly open?: boolean;
}

export function queryOf({ q, year, mode, undecided, open }: Sought): URLSearchParams {
  const query = new URLSearchParams();
  if (q.trim() !== '') query.set('q', q.trim());
  if (/^\d{4}$/.test(year)) query.set('year', year);
  if (mode !== '') query.set('mode', mode);
  if (undecided === true) query.set('undecided', 'true');
  if (open === true) query.set('open', 'true');
  return query;
}

const useRegister = <T>(path: '/api/incoming' | '/api/outgoing', sought: Sought) =>
  useInfiniteQuery({
    queryKey: ['registers', path, sought],
    queryFn: ({ signal, pageParam }) => {
      const query = queryOf(sought);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<T>>(`${path}?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useIncoming = (sought: Sought) => useRegister<Incoming>('/api/incoming', sought);
export const useOutgoing = (sought: Sought) => useRegister<Outgoing>('/api/outgoing', sought);

export const useArrivals = () =>
  useQuery({
    queryKey: ['registers', 'waiting'],
    queryFn: ({ signal }) => get<Items<Arrival>>('/api/incoming/waiting', signal),
    refetchInterval: 30_000,
  });

/** An act on registers, letters or the office: what was shown of them, and of the tasks, is read anew. */
function useAct<I, T>(act: (input: I) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(
        ['registers', 'letter', 'tasks', 'office'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

export const useRegistering = () =>
  useAct((campaignId: string) => post<RegisterAnswer, RegisterBody>('/api/incoming', { campaignId }));

export interface OpinionInput {
  readonly id: string;
  readonly opinion: string;
  readonly leadPersonId: string | null;
  readonly coordinatorPersonIds: readonly string[];
  readonly dueOn: string | null;
  readonly afterDeadline: boolean;
  readonly expectedRevision: number;
}

export const useOpinion = () =>
  useAct(({ id, ...body }: OpinionInput) => put<Opined, OpinionBody>(`/api/incoming/${id}/opinion`, body));

export const useLetter = (id: string) =>
  useQuery({
    queryKey: ['letter', id],
    queryFn: ({ signal }) => get<Letter>(`/api/letters/${encodeURIComponent(id)}`, signal),
    // the page's own text is the truth while it is written; a conflict is told when it is saved
    refetchOnWindowFocus: false,
  });

export const useDraftLetter = () => useAct((ask: DraftAsk) => post<Drafted, DraftAsk>('/api/letters', ask));

/** A letter goes on; who gives it back or takes it back says why. */
export type Way =
  | { readonly way: 'submission' | 'approval' | 'issue' }
  | { readonly way: 'return' | 'withdrawal'; readonly reason: string };
export const useWay = (id: string) =>
  useAct(({ way, ...body }: Way & { readonly expectedRevision: number }) =>
    post<Moved | Issued, SubmissionBody | ApprovalBody | IssueBody | ReturnBody | WithdrawalBody>(
      `/api/letters/${id}/${way}`,
      body,
    ),
  );

export type LetterText = Pick<Letter, 'document' | 'addedTasks'>;
export type LetterStep = Letter['steps'][number];

export const putLetter = (id: string, text: LetterText, expectedRevision: number) =>
  put<Saved, LetterBody>(`/api/letters/${id}`, {
    ...text,
    expectedRevision,
  });

export const useOffice = () =>
  useQuery({
    queryKey: ['office', 'own'],
    queryFn: ({ signal }) => get<OfficeView>('/api/office', signal),
    refetchOnWindowFocus: false,
  });

export const usePutOffice = () =>
  useAct((body: { readonly office: Office; readonly expectedRevision: number }) =>
    put<OfficeView, OfficeBody>('/api/office', body),
  );

export const usePutTemplate = () =>
  useAct(async (file: File | null) => {
    const form = new FormData();
    form.append('kind', 'template');
    if (file !== null) form.append('file', file);
    const response = await fetch('/api/office/template', {
      method: file === null ? 'DELETE' : 'POST',
      headers: { accept: 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: file === null ? null : form,
    });
    if (!response.ok) throw refusalOf(response.status, await response.text());
  });
