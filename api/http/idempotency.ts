import type { Request, Response } from 'express';
import { type ActContext, withIdempotency } from '#acts';
import type { Answered } from './answered.ts';
import { RequestRefused, refused, statusOf } from './problems.ts';

/** What a caller may name an act. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9][A-Za-z0-9_.:-]{7,199}$/;

export function readIdempotencyKey(req: Request): string {
  const key = req.headers['idempotency-key'];
  if (key === undefined || key === '') throw refused(400, 'api.idempotencyKeyRequired');
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key)) throw refused(400, 'api.idempotencyKeyInvalid');
  return key;
}

interface Once {
  readonly ctx: ActContext;
  readonly key: string;
  readonly req: Request;
  readonly res: Response;
  /** The parsed body; for uploads the hash of the file. */
  readonly body: unknown;
}

/** Runs the act once per caller and key; a repetition gets the stored answer and says so in a header. */
export async function once(given: Once, run: (ctx: ActContext) => Promise<Answered>): Promise<Answered> {
  const { ctx, key, req, res, body } = given;
  const request = { key, method: req.method, path: req.originalUrl, body };
  const result = await withIdempotency(ctx, request, async (inside) => {
    const { status, text } = await run(inside);
    // kept as text: a JSON column would give the keys back in another order
    return { status, body: text };
  });
  if (!result.ok) throw new RequestRefused(statusOf(result.problems[0]?.code ?? ''), result.problems);
  if (result.value.replayed) res.setHeader('Idempotent-Replayed', 'true');
  return { status: result.value.status, text: String(result.value.body) };
}
