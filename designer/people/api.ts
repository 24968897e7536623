import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';

export interface PostOfPerson {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly roles: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly disabledAt: string | null;
  readonly revision: number;
  readonly posts: readonly PostOfPerson[];
  readonly elsewhere: boolean;
}

export interface Post extends PostOfPerson {
  readonly revision: number;
  readonly holder: { readonly id: string; readonly name: string; readonly fromAt: string } | null;
}

export interface PostWithHolders extends Post {
  readonly holders: readonly {
    readonly personId: string;
    readonly name: string;
    readonly fromAt: string;
    readonly toAt: string | null;
  }[];
}

export interface Delegation {
  readonly id: string;
  readonly kind: 'absence' | 'delegation';
  readonly post: PostOfPerson;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly fromAt: string;
  /** Exclusive. */
  readonly toAt: string;
  readonly scopes: readonly string[] | null;
  readonly reason: string;
  readonly createdByName: string | null;
  readonly endedAt: string | null;
  readonly state: 'upcoming' | 'current' | 'over';
  readonly mayEnd: boolean;
}

export interface Substitute {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
}

export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly createdByName: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedByName: string | null;
}

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
