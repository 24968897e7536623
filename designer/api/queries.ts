import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CampaignDetails, ListedCampaign } from '#api/routes/campaigns/shapes';
import type { CampaignTree, LevelCount } from '#api/routes/campaigns/tree-shapes';
import type { Consolidation, Provisional } from '#api/routes/consolidations/shapes';
import type { DefinitionVersion } from '#api/routes/definitions/shapes';
import type { ListedObligation } from '#api/routes/obligations/shapes';
import type { Items, Page } from '#api/http/shapes';
import type { UnitDetails } from '#api/routes/units/shapes';
import { get } from './client.ts';

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => get<Page<ListedCampaign>>('/api/campaigns?limit=100', signal),
    refetchInterval: 15_000,
  });

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => get<CampaignDetails>(`/api/campaigns/${id}`, signal),
  });

/** Published versions never change. */
export const useDefinition = (id: string, version: number) =>
  useQuery({
    queryKey: ['definition', id, version],
    queryFn: ({ signal }) => get<DefinitionVersion>(`/api/definitions/${id}/versions/${version}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface Place {
  readonly campaignId: string;
  readonly period: string;
}

/** `parent` null: the whole cascade where it is small, else what the root addresses. */
export const useTree = ({ campaignId, period }: Place, parent: string | null) =>
  useInfiniteQuery({
    queryKey: ['campaign', campaignId, 'tree', period, parent],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        period,
        ...(parent === null ? {} : { parent }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      });
      return get<CampaignTree>(`/api/campaigns/${campaignId}/tree?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export interface Sought {
  readonly text: string;
  /** A status, `overdue`, or nothing. */
  readonly status: string;
}

/** The server's search: for campaigns too large to have every unit at hand. */
export const useSought = ({ campaignId, period }: Place, { text, status }: Sought, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['campaign', campaignId, 'sought', period, text, status],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ campaign: campaignId, period, limit: '100' });
      if (text !== '') query.set('q', text);
      if (status === 'overdue') query.set('overdue', 'true');
      else if (status !== '') query.set('status', status);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<ListedObligation>>(`/api/obligations?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });

/** For the few names that a page does not have at hand. */
export const useUnitName = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['unit', id],
    queryFn: ({ signal }) => get<UnitDetails>(`/api/units/${encodeURIComponent(id)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });

/** Names of several units at once; those not yet known are missing. The same map until another one arrives. */
export function useUnitNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const combine = useCallback(
    (answers: readonly { readonly data: UnitDetails | undefined }[]) =>
      new Map(
        ids.flatMap((id, index): [string, string][] => {
          const name = answers[index]?.data?.name;
          return name === undefined ? [] : [[id, name]];
        }),
      ),
    [ids],
  );
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['unit', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<UnitDetails>(`/api/units/${encodeURIComponent(id)}`, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine,
  });
}

export const useLevels = ({ campaignId, period }: Place) =>
  useQuery({
    queryKey: ['campaign', campaignId, 'levels', period],
    queryFn: ({ signal }) =>
      get<Items<LevelCount>>(
        `/api/campaigns/${campaignId}/levels?${new URLSearchParams({ period }).toString()}`,
        signal,
      ),
  });

const unitPath = ({ campaignId, period }: Place, unitId: string): string =>
  `/api/campaigns/${campaignId}/periods/${encodeURIComponent(period)}/units/${encodeURIComponent(unitId)}`;

/** What the unit's consolidation says now, or what a revision said. */
export const useConsolidation = (place: Place, unitId: string, revision: number | null) =>
  useQuery({
    queryKey: ['campaign', place.campaignId, 'consolidation', place.period, unitId, revision],
    queryFn: ({ signal }) =>
      get<Consolidation | Provisional>(
        `${unitPath(place, unitId)}/${revision === null ? 'provisional' : `consolidations/${revision}`}`,
        signal,
      ),
  });
