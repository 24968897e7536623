import type { ProblemDocument, ShownProblem } from '#api/http/shapes';

/** An answer that says no; `vi` and `en` are the server's own sentences. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly en: string;
  readonly problems: readonly ShownProblem[];
  constructor(status: number, body: RefusalBody) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.en = body.detailEn ?? this.message;
    this.problems = body.problems ?? [];
  }
}

/** A problem document, as far as it is one. */
type RefusalBody = Partial<ProblemDocument>;
/** The body of an act without fields. */
type Empty = Readonly<Record<string, never>>;

/** The network or the server failed; asking again may help. A refusal stays a refusal. */
export const isRetriable = (error: unknown): boolean => !(error instanceof Refusal) || error.status >= 500;

/** So many of the addresses read last. */
const KEPT = 50;
const kept = new Map<string, { readonly tag: string; readonly value: unknown }>();

/**
 * What has not changed since it was last read does not come over the line again. Kept by the page and no longer than
 * it is open: the answers themselves forbid the browser to store them.
 */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const before = kept.get(path);
  const headers = { accept: 'application/json', ...(before && { 'if-none-match': before.tag }) };
  const read = await asked(path, { headers, signal: signal ?? null }, async (response) =>
    // the tag is of the very text that this address answered, so it is the same shape
    response.status === 304 && before !== undefined
      ? { value: before.value as T, tag: before.tag }
      : { value: await answer<T>(response), tag: response.headers.get('etag') },
  );
  kept.delete(path);
  if (read.tag !== null) kept.set(path, { tag: read.tag, value: read.value });
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return read.value;
}

/** The key makes a repeated click the same act. `B` is never inferred: what is sent is named beside what is answered. */
export async function post<T, B = Empty>(
  path: string,
  body: NoInfer<B>,
  key: string = crypto.randomUUID(),
): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key };
  return asked(path, { method: 'POST', headers, body: JSON.stringify(body) }, answer<T>);
}

/** Replaces what is there; `expectedRevision` in the body keeps a repetition from overwriting another's work. */
export async function put<T, B = Empty>(path: string, body: NoInfer<B>): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const request = asked(path, { method: 'PUT', headers, body: JSON.stringify(body) }, answer<T>);
  writing.add(request);
  try {
    return await request;
  } finally {
    writing.delete(request);
  }
}

const writing = new Set<Promise<unknown>>();
/** A line that hangs keeps nobody waiting longer. */
const LONGEST_MS = 5_000;

/** What is being saved at this moment has arrived, or was refused. */
export async function whenWritten(): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, LONGEST_MS));
  await Promise.race([allWritten(), late]);
}

async function allWritten(): Promise<void> {
  while (writing.size > 0) {
    await Promise.allSettled(writing);
    // what was typed during one save goes out in the next
    await new Promise<void>((done) => setTimeout(done));
  }
}

export async function del(path: string): Promise<void> {
  await asked(path, { method: 'DELETE', headers: { accept: 'application/json' } }, answer);
}

/** How long an answer may take: to a question on a slow line, and to an act, which the server gives up earlier itself. */
const WAIT_MS = { read: 60_000, write: 125_000 };

/** Asks, and takes the whole answer. A line that died without a word fails after a while like one that broke. */
async function asked<T>(
  path: string,
  { signal, ...init }: RequestInit,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const left = (): void => ending.abort(signal?.reason);
  const waitMs = init.method === undefined ? WAIT_MS.read : WAIT_MS.write;
  const timer = setTimeout(() => ending.abort(new Error(`no answer within ${waitMs} ms`)), waitMs);
  signal?.addEventListener('abort', left);
  if (signal?.aborted) left();
  try {
    return await take(await fetch(path, { ...init, signal: ending.signal }));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', left);
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  // `T` is the shape that the route declares: ./calls.test.ts reads every call
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as T;
  throw refusalOf(response.status, text);
}

/** What an answer other than 2xx says, in whatever form it came. */
export const refusalOf = (status: number, text: string): Refusal => new Refusal(status, parsed(text));

function parsed(text: string): RefusalBody {
  try {
    return JSON.parse(text) as RefusalBody; // a problem document; anything else is caught below
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
