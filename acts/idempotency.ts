import { beginIdempotent, finishIdempotent, type IdempotentCall, inTransaction, isStillUnderWay } from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { canonicalJson, sha256 } from './canonical-hash.ts';
import type { ActContext } from './context.ts';

export interface IdempotentRequest {
  /** The Idempotency-Key header, 1–200 characters. */
  readonly key: string;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** Parsed body; for uploads the hashes of the files. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface IdempotentAnswer extends Answer {
  /** The stored answer of an earlier call. */
  readonly replayed: boolean;
}

/** How long a parallel call with the same key waits for the first one's answer. */
const WAIT_MS = 10_000;

/**
 * Runs `work` once per principal and key. Key, act and answer are one transaction, so there is no moment
 * at which the act is done and its answer unknown. Same key and request → the stored answer (refusals
 * included); another request → `api.idempotencyMismatch` (422); the first call still running after 10 s →
 * `api.inProgress` (409). An error that is thrown stores nothing.
 */
export async function withIdempotency(
  ctx: ActContext,
  request: IdempotentRequest,
  work: (ctx: ActContext) => Promise<Answer>,
): Promise<Result<IdempotentAnswer>> {
  const call: IdempotentCall = {
    principalId: ctx.principal.id,
    key: request.key,
    request: sha256(canonicalJson([request.method, request.path, request.body])),
  };
  try {
    return await inTransaction(ctx.pool, async (tx) => {
      const start = await beginIdempotent(tx, call, WAIT_MS);
      if (start.kind === 'mismatch')
        return refuse(problem('api.idempotencyMismatch', [], { key: request.key }));
      if (start.kind === 'replay') return ok({ status: start.status, body: start.response, replayed: true });
      const answer = await work({ ...ctx, pool: tx });
      await finishIdempotent(tx, call, { status: answer.status, response: answer.body });
      return ok({ ...answer, replayed: false });
    });
  } catch (error) {
    if (isStillUnderWay(error)) return refuse(problem('api.inProgress', [], { key: request.key }));
    throw error;
  }
}
