import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';

export interface CallOptions {
  readonly body?: unknown;
  /** Instead of the shared service key; null sends none. */
  readonly key?: string | null;
  /** Repeating a POST with the same key must do nothing twice; a new one each time when absent. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the shared stack's API. */
  readonly apiUrl?: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** One call as a caller of the API makes it. A test names the shape it expects and asserts it. */
export async function call<T = unknown>(
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const { body, key = inject('stack').serviceKey, apiUrl = inject('stack').apiUrl } = options;
  const form = body instanceof FormData;
  const response = await fetch(new URL(path, apiUrl), {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': options.idempotencyKey ?? randomUUID() }),
      ...options.headers,
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  // The caller states the shape it is about to assert; an API under test is not to be trusted to have it.
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
}

/** A call that must succeed; the problem document is the failure's message. */
export async function succeed<T = unknown>(
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<T> {
  const answer = await call<T>(method, path, options);
  if (answer.status < 400) return answer.body;
  throw new Error(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
}
