import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** One id per request: in the log line, in the header X-Request-Id and in every problem document. */
export function requestIdOf(req: IncomingMessage): string {
  const known = ids.get(req);
  if (known !== undefined) return known;
  const id = randomUUID();
  ids.set(req, id);
  return id;
}
