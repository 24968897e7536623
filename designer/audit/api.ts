import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DueStep } from '#model';
import type { Page } from '#api/http/shapes';
import type { AuditEntry, Verification } from '#api/routes/audit/shapes';
import type { ListedUnit } from '#api/routes/units/shapes';
import type { ObligationDetails } from '#api/routes/obligations/shapes';
import { get } from '../api/client.ts';

export type { AuditEntry, Verification } from '#api/routes/audit/shapes';

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
    queryFn: ({ signal }) => get<ObligationDetails>(`/api/obligations/${obligationId}`, signal),
  });

export const useUnitChoices = (q: string) =>
  useQuery({
    queryKey: ['units', 'choices', q],
    queryFn: ({ signal }) =>
      get<Page<ListedUnit>>(
        `/api/units?${new URLSearchParams({ limit: '30', ...(q === '' ? {} : { q }) }).toString()}`,
        signal,
      ),
    placeholderData: (before) => before,
  });
