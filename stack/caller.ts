import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StackError } from './messages.ts';

/** Where an installation answers, and the key of a system that may do everything there. */
export interface Address {
  readonly apiUrl: string;
  readonly serviceKey: string;
}

/** The HTTP API as any other system would call it; answers are read by a schema. */
export interface Caller {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Repeated with the same `key`, a call does nothing twice. */
  post<T>(path: string, call: { body?: unknown; key?: string; schema: z.ZodType<T> }): Promise<T>;
  /** Every row of a list, page by page. */
  all<T>(path: string, item: z.ZodType<T>): Promise<readonly T[]>;
}

const Refusal = z.object({ detail: z.string(), detailEn: z.string().optional(), code: z.string() });
const LIMITED = 429;
const PAGE = 200;

export function callerOf({ apiUrl, serviceKey }: Address): Caller {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${serviceKey}`, 'content-type': 'application/json' };
    for (;;) {
      const response = await fetch(new URL(path, apiUrl), {
        ...init,
        headers: { ...headers, ...init.headers },
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      if (response.status !== LIMITED) throw refusalOf(path, response.status, text);
      await new Promise((resolve) =>
        setTimeout(resolve, 1_000 * Number(response.headers.get('retry-after') ?? 1)),
      );
    }
  };
  const get: Caller['get'] = async (path, schema) => schema.parse(await call(path, {}));
  return {
    get,
    post: async (path, { body = {}, key = randomUUID(), schema }) => {
      const headers = { 'idempotency-key': key };
      return schema.parse(await call(path, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    all: async (path, item) => {
      const page = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
      const rows: z.infer<typeof item>[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { items, nextCursor }: z.infer<typeof page> = await get(`${path}limit=${PAGE}${more}`, page);
        rows.push(...items);
        cursor = nextCursor;
      }
      return rows;
    },
  };
}

function refusalOf(path: string, status: number, text: string): StackError {
  try {
    const { detail, detailEn = detail, code } = Refusal.parse(JSON.parse(text));
    return new StackError(`${detail} (${code}, ${path})`, `${detailEn} (${code}, ${path})`);
  } catch {
    return new StackError(`API trả lời ${status} cho ${path}.`, `The API answered ${status} to ${path}.`);
  }
}
