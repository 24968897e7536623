import { Text } from '@mantine/core';
import { onlineManager, type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isRetriable } from '../api/client.ts';

const ASK_MS = 10_000;
/** Shown as it was read, because it cannot be read anew. */
const isBehind = (query: Query): boolean =>
  query.isActive() &&
  query.state.status === 'error' &&
  query.state.data !== undefined &&
  isRetriable(query.state.error);

const heardOfLine = (heard: () => void) => onlineManager.subscribe(heard);
const isOffline = (): boolean => !onlineManager.isOnline();

/**
 * The page still shows what was read while the server cannot be reached; says so, and goes on asking. While the
 * machine itself has no network, questions and acts wait by themselves until it is back.
 */
export function LineLost() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cache = queries.getQueryCache();
  const lost = useSyncExternalStore(
    useCallback((heard) => cache.subscribe(heard), [cache]),
    () => cache.getAll().some(isBehind),
  );
  const offline = useSyncExternalStore(heardOfLine, isOffline);
  useEffect(() => {
    if (!lost) return undefined;
    const asking = setInterval(() => void queries.refetchQueries({ predicate: isBehind }), ASK_MS);
    return () => clearInterval(asking);
  }, [lost, queries]);
  return (
    <div role="status" className="line-lost">
      {lost || offline ? <Text size="sm">{t('error.lineLost')}</Text> : null}
    </div>
  );
}
