import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

const keyOf = (definitionId: string) => ['rehearsal', definitionId] as const;

/** The rehearsal under way of one drawing: kept while the page lives, so that the drawer may be closed meanwhile. */
export function useRehearsalOf(
  definitionId: string,
): readonly [string | null, (campaignId: string | null) => void] {
  const queries = useQueryClient();
  const { data } = useQuery<string | null>({
    queryKey: keyOf(definitionId),
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const keep = useCallback(
    (campaignId: string | null) => void queries.setQueryData(keyOf(definitionId), campaignId),
    [queries, definitionId],
  );
  return [data, keep];
}
