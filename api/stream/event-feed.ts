import type { StreamEvent } from '#db';

/** Where somebody stands who listens: a campaign as seen from one unit's subtree (null: all of it). */
export interface Watched {
  readonly campaignId: string;
  readonly scope: string | null;
}

export interface EventSource {
  /** Position of the newest event of a campaign, whoever may see it. */
  readonly head: (campaignId: string) => Promise<string | null>;
  /** The next events that this watcher may see, at most a page of them. */
  readonly read: (watched: Watched, after: string | null) => Promise<readonly StreamEvent[]>;
}

type Listener = (events: readonly StreamEvent[]) => void;

interface Channel extends Watched {
  /** Everything up to here was handed out; null = from the beginning. */
  after: string | null;
  readonly listeners: Set<Listener>;
}

interface FeedOptions {
  readonly source: EventSource;
  readonly everyMs?: number;
  readonly onError: (error: unknown) => void;
}

/**
 * One reader per process, however many people watch. Polls: a notification the database drops would be
 * silent, a poll never is. A quiet campaign costs one look at its newest position, and nothing is read for
 * campaigns nobody watches.
 */
export class EventFeed {
  readonly #channels = new Map<string, Channel>();
  readonly #options: FeedOptions;
  #timer: NodeJS.Timeout | null = null;
  #reading = false;
  readonly #closing = new AbortController();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Calls back with new events; each listener skips what it has seen (`from` is where the first one stood). */
  listen(watched: Watched, from: string | null, listener: Listener): () => void {
    const key = `${watched.campaignId}/${watched.scope ?? ''}`;
    const channel = this.#channels.get(key) ?? { ...watched, after: from, listeners: new Set<Listener>() };
    this.#channels.set(key, channel);
    channel.listeners.add(listener);
    this.#timer ??= setInterval(() => void this.#poll(), this.#options.everyMs ?? 400);
    return () => {
      channel.listeners.delete(listener);
      if (channel.listeners.size === 0 && this.#channels.get(key) === channel) this.#channels.delete(key);
      if (this.#channels.size === 0) this.#rest();
    };
  }

  /** The process stops: whoever serves a stream ends it, so that nobody waits for open pages. */
  close(): void {
    this.#rest();
    this.#closing.abort();
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #poll(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      const heads = new Map<string, string | null>();
      for (const channel of [...this.#channels.values()]) {
        const { campaignId } = channel;
        const head = heads.has(campaignId)
          ? heads.get(campaignId)
          : await this.#options.source.head(campaignId);
        heads.set(campaignId, head ?? null);
        if (head !== null && head !== undefined && isAfter(head, channel.after))
          await this.#hand(channel, head);
      }
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#reading = false;
    }
  }

  /** Reads up to `head`, which was current before: what lies behind it and is not shown is not for this watcher. */
  async #hand(channel: Channel, head: string): Promise<void> {
    for (;;) {
      const events = await this.#options.source.read(channel, channel.after);
      const last = events.at(-1);
      for (const listener of channel.listeners) listener(events);
      if (last !== undefined) channel.after = last.cursor;
      if (last === undefined || !isAfter(head, last.cursor)) break;
    }
    if (isAfter(head, channel.after)) channel.after = head;
  }
}

/** Stream order of two cursors (`transaction.id`, both decimal). */
export function isAfter(cursor: string, other: string | null): boolean {
  if (other === null) return true;
  const [tx = '0', id = '0'] = cursor.split('.');
  const [otherTx = '0', otherId = '0'] = other.split('.');
  return BigInt(tx) === BigInt(otherTx) ? BigInt(id) > BigInt(otherId) : BigInt(tx) > BigInt(otherTx);
}
