import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#api/http/shapes';
import type { Delegation, PostWithHolders } from '#api/routes/people/shapes';
import { get } from '../api/client.ts';

export type {
  Official as Person,
  Post,
  PostWithHolders,
  Delegation,
  Substitute,
} from '#api/routes/people/shapes';
export type { ServiceKey } from '#api/routes/keys/shapes';

export type PostOfPerson = Delegation['post'];

type Words = Readonly<Record<string, string>>;

const addressOf = (path: string, words: Words): string => {
  const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
};

/** A list of this folder, page by page. */
export const useListed = <T>(
  path: '/api/people' | '/api/posts' | '/api/delegations' | '/api/keys',
  words: Words,
) =>
  useInfiniteQuery({
    queryKey: ['office', path, words],
    queryFn: ({ signal, pageParam }) =>
      get<Page<T>>(addressOf(path, { ...words, cursor: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const usePost = (id: string) =>
  useQuery({
    queryKey: ['office', 'post', id],
    queryFn: ({ signal }) => get<PostWithHolders>(`/api/posts/${id}`, signal),
  });

/** An act on people, posts, delegations or keys: whatever shows them is read again. */
export function useAct<I, T>(act: (input: I) => Promise<T>, done: (value: T) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (value) => {
      await queries.invalidateQueries({ queryKey: ['office'] });
      await queries.invalidateQueries({ queryKey: ['me'] });
      done(value);
    },
  });
}

/** What a searching field offers. */
export const search =
  <T>(path: string, words: Words = {}) =>
  (q: string, signal: AbortSignal): Promise<{ readonly items: readonly T[] }> =>
    get(addressOf(path, { ...words, q }), signal);
