import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { principalOrNull } from '../auth/principal-of.ts';
import { refused } from './problems.ts';

const MINUTE = 60_000;
/** Per minute. Deadline days see a commune's whole office behind one address, and systems sending for thousands. */
const PER_ADDRESS = 60_000;
const PER_PERSON = 1_200;
const PER_SERVICE = 60_000;
const WRONG_KEYS_PER_ADDRESS = 60;

const address = (req: Request): string => ipKeyGenerator(req.ip ?? 'unknown');

const common = {
  windowMs: MINUTE,
  standardHeaders: 'draft-7',
  legacyHeaders: false,
  handler: (_req, res, next) => {
    const seconds = Number(res.getHeader('Retry-After') ?? 60);
    next(refused(429, 'api.tooManyRequests', { seconds }));
  },
} satisfies Partial<Options>;

/** Before anything is known of the caller. */
export const addressLimit = (factor: number): RequestHandler =>
  rateLimit({ ...common, limit: PER_ADDRESS * factor, keyGenerator: address });

/**
 * Guessing keys: asked about wrong ones only. Whoever shows a right one beside them passes, so that one program
 * with a revoked key does not lock out the office behind its address; a key is too long to be met by chance.
 */
export const guessLimit = (factor: number): RequestHandler =>
  rateLimit({ ...common, limit: WRONG_KEYS_PER_ADDRESS * factor, keyGenerator: address });

/** Once the caller is known. */
export const callerLimit = (factor: number): RequestHandler =>
  rateLimit({
    ...common,
    limit: (req) => (principalOrNull(req)?.kind === 'service' ? PER_SERVICE : PER_PERSON) * factor,
    keyGenerator: (req) => principalOrNull(req)?.id ?? address(req),
  });
