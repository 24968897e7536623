import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Directive, Office } from '#model';
import { get, post, put, refusalOf } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';

export interface Incoming {
  readonly id: string;
  readonly unitId: string;
  readonly mode: 'live' | 'rehearsal';
  readonly year: number;
  readonly arrivalNumber: number;
  readonly arrivedAt: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly fromName: string;
  readonly letterId: string | null;
  readonly document: Directive;
  readonly opinion: string;
  readonly leadPersonId: string | null;
  readonly leadName: string | null;
  readonly coordinators: readonly Person[];
  readonly dueOn: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly answerId: string | null;
  readonly answerCode: string | null;
  readonly revision: number;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Arrival {
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly mode: 'live' | 'rehearsal';
  readonly fromName: string;
  readonly at: string;
  readonly subject: string;
  readonly code: string | null;
}

export type LetterState = 'draft' | 'submitted' | 'approved' | 'returned' | 'issued' | 'withdrawn';

export interface Outgoing {
  readonly id: string;
  readonly mode: 'live' | 'rehearsal';
  readonly kind: 'dissemination' | 'chase';
  readonly state: LetterState;
  readonly document: Directive;
  readonly campaignTitle: string;
  readonly draftedByName: string | null;
  readonly draftedForName: string | null;
  readonly draftedAt: string;
  readonly issuedByName: string | null;
  readonly issuedForName: string | null;
  readonly issuedAt: string | null;
  readonly sentTo: number;
}

export type Sources = Readonly<
  Record<string, { readonly code: string; readonly params: Readonly<Record<string, string>> }>
>;

export interface LetterStep {
  readonly id: number;
  readonly step: number;
  readonly act: 'submitted' | 'approved' | 'returned' | 'issued' | 'withdrawn';
  readonly comment: string;
  readonly at: string;
  readonly byName: string | null;
  readonly onBehalfOfName: string | null;
}

export interface Letter {
  readonly id: string;
  readonly kind: 'dissemination' | 'chase';
  readonly mode: 'live' | 'rehearsal';
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly unitId: string;
  readonly state: LetterState;
  readonly document: Directive;
  readonly sources: Sources;
  readonly addedTasks: readonly string[];
  readonly step: number;
  readonly stepCount: number;
  readonly revision: number;
  readonly draftedByName: string | null;
  readonly draftedForName: string | null;
  readonly draftedAt: string;
  readonly issuedAt: string | null;
  readonly steps: readonly LetterStep[];
  readonly reach: { readonly count: number; readonly names: readonly string[] };
  readonly approvers: readonly Person[];
  readonly may: Readonly<Record<'edit' | 'submit' | 'approve' | 'return' | 'issue' | 'withdraw', boolean>>;
}

export interface OfficeView {
  readonly unitId: string;
  readonly unitName: string;
  readonly office: Office;
  readonly template: { readonly name: string } | null;
  /** 0: set by nobody yet. */
  readonly revision: number;
  readonly people: readonly (Person & { readonly roles: readonly string[] })[];
}

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

const useRegister = <T>(direction: 'incoming' | 'outgoing', sought: Sought) =>
  useInfiniteQuery({
    queryKey: ['registers', direction, sought],
    queryFn: ({ signal, pageParam }) => {
      const query = queryOf(sought);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<T>>(`/api/${direction}?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useIncoming = (sought: Sought) => useRegister<Incoming>('incoming', sought);
export const useOutgoing = (sought: Sought) => useRegister<Outgoing>('outgoing', sought);

export const useArrivals = () =>
  useQuery({
    queryKey: ['registers', 'waiting'],
    queryFn: ({ signal }) => get<{ readonly items: readonly Arrival[] }>('/api/incoming/waiting', signal),
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

export interface RegisterAnswer {
  readonly row: Incoming;
  readonly warnings: readonly { readonly code: string; readonly vi: string; readonly en: string }[];
}

export const useRegistering = () =>
  useAct((campaignId: string) => post<RegisterAnswer>('/api/incoming', { campaignId }));

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
  useAct(({ id, ...body }: OpinionInput) =>
    put<{ readonly assigned: number }>(`/api/incoming/${id}/opinion`, body),
  );

export const useLetter = (id: string) =>
  useQuery({
    queryKey: ['letter', id],
    queryFn: ({ signal }) => get<Letter>(`/api/letters/${encodeURIComponent(id)}`, signal),
    // the page's own text is the truth while it is written; a conflict is told when it is saved
    refetchOnWindowFocus: false,
  });

export interface DraftAsk {
  readonly kind: 'dissemination' | 'chase';
  readonly campaignId: string;
  readonly periodKey: string;
}
export const useDraftLetter = () =>
  useAct((ask: DraftAsk) => post<{ readonly id: string; readonly created: boolean }>('/api/letters', ask));

export type Way = 'submission' | 'approval' | 'return' | 'issue' | 'withdrawal';
export interface WayInput {
  readonly way: Way;
  readonly expectedRevision: number;
  readonly reason?: string;
}
export const useWay = (id: string) =>
  useAct(({ way, ...body }: WayInput) =>
    post<{ readonly state: LetterState; readonly code?: string }>(`/api/letters/${id}/${way}`, body),
  );

export interface LetterText {
  readonly document: Directive;
  readonly addedTasks: readonly string[];
}
export const putLetter = (id: string, text: LetterText, expectedRevision: number) =>
  put<{ readonly revision: number; readonly sources: Sources }>(`/api/letters/${id}`, {
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
    put<OfficeView>('/api/office', body),
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
