import type { Request, RequestHandler, Response } from 'express';
import type { Pool } from 'pg';
import { identify, principalForKey } from '#acts';
import type { Principal, Scope } from '#model';
import { refused } from '../http/problems.ts';
import { refuseForeignOrigin } from './cross-site.ts';
import { principalOrNull, rememberPrincipal } from './principal-of.ts';

export interface Authenticate {
  /** Finds the caller and checks the scope; refuses otherwise. */
  readonly middleware: (scope: Scope | null) => RequestHandler;
  readonly principalOf: (req: Request) => Principal;
  /** Asked again while a stream is open. */
  readonly stillAllowed: (req: Request, scope: Scope | null) => Promise<boolean>;
}

interface Authenticating {
  readonly pool: Pool;
  readonly session: RequestHandler;
  readonly publicUrl: string;
}

/** A service key in `Authorization`, or a person's session; never both, and the key wins nothing over its scopes. */
export function createAuthenticate({ pool, session, publicUrl }: Authenticating): Authenticate {
  const find = async (req: Request, res: Response | null): Promise<Principal> => {
    const header = req.headers.authorization;
    if (header !== undefined) {
      const secret = /^Bearer ([\x21-\x7e]{8,500})$/.exec(header)?.[1];
      const principal = secret === undefined ? null : await principalForKey(pool, secret);
      if (principal === null) throw refused(401, 'api.badKey');
      return principal;
    }
    if (res !== null) await opened(session, req, res);
    const subject = req.session?.subject;
    if (subject === undefined) throw refused(401, 'api.unauthenticated');
    // looked up on every request: a person disabled a moment ago is out at once
    const found = await identify(pool, subject, req.session.capacity);
    if (found === null) {
      await new Promise<void>((done) => req.session.destroy(() => done()));
      throw refused(401, 'api.unauthenticated');
    }
    refuseForeignOrigin(req, publicUrl);
    return found.principal;
  };

  return {
    middleware: (scope) => (req, res, next) => {
      find(req, res)
        .then((principal) => {
          rememberPrincipal(req, principal);
          if (!may(principal, scope)) throw refused(403, 'api.forbidden', { scope: scope ?? '' });
          next();
        })
        .catch((error: unknown) => {
          if (res.headersSent) return;
          res.setHeader('WWW-Authenticate', 'Bearer realm="cascade"');
          next(error);
        });
    },
    principalOf: (req) => {
      const principal = principalOrNull(req);
      if (principal === null) throw new Error('route reached without authentication');
      return principal;
    },
    stillAllowed: async (req, scope) => {
      if (req.headers.authorization === undefined && !(await sessionLives(req))) return false;
      return find(req, null).then(
        (principal) => may(principal, scope),
        () => false,
      );
    },
  };
}

const may = (principal: Principal, scope: Scope | null): boolean =>
  scope === null || principal.scopes.includes(scope);

/** Loads the session of this request (a key needs none, so nothing is read or written for it). */
export const opened = (session: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise((done, fail) => {
    void session(req, res, (error?: unknown) =>
      error === undefined || error === null ? done() : fail(error as Error),
    );
  });

/** Signing out in another window ends the stream of this one. */
const sessionLives = (req: Request): Promise<boolean> =>
  new Promise((done) =>
    req.sessionStore.get(req.sessionID, (error, stored) => done(!error && Boolean(stored))),
  );
