import { isRetriable } from './client.ts';
import { isSignedOut } from './session.ts';

interface Read {
  readonly data: unknown;
  readonly error: unknown;
  readonly isLoadingError: boolean;
}

/**
 * Nothing of it can be shown: never read, or refused since. What was read stays on the page while only the line is
 * broken or the session has ended, and with it whatever is being typed there.
 */
export const isUnreadable = <Q extends Read>(
  query: Q,
): query is Extract<Q, { readonly isLoadingError: true }> =>
  query.error !== null &&
  (query.data === undefined || !(isRetriable(query.error) || isSignedOut(query.error)));
