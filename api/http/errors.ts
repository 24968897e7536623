import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { problem } from '#model/problem';
import type { Services } from '../services.ts';
import { problemDocument, sendProblem } from './problem-document.ts';
import { RequestRefused, refused } from './problems.ts';
import { requestIdOf } from './request-id.ts';

/** An address under /api that no route has. */
export const noSuchRoute: RequestHandler = (req, _res, next) => next(nothingAt(req));

const nothingAt = ({ originalUrl }: Request, status = 404): RequestRefused =>
  refused(status, 'api.noSuchRoute', { path: originalUrl.split('?')[0]?.slice(0, 200) ?? '' });

/** The last handler: whatever was thrown becomes a problem document, without internals. */
export function errorHandler(services: Pick<Services, 'log'>): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express tells an error handler by its four parameters
  return (error: unknown, req, res, _next) => {
    const requestId = requestIdOf(req);
    const known = asRefusal(error, req);
    if (known !== null) {
      for (const [name, value] of Object.entries(known.headers)) res.setHeader(name, value);
      sendProblem(res, problemDocument(known.problems, { requestId, status: known.status }));
      return;
    }
    services.log.error({ err: error, requestId, method: req.method, path: req.path }, 'request failed');
    const [told, seconds] = isUnreachable(error)
      ? [problem('api.unavailable'), 2]
      : isUnwritable(error)
        ? [problem('attachment.notStored'), 60]
        : [problem('api.internal', [], { requestId }), null];
    if (seconds !== null) res.setHeader('Retry-After', seconds);
    sendProblem(res, problemDocument([told], { requestId }));
  };
}

function asRefusal(error: unknown, req: Request): RequestRefused | null {
  if (error instanceof RequestRefused) return error;
  if (isBadCursor(error, req)) return refused(400, 'api.badCursor');
  if (error instanceof URIError) return refused(400, 'api.noSuchRoute', { path: '%' });
  if (!(error instanceof Error)) return null;
  if (!('type' in error)) return asMissingFile(error, req);
  // body-parser names its refusals by `type`
  switch (error.type) {
    case 'entity.parse.failed':
      return refused(400, 'api.malformedJson', { at: error.message.slice(0, 120) });
    case 'entity.too.large':
      return refused(413, 'api.tooLarge', { limit: '1 MB' });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return refused(415, 'api.wrongContentType', { expected: 'application/json; charset=utf-8' });
    case 'request.aborted':
    case 'request.size.invalid':
      return refused(400, 'api.malformedJson', { at: 'aborted' });
    default:
      return null;
  }
}

/** A file of the web application that is not there, or not as it was asked for; its name on this machine stays here. */
function asMissingFile(error: Error, req: Request): RequestRefused | null {
  if (!('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500)) return null;
  // a body that is not compressed as it says fails without a `type`
  const { 'content-encoding': coding } = req.headers;
  if (coding !== undefined) return refused(400, 'api.malformedJson', { at: coding.slice(0, 40) });
  return nothingAt(req, error.statusCode);
}

/** A cursor somebody wrote: the database cannot read a part of it as the id or instant it stands for (class 22). */
const isBadCursor = (error: unknown, req: Request): boolean =>
  req.query['cursor'] !== undefined &&
  error instanceof Error &&
  'code' in error &&
  /^22/.test(String(error.code));

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '25006',
  '08006',
  '08001',
]);

/** A disk that is full, beyond its quota, or read-only: nothing of the file was kept. */
const isUnwritable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT|EROFS)$/.test(String(error.code));

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHABLE.has(error.code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
