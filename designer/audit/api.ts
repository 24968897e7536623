import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DueStep } from '#model';
import { get } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';
import type { Owed } from '../ui/due-in-force.ts';

export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly actorUnitName: string | null;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  readonly act: string;
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  readonly unitName: string | null;
  readonly subject: string;
  /** Where the entry is about an obligation: it knows why its deadline is what it is. */
  readonly obligationId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

export interface AuditFilter {
  readonly unit: string | null;
  readonly campaign: string | null;
  readonly person: string;
  readonly act: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: AuditFilter = {
  unit: null,
  campaign: null,
  person: '',
  act: null,
  from: null,
  to: null,
};

function queryOf(filter: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== null && value !== '') query.set(name, value);
  // of a unit with those below it, as the filter says
  if (filter.unit !== null) query.set('below', 'true');
  return query;
}

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = queryOf(filter);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<AuditEntry>>(`/api/audit?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Address of the same entries as a file. */
export const auditFile = (filter: AuditFilter): string => `/api/audit/export?${queryOf(filter).toString()}`;

export interface Verification {
  readonly intact: boolean;
  readonly rows: number;
  readonly firstBroken: {
    readonly id: number | null;
    readonly chain: number;
    readonly seq: number;
    readonly reason: 'altered' | 'unlinked' | 'gap' | 'missingTail' | 'differsFromHead';
  } | null;
}

/** Reads the whole trail: only when it is asked for. */
export const useVerification = () =>
  useQuery({
    queryKey: ['audit-verification'],
    queryFn: ({ signal }) => get<Verification>('/api/audit/verification', signal),
    enabled: false,
    retry: false,
  });

export const useDueWhy = (obligationId: string) =>
  useQuery({
    queryKey: ['obligation', obligationId, 'due'],
    queryFn: ({ signal }) => get<Owed>(`/api/obligations/${obligationId}`, signal),
  });

export const useUnitChoices = (q: string) =>
  useQuery({
    queryKey: ['units', 'choices', q],
    queryFn: ({ signal }) =>
      get<Page<{ readonly id: string; readonly name: string; readonly parentName: string | null }>>(
        `/api/units?${new URLSearchParams({ limit: '30', ...(q === '' ? {} : { q }) }).toString()}`,
        signal,
      ),
    placeholderData: (before) => before,
  });
