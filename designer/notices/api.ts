import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#api/http/shapes';
import type { Notice, Mail, SeenBody, Unseen } from '#api/routes/notices/shapes';
import { get, put } from '../api/client.ts';

export type { Mail, Notice } from '#api/routes/notices/shapes';

/** Asked again and again: notices come from all campaigns, and the streams of events are one per campaign. */
const EVERY_MS = 20_000;

export const useUnseen = (unitId: string) =>
  useQuery({
    queryKey: ['notices', unitId, 'unseen'],
    queryFn: ({ signal }) => get<Unseen>('/api/notices/unseen', signal),
    refetchInterval: EVERY_MS,
  });

export interface NoticeFilter {
  readonly unitId: string;
  readonly kind: string | null;
  readonly campaignId: string | null;
}

export const useNotices = ({ unitId, kind, campaignId }: NoticeFilter) =>
  useInfiniteQuery({
    queryKey: ['notices', unitId, 'list', kind, campaignId],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ unit: unitId });
      if (kind !== null) query.set('kind', kind);
      if (campaignId !== null) query.set('campaign', campaignId);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<Notice>>(`/api/notices?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: EVERY_MS,
  });

export function useMarkSeen(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ latest, asOf }: Pick<Unseen, 'latest' | 'asOf'>) =>
      put<Unseen, SeenBody>('/api/notices/seen', { upTo: latest, asOf }),
    onSuccess: (unseen) => {
      queries.setQueryData(['notices', unitId, 'unseen'], unseen);
      return queries.invalidateQueries({ queryKey: ['notices', unitId, 'list'] });
    },
  });
}

export const useMails = (state: string | null) =>
  useInfiniteQuery({
    queryKey: ['mails', state],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams();
      if (state !== null) query.set('state', state);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<Mail>>(`/api/mails?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
