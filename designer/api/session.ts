import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Providers } from '#api/auth/shapes';
import type { Me } from '#api/routes/me/shapes';
import { get, post, Refusal } from './client.ts';

export type { Me } from '#api/routes/me/shapes';

export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.status === 401;

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/api/me', signal), staleTime: 60_000 });

export const useProviders = () =>
  useQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) => get<Providers>('/auth/providers', signal),
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
