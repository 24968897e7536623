import { randomBytes } from 'node:crypto';
import helmet from 'helmet';
import type { Request, RequestHandler, Response } from 'express';

const nonces = new WeakMap<Response, string>();

/** Fresh for every page; the built page names it where `__CSP_NONCE__` stands. */
export function nonceOf(res: Response): string {
  const known = nonces.get(res);
  if (known !== undefined) return known;
  const nonce = randomBytes(16).toString('base64');
  nonces.set(res, nonce);
  return nonce;
}

/** No inline script or style without the page's own nonce, nothing from elsewhere, never in a frame. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const https = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", (_req, res) => `'nonce-${nonceOf(res as Response)}'`],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // other origins have no business with what this server answers
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Answers with rows of officials must not stay in shared caches. */
export const noStore: RequestHandler = (_req: Request, res: Response, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};
