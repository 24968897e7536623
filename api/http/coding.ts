import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

export type Coding = 'br' | 'gzip';

/** The best one that the caller takes; browsers name them all alike, so ours is the order. */
export function codingFor(req: Request): Coding | null {
  if (req.headers['accept-encoding'] === undefined) return null;
  return (['br', 'gzip'] as const).find((coding) => req.acceptsEncodings(coding) === coding) ?? null;
}

/** What fits into one packet gains nothing. */
const WORTH_IT = 1000;
/** As quick as gzip, and a tenth smaller: answers are compressed while somebody waits. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const ZIP = { level: 5 };

const brotlied = promisify(brotliCompress);
const zipped = promisify(gzip);

/**
 * Sends an answer of the API, small on slow lines: 304 to whoever has this very text already, else compressed.
 * Its length tells nothing of a secret: no answer holds one twice, and what a caller sends is not repeated beside it.
 */
export async function sendText({ req, res }: { req: Request; res: Response }, text: string): Promise<void> {
  res.vary('Accept-Encoding');
  if (req.method === 'GET' && res.statusCode === 200) {
    const tag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
    res.set('ETag', tag);
    // not `req.fresh`: a page's own If-None-Match comes with `no-cache`, which is meant for caches in between
    if (req.headers['if-none-match'] === tag) {
      res.status(304).removeHeader('Content-Type');
      res.end();
      return;
    }
  }
  const coding = text.length < WORTH_IT ? null : codingFor(req);
  if (coding === null) {
    res.send(text);
    return;
  }
  const body = coding === 'br' ? await brotlied(text, BROTLI) : await zipped(text, ZIP);
  res.set('Content-Encoding', coding).send(body);
}
