import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ActContext } from '#acts';
import type { Principal, Result, Scope } from '#model';
import type { Services } from '../services.ts';
import type { Answered } from './answered.ts';

export const Nothing = z.strictObject({});
type Nothing = typeof Nothing;

/** Everything about a route that its handler, its validation and its document need: written once. */
export interface RouteSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In the document's notation: `/api/campaigns/{id}`. */
  readonly path: `/api/${string}`;
  readonly tag: string;
  readonly summary: string;
  /** What the caller must be allowed; `null`: whoever is authenticated. */
  readonly scope: Scope | null;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Body of a good answer. */
  readonly response: R;
  readonly status?: 200 | 201 | 202;
  /** False for a POST that changes nothing (preview, validate): no Idempotency-Key then. */
  readonly changes?: boolean;
  /** Codes that this route answers besides the common ones. */
  readonly problems?: readonly string[];
}

export interface Call<P, Q, B> {
  readonly ctx: ActContext;
  readonly services: Services;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly idempotencyKey: string | null;
}

/** A route as the application and the document see it, its types erased. */
export interface Route {
  readonly spec: RouteSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
  readonly handle: ((call: Call<unknown, unknown, unknown>) => Promise<Result<unknown>>) | null;
  /** Streams (events, files, uploads) write the answer themselves after the same checks. */
  readonly stream: ((call: StreamCall<unknown, unknown>) => Promise<Result<null>>) | null;
  readonly content: StreamContent | null;
}

/** Media types of a stream's request and answer, for the document. */
export interface StreamContent {
  readonly request?: 'multipart/form-data';
  readonly response: string | readonly string[];
}

export interface StreamCall<P, Q, B = unknown> extends Call<P, Q, B> {
  readonly req: Request;
  readonly res: Response;
  readonly principal: Principal;
  /** A good answer, checked like those of JSON routes; … */
  readonly good: (value: unknown) => Answered;
  /** … and its way out, a refusal's too. */
  readonly send: (answered: Answered) => void;
  /** True while the caller may still see what this stream shows (session ended, key revoked → false). */
  readonly stillAllowed: () => Promise<boolean>;
}

/**
 * Declares a JSON route: authenticate → scope → rate limit → validate → act → present. The handler
 * only hands the parsed input to an act and shapes its answer.
 */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<z.input<R>>>,
): Route {
  // the erased call is only ever made with values parsed by this very spec
  return { spec, handle: handle as NonNullable<Route['handle']>, stream: null, content: null };
}

/** Declares a route that streams; a refusal before the first byte becomes a problem document. */
export function streamRoute<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = z.ZodType,
>(
  spec: RouteSpec<P, Q, B, R> & { readonly content: StreamContent },
  stream: (call: StreamCall<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<null>>,
): Route {
  // the erased call is only ever made with values parsed by this very spec
  return { spec, handle: null, stream: stream as NonNullable<Route['stream']>, content: spec.content };
}

const changes = (one: Route): boolean => one.spec.changes ?? one.spec.method !== 'get';
/** PUT repeats safely by its expected revision, DELETE by its nature; a POST needs the caller's key. */
export const needsIdempotencyKey = (one: Route): boolean => one.spec.method === 'post' && changes(one);
export const goodStatus = (one: Route): number => one.spec.status ?? 200;
export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
