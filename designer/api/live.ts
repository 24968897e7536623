import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Page } from '#api/http/shapes';
import type { StreamedEvent } from '#api/routes/campaigns/shapes';
import { get } from './client.ts';

export interface LiveEvents {
  /** Newest first, at most `KEPT`. */
  readonly events: readonly StreamedEvent[];
  readonly connected: boolean;
}

const KEPT = 300;
/** A burst of a thousand reports redraws a few times a second, not a thousand times. */
const REDRAW_MS = 400;
const REOPEN_MS = 5_000;

/**
 * The campaign's events, live. The browser's EventSource resumes by itself with Last-Event-ID, so nothing
 * is lost while the line is down. Everything read from this campaign is read anew after each burst.
 */
export function useLiveEvents(campaignId: string): LiveEvents {
  const queries = useQueryClient();
  const [events, setEvents] = useState<readonly StreamedEvent[]>([]);
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let fresh: StreamedEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    let source: EventSource | null = null;
    const leaving = new AbortController();
    const { signal } = leaving;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    const readAnew = () => void queries.invalidateQueries({ queryKey: ['campaign', campaignId] });
    const flush = () => {
      timer = null;
      const arrived = fresh.reverse();
      fresh = [];
      setEvents((before) => [...arrived, ...before].slice(0, KEPT));
      readAnew();
    };
    const arrive = (event: StreamedEvent) => {
      fresh.push(event);
      timer ??= setTimeout(flush, REDRAW_MS);
    };
    const open = (after: string | null) => {
      if (signal.aborted) return;
      let last = after;
      source = new EventSource(
        `/api/campaigns/${campaignId}/stream${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
      );
      source.onopen = () => {
        setConnected(true);
        readAnew(); // what changed between reading and listening
      };
      source.onerror = () => {
        setConnected(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        // refused, not just cut: the browser gives up, perhaps because the session ended
        void queries.invalidateQueries({ queryKey: ['me'] });
        reopening = setTimeout(() => open(last), REOPEN_MS);
      };
      source.onmessage = (message: MessageEvent<string>) => {
        last = message.lastEventId;
        // the shape of the same events read page by page; the cursor comes as the id of the message
        arrive({
          ...(JSON.parse(message.data) as Omit<StreamedEvent, 'cursor'>),
          cursor: message.lastEventId,
        });
      };
    };
    void history(campaignId, signal).then(
      ({ items, nextCursor }) => {
        if (signal.aborted) return;
        setEvents([...items].reverse().slice(0, KEPT));
        open(nextCursor);
      },
      () => open(null),
    );
    return () => {
      leaving.abort();
      source?.close();
      if (timer !== null) clearTimeout(timer);
      clearTimeout(reopening);
    };
  }, [campaignId, queries]);
  return { events, connected };
}

async function history(campaignId: string, signal: AbortSignal): Promise<Page<StreamedEvent>> {
  let page: Page<StreamedEvent> = { items: [], nextCursor: null };
  for (;;) {
    const after = page.nextCursor === null ? '' : `&after=${encodeURIComponent(page.nextCursor)}`;
    const next = await get<Page<StreamedEvent>>(
      `/api/campaigns/${campaignId}/events?limit=1000${after}`,
      signal,
    );
    page = { items: [...page.items, ...next.items].slice(-KEPT), nextCursor: next.nextCursor };
    if (next.items.length < 1000) return page;
  }
}
