import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/** Reads a campaign's event stream as a bad line would: every few events it breaks, and resumes by Last-Event-ID. */
export interface Follower {
  /** Cursors in the order they came. */
  readonly cursors: readonly string[];
  readonly breaks: () => number;
  stop(): Promise<void>;
}

export function follow(campaignId: string, breakAfter = 3): Follower {
  const cursors: string[] = [];
  const ended = new AbortController();
  let breaks = 0;

  const listen = async (): Promise<void> => {
    const { apiUrl, serviceKey } = inject('stack');
    const cut = new AbortController();
    const response = await fetch(`${apiUrl}/api/campaigns/${campaignId}/stream?after=0.0`, {
      headers: { authorization: `Bearer ${serviceKey}`, 'last-event-id': cursors.at(-1) ?? '' },
      signal: AbortSignal.any([cut.signal, ended.signal]),
    });
    let unread = '';
    let heard = 0;
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      const messages = `${unread}${decoder.decode(read.value, { stream: true })}`.split('\n\n');
      unread = messages.pop() ?? '';
      for (const message of messages) {
        const id = /^id: ?(.+)$/m.exec(message)?.[1];
        if (id === undefined || !/^data: ?\{/m.test(message) || /^event: ?ready$/m.test(message)) continue;
        cursors.push(id);
        heard += 1;
        if (heard === breakAfter) {
          breaks += 1;
          cut.abort();
          return;
        }
      }
    }
  };

  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await listen().catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'AbortError')) throw error;
      });
      await sleep(5);
    }
  };
  const running = run();
  return {
    cursors,
    breaks: () => breaks,
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}
