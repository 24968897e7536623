import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isRetriable } from '../../api/client.ts';
import type { Keeper } from '../draft/keeper.ts';
import { upload } from './upload.ts';

/** A file on its way, or one that did not get there. */
export interface Sending {
  readonly key: string;
  readonly kind: string;
  readonly file: File;
  readonly share: number;
  readonly error: unknown;
}

const RETRY_MS = 4_000;
const TRIES = 5;

/** Refused for good: it is shown, and holds no place. */
export const isRefused = ({ error }: Sending): boolean => error !== null && !isRetriable(error);

/** Sends files and chooses each for the report as it arrives. A broken line is tried again by itself. */
export function useUploads(obligationId: string, keeper: Keeper) {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  /** By key: whoever takes a file out while it is sent, or leaves the page, stops it. */
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
  const edit = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const remove = (key: string) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setSending((all) => all.filter((each) => each.key !== key));
  };

  const send = async (one: Sending, tries = TRIES): Promise<void> => {
    const stop = new AbortController();
    stops.current.set(one.key, stop);
    const { signal } = stop;
    edit(one.key, { error: null, share: 0 });
    try {
      const stored = await upload({
        ...one,
        obligationId,
        signal,
        onProgress: (share) => edit(one.key, { share }),
      });
      await queries.invalidateQueries({ queryKey: ['task', obligationId], exact: true });
      keeper.change({ attachments: { [stored.id]: true } });
      remove(one.key);
    } catch (error) {
      if (signal.aborted) return;
      edit(one.key, { error });
      if (!isRetriable(error) || tries <= 1) return;
      setTimeout(() => {
        if (!signal.aborted) void send(one, tries - 1);
      }, RETRY_MS);
    }
  };

  return {
    sending,
    add: (kind: string, file: File) => {
      const one: Sending = { key: crypto.randomUUID(), kind, file, share: 0, error: null };
      // a file that was refused makes room for the one that comes in its place
      setSending((all) => [...all.filter((each) => each.kind !== kind || !isRefused(each)), one]);
      void send(one);
    },
    again: (one: Sending) => void send(one),
    remove,
  };
}
