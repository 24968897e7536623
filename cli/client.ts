import { randomUUID } from 'node:crypto';
import type { Settings } from './settings.ts';

/** One fault, where it is and what to do, in both languages. */
export interface ShownProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly vi: string;
  readonly en: string;
}

/** The part of a problem document (RFC 9457) that a person at a terminal needs. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn?: string;
  readonly problems?: readonly ShownProblem[];
}

/** The API refused. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;
  constructor(document: ProblemDocument) {
    super(document.detail);
    this.document = document;
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly form?: FormData;
  /** Given by the caller to repeat a call safely; else a new one for every POST. */
  readonly idempotencyKey?: string | undefined;
}

export class Client {
  readonly settings: Settings;
  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** JSON of the answer, as the API documents it at /api/openapi.json. */
  async call<T>(path: string, request: Request = {}): Promise<T> {
    const { settings } = this;
    const url = new URL(settings.api + path);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const method = request.method ?? 'GET';
    const headers: Record<string, string> = {
      authorization: `Bearer ${settings.key}`,
      accept: 'application/json',
    };
    if (method === 'POST') headers['idempotency-key'] = request.idempotencyKey ?? randomUUID();
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(url, {
      method,
      headers,
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
    }).catch((cause: unknown) => {
      throw new Unreachable(
        `${settings.api}: ${cause instanceof Error ? String(cause.cause ?? cause.message) : String(cause)}`,
      );
    });
    const text = await response.text();
    if (!response.ok) throw new ApiProblem(parseProblem(text, response.status));
    // the caller names the shape that the OpenAPI document promises for this path
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  all<T>(path: string, query: Request['query'] = {}): Promise<readonly T[]> {
    return gather(this.pages<T>(path, query));
  }

  /** All pages of a list, in order. */
  async *pages<T>(path: string, query: Request['query'] = {}): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const page: { items: readonly T[]; nextCursor?: string | null } = await this.call(path, {
        query: { ...query, cursor },
      });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

async function gather<T>(pages: AsyncGenerator<T>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const row of pages) rows.push(row);
  return rows;
}

function parseProblem(text: string, status: number): ProblemDocument {
  try {
    // any problem document has these members; a proxy's page does not parse and is shown as it is
    return JSON.parse(text) as ProblemDocument;
  } catch {
    return { status, code: 'http.unexpected', detail: text.slice(0, 300) };
  }
}
