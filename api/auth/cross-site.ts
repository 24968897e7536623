import type { Request } from 'express';
import { refused } from '../http/problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changesNothing = ({ method }: Request): boolean => SAFE.has(method);

/**
 * Cookies travel with requests that other sites make; an act by cookie must come from our own page.
 * Browsers state it in Sec-Fetch-Site, older ones in Origin; a request with neither is refused.
 */
export function refuseForeignOrigin(req: Request, publicUrl: string): void {
  if (changesNothing(req)) return;
  const site = req.headers['sec-fetch-site'];
  const origin = req.headers.origin;
  const sameSite = site === undefined || site === 'same-origin';
  const sameOrigin =
    origin === undefined || origin === new URL(publicUrl).origin || origin === ownOrigin(req);
  if (!sameSite || !sameOrigin || (site === undefined && origin === undefined))
    throw refused(403, 'api.crossSite');
}

/** A page opened as `localhost` while the public address says `127.0.0.1` is still ours. */
const ownOrigin = (req: Request): string => `${req.protocol}://${req.headers.host ?? ''}`;
