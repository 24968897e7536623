import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, Refusal } from './client.ts';

export interface Me {
  readonly kind: 'person' | 'service';
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly embedded: boolean;
  /** Whose post is acted in, where somebody stands in. */
  readonly actingFor: { readonly personId: string; readonly name: string } | null;
  /** Own posts first; `current` is the one acted in. */
  readonly capacities: readonly CapacityOfMe[];
}

interface CapacityOfMe {
  /** Of the post, or of the delegation. */
  readonly id: string;
  readonly postId: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly roles: readonly string[];
  /** What may be done in it. */
  readonly scopes: readonly string[];
  readonly actingFor: string | null;
  readonly until: string | null;
  readonly current: boolean;
}

export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.status === 401;

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/api/me', signal), staleTime: 60_000 });

export const useProviders = () =>
  useQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) =>
      get<{ readonly providers: readonly { name: string; embedded: boolean; login: string }[] }>(
        '/auth/providers',
        signal,
      ),
  });

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    // what is on its way would be refused
    onMutate: () => queries.cancelQueries(),
    mutationFn: () => post('/auth/logout', {}),
    // a new page: what this one has read goes with it
    onSettled: () => window.location.assign('/'),
  });
}
