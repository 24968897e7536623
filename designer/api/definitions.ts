import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Items, Page } from '#api/http/shapes';
import type {
  CreateBody,
  DraftBody,
  PublishBody,
  TemplateBody,
  DefinitionSummary as DefinitionListed,
  StoredDefinition,
  VersionListed,
  DefinitionVersion as StoredVersion,
  Published,
} from '#api/routes/definitions/shapes';
import type { Drawing } from '../drawing/drawing.ts';
import { get, post, put } from './client.ts';

export type { DefinitionListed, Published, StoredDefinition, StoredVersion, VersionListed };

export const useDefinitions = (text: string) =>
  useInfiniteQuery({
    queryKey: ['definitions', text],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ limit: '200' });
      if (text !== '') query.set('q', text);
      if (pageParam !== '') query.set('cursor', pageParam);
      return get<Page<DefinitionListed>>(`/api/definitions?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What was being saved when its page was left: whoever opens the drawing next waits for it. */
const leaving = new Map<string, Promise<unknown>>();
export function waitFor(definitionId: string, saving: Promise<unknown>): void {
  const done = saving
    .catch(() => null)
    .then(() => {
      if (leaving.get(definitionId) === done) leaving.delete(definitionId);
    });
  leaving.set(definitionId, done);
}

export async function readDefinition(id: string, signal?: AbortSignal): Promise<StoredDefinition> {
  await leaving.get(id);
  return get<StoredDefinition>(`/api/definitions/${encodeURIComponent(id)}`, signal);
}

/** Read once per opening: from then on the page's own drawing is the truth, and the revision tells of others. */
export const useStoredDefinition = (id: string) =>
  useQuery({
    queryKey: ['drawing', id],
    queryFn: ({ signal }) => readDefinition(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Templates are looked at, not edited: a minute old is fresh enough. */
export const useStoredDefinitions = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({
      queryKey: ['template', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => readDefinition(id, signal),
      staleTime: 60_000,
    })),
  });

export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['versions', id],
    queryFn: ({ signal }) => get<Items<VersionListed>>(`/api/definitions/${id}/versions`, signal),
  });

const readVersion = (id: string, version: number, signal?: AbortSignal): Promise<StoredVersion> =>
  get<StoredVersion>(`/api/definitions/${id}/versions/${version}`, signal);

/** Published versions never change. */
export const useVersion = (id: string, version: number | null) =>
  useQuery({
    queryKey: ['version', id, version],
    queryFn: ({ signal }) => readVersion(id, version ?? 0, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version !== null && version > 0,
  });

export const createDefinition = (
  drawing: Drawing,
  { template = false }: { readonly template?: boolean } = {},
): Promise<StoredDefinition> =>
  post<StoredDefinition, CreateBody>('/api/definitions', { ...drawing, template });

export const saveDefinition = (
  id: string,
  drawing: Drawing,
  expectedRevision: number,
): Promise<StoredDefinition> =>
  put<StoredDefinition, DraftBody>(`/api/definitions/${id}/draft`, { ...drawing, expectedRevision });

export const publishDefinition = (id: string, expectedRevision: number): Promise<Published> =>
  post<Published, PublishBody>(`/api/definitions/${id}/versions`, { expectedRevision });

export const offerTemplate = (id: string, template: boolean): Promise<StoredDefinition> =>
  post<StoredDefinition, TemplateBody>(`/api/definitions/${id}/template`, { template });
