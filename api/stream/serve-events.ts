import type { Request, Response } from 'express';
import type { StreamEvent } from '#db';
import { type EventFeed, type EventSource, isAfter, type Watched } from './event-feed.ts';

const HEARTBEAT_MS = 15_000;
/** What was allowed so long ago is still allowed: a busy campaign is not asked about at each of its events. */
const FRESH_MS = 1_000;

interface Serving {
  readonly req: Request;
  readonly res: Response;
  readonly watched: Watched;
  /** Cursor of the last event the caller has seen. */
  readonly after: string | null;
  readonly feed: EventFeed;
  readonly source: EventSource;
  /** Asked at every heartbeat and before anything is told: a session that ended ends its streams and hears no more. */
  readonly stillAllowed: () => Promise<boolean>;
}

/** Server-sent events: what was missed first, then what comes, each once and in order. */
export async function serveEvents(given: Serving): Promise<void> {
  const { req, res, watched, feed, source, stillAllowed } = given;
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // proxies must not wait for more
    'X-Accel-Buffering': 'no',
  });
  let seen = given.after;
  let waiting: StreamEvent[] | null = [];
  const send = (events: readonly StreamEvent[]) => {
    for (const event of events) {
      if (!isAfter(event.cursor, seen)) continue;
      seen = event.cursor;
      res.write(frame(event));
    }
  };
  let askedAt = Date.now();
  const tell = async (events: readonly StreamEvent[]): Promise<void> => {
    if (Date.now() - askedAt > FRESH_MS) {
      if (!(await stillAllowed())) return void res.end();
      askedAt = Date.now();
    }
    if (!res.writableEnded) send(events);
  };
  let told = Promise.resolve();
  const stop = feed.listen(watched, seen, (events) => {
    if (waiting !== null) return void waiting.push(...events);
    // one after the other; where nobody could be asked the line ends, and its caller comes back for the rest
    told = told.then(() => tell(events)).catch(() => void res.end());
  });
  const beat = (allowed: boolean): void => {
    // the answer may come after the stream has ended
    if (res.writableEnded) return;
    if (allowed) res.write(': \n\n');
    else res.end();
  };
  const heartbeat = setInterval(() => {
    stillAllowed().then(
      beat,
      // the database is away for a moment: keep the line, ask again at the next beat
      () => beat(true),
    );
  }, HEARTBEAT_MS);
  const closed = new Promise<void>((done) => res.once('close', done));
  const end = () => res.end();
  feed.closing.addEventListener('abort', end, { once: true });
  try {
    res.write(`retry: 2000\n${seen === null ? '' : `id: ${seen}\n`}event: ready\ndata: {}\n\n`);
    for (
      let page = await source.read(watched, seen);
      page.length > 0 && !req.destroyed;
      page = await source.read(watched, seen)
    ) {
      send(page);
    }
    send(waiting);
    waiting = null;
    await closed;
  } finally {
    clearInterval(heartbeat);
    stop();
    feed.closing.removeEventListener('abort', end);
    res.end();
  }
}

function frame(event: StreamEvent): string {
  const { cursor, ...rest } = event;
  // unnamed, so that one listener gets every kind
  return `id: ${cursor}\ndata: ${JSON.stringify(rest)}\n\n`;
}
