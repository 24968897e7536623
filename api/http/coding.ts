import compression from 'compression';
import type { RequestHandler } from 'express';
import { constants } from 'node:zlib';

/**
 * Texts small on slow lines; what is compressed by its own format (files, pictures) and what says `no-transform`
 * (events) stays as it is. A table sent part by part is flushed with each part. Their length tells nothing of a
 * secret: no answer holds one twice, and what a caller sends is not repeated beside it.
 */
export const compressed: RequestHandler = compression({
  // what fits into one packet gains nothing
  threshold: 1000,
  level: 5,
  flush: constants.Z_SYNC_FLUSH,
  // as quick as gzip, and a tenth smaller: answers are compressed while somebody waits
  brotli: {
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  },
});

/**
 * Whoever says what it has, asks whether that changed: Express answers 304 then. The `no-cache` that browsers and
 * Node send along with it is meant for caches in between, but Express would take it for "all of it again".
 */
export const notAgain: RequestHandler = (req, _res, next) => {
  if (req.headers['if-none-match'] !== undefined) delete req.headers['cache-control'];
  next();
};
